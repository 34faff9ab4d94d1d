"""Read what is told once for all and need not be told again."""
