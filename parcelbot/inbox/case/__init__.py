"""Show one case and let an agent act on it."""
