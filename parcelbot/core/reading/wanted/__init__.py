"""Read what is wished for, what we shall do and what we shall leave."""
