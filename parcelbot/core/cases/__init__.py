"""Model conversations and the cases (tickets) opened from them."""
