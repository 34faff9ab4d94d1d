"""Run what `make` offers: one module for each command."""
