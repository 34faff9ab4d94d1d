"""Privacy: what is kept about a shopper, giving it to them, erasing it, and forgetting in time."""
