"""Read replies: yes, no, thanks, an offer taken up, later, good-bye."""
