"""Read which order or parcel is meant, and what becomes of it."""
