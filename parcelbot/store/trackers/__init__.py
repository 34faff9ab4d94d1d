"""Keep the assistant's own memory of conversations: Rasa's events, and beside them where each conversation stands."""
