"""Track parcels live: one client per provider, each a request and a pure `parse()`."""
