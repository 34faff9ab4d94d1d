"""Measure how well promises to write are kept, in a simulated shop."""
