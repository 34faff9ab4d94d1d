"""Decide answers from facts and tables; remember what the conversation has said."""
