"""Stay with a case that the team has: what is asked about it, added to it, and what comes after it."""
