"""Understand messages: the components of `config.yml`'s pipeline, loaded by Rasa by module path."""
