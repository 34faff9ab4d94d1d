"""Decide what leaves the house, when, and how often it is tried again."""
