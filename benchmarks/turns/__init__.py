"""Cost of a turn: the assistant beside Rasa's starter and beside the least an assistant can be."""
