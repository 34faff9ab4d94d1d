"""Find days and spans of time, and tell what they are about."""
