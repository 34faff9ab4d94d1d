"""Read what assistant and action server share."""

from __future__ import annotations

from environs import EnvError

from parcelbot.settings.secret_values import is_guessable, read_secret


def actions_token() -> str:
    """Read the token by which the assistant shows the action server who it is; EnvError when it can be guessed."""
    token = read_secret("ACTIONS_TOKEN", guessable_allowed=False)
    if is_guessable(token):
        raise EnvError("ACTIONS_TOKEN is needed with an action server; make one with: openssl rand -hex 32")
    return token
