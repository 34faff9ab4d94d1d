"""Read codes and numbers in messages with the formats of `knowledge/numbers.yml`."""
