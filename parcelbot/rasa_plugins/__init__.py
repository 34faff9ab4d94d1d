"""What Rasa loads by module path: channels, NLU components, stores."""
