"""Keep tickets, what agents do with them, their accounts and the audit log."""
