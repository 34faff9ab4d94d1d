"""Deliver the outbox, watch over promises, and do the regular chores."""
