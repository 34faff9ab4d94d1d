"""Deliver tickets to helpdesks and mailboxes, one module each."""
