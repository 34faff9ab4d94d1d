"""Plan what is said next: one message read into acts, one typed state, one reply."""
