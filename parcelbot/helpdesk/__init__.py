"""Delivery of tickets to helpdesks and mailboxes, one module each."""
