"""Tell which second question is meant, how sure that has to be, and answer it."""
