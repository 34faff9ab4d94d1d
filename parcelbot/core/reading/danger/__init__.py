"""Recognise danger, what only sounds like it, and what is asked while it lasts."""
