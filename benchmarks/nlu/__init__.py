"""Measure what understanding costs and gets right: our pipeline beside Rasa's default one."""
