"""End a reply with at most one question of ours, and take the answer to it."""
