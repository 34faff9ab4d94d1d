"""Let the assistant answer one message: dispatching, output, and what happens when it cannot."""
