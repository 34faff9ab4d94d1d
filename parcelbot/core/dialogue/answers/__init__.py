"""Answer from the tables: one plan for each parcel, other questions around it, and what no table knows."""
