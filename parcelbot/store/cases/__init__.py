"""Keep tickets, what agents do with them, the agents' accounts and the audit log."""
