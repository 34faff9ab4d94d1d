"""Read secrets, and refuse those that can be guessed: they say who is who."""

from __future__ import annotations

from environs import Env, EnvError

_MIN_LENGTH = 32
_MIN_DIFFERENT = 8


def read_secret(name: str, guessable_allowed: bool) -> str:
    """Read a secret; "" when it is not set.

    EnvError for one that can be guessed, except where that is allowed: in demo mode, which only this machine reaches.
    """
    secret = str(Env().str(name, ""))
    if secret and not guessable_allowed and is_guessable(secret):
        raise EnvError(f"{name} is too easy to guess; make one with: openssl rand -hex 32")
    return secret


def is_guessable(secret: str) -> bool:
    """Tell whether a secret is short, has few different characters, or repeats itself."""
    repeats = secret in (secret + secret)[1:-1]
    return len(secret) < _MIN_LENGTH or len(set(secret)) < _MIN_DIFFERENT or repeats
