"""Read every environment variable, each in one place, into frozen settings.

`variables.py` reads what several processes share, the other modules what belongs to one; `.env.example` explains
each name. A value that cannot be read raises environs.EnvError with the variable's name.
"""
