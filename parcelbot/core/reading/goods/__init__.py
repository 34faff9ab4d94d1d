"""Read what is said of the goods: whether they came, what lacks, what is wrong with them."""
