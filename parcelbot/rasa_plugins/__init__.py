"""Extend Rasa, which loads these by module path: channels and NLU components."""
