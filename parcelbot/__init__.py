"""The parcel support assistant: a pure core, thin shells around it, one composition root."""
