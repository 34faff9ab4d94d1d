"""Simulate a million live parcels at a provider that allows three calls a second."""
