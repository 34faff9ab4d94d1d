"""Face shoppers: take messages into the ledger, stream what is said, and speak when the assistant does not.

Nothing here needs Rasa, so it runs in a process of its own and lives on when the model does not; Rasa's process serves
the same routes.
"""
