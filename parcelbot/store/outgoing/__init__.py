"""Keep deliveries, and how far conversations were forwarded to helpdesks."""
