"""Look at everything a process needs and say of each in a line whether it will do: `make doctor`.

`machine.py` looks at what is here, `partners.py` at those that are called; nothing is changed anywhere.
"""
