"""What `make` runs: one module for each command."""
