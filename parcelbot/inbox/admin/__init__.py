"""Show the owner numbers, deliveries, privacy, team and audit log."""
