"""Load and check the files of `knowledge/`: YAML in, frozen dataclasses out."""
