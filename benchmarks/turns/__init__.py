"""Measure what a turn costs, beside Rasa's starter and beside the least an assistant can be."""
