"""Hear what a message does: its acts, an answer to us, a feeling, and what a likeness mistakes it for."""
