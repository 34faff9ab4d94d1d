"""Read what is said and asked about a case: added, struck out, still needed, answered by when."""
