"""Measure how many late or lost parcels the radar finds in time, in a simulated history."""
