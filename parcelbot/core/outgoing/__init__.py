"""Decide which deliveries leave the house, at which moment, and how often they are tried again."""
