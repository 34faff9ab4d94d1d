"""Model a parcel and its order: statuses, scans, stages, business days, windows."""
