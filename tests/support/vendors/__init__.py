"""Helpdesks on this machine that behave as their makers document."""
