"""Keep deliveries and what was already forwarded to helpdesks."""
