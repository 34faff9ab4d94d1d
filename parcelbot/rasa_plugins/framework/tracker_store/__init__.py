"""Keep conversations for Rasa: the live ones in memory, all events in a database, old turns folded into a snapshot."""
