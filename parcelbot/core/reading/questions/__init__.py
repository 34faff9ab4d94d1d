"""Tell questions from statements, and read those whose own words say which they are."""
