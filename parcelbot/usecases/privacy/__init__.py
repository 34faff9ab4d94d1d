"""Show, export and erase the data kept about a shopper, and forget old data in time."""
