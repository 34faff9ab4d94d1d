"""Keep the journal; read the owner's numbers; export, erase and scrub."""
