"""Keep what a case is about: what is put into it, put right, taken back."""
