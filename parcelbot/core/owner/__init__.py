"""Compute the owner's numbers, the audit log and privacy."""
