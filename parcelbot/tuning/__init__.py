"""Bends the sentence encoder towards shoppers' questions: `make tune` learns small corrections to its weights."""
