"""Pure decisions: no I/O, no clock, no Rasa, no SQL; imports the standard library only."""
