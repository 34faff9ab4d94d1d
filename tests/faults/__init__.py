"""Break parts while shoppers write, and see whether anything is lost, doubled, out of order or late."""
