"""Decide answers: facts, tables, what the conversation remembers."""
