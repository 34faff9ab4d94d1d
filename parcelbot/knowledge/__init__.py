"""Load and check the tables of `knowledge/`: YAML in, frozen dataclasses out."""
