"""What the assistant costs, beside its peers."""
