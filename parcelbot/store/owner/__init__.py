"""Keep the journal, read the owner's figures, export and erase what is kept about shoppers."""
