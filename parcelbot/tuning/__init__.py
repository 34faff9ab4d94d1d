"""Tune the sentence encoder to shoppers' questions: `make tune` learns small corrections to its weights."""
