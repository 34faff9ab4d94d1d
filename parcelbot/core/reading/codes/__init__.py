"""Read codes as people write them: in groups, spelt out, mistyped, with check digits."""
