"""Bring a text into a plain form, split it, and tell its language, its tone and whose words it holds."""
