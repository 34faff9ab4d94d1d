"""Keep conversations: messages, attachments, claims on turns, wake-ups, secrets."""
