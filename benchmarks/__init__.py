"""Measure what the assistant costs, beside its peers."""
