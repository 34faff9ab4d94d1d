"""Languages: the sentences of `locales/`, and the tool that keeps them complete."""
