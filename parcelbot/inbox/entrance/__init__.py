"""Log agents in: accounts, invitations, throttling."""
