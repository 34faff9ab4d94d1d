"""Read every environment variable, once, into frozen settings."""
