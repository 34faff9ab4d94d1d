"""Keep conversations: messages, attachments, claims on turns, signals of changes, secrets."""
