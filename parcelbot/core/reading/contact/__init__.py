"""Read what is said of being in touch: with a person, the carrier, by telephone or e-mail."""
