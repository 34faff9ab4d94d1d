"""Rasa custom actions: slots in, responses out. Flat, because the action server imports every module here."""
