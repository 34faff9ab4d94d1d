"""Replace what Rasa does at a cost that a turn cannot afford; verdicts, events and answers stay Rasa's own.

`installation.install` puts the replacements into the assistant's process. Each is checked against one version of
Rasa (`versions`) and tested beside what it replaces; docs/adr/0011-rasa-overridden.md lists them.
"""
