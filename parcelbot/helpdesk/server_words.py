"""Shorten what a server says of a failure to a line that admins may read. Pure."""

from __future__ import annotations

import re

from parcelbot.core.wording import mask_email

_EMAIL = re.compile(r"[^\s\"'<>]+@[^\s\"'<>]+")
_MAX_CHARS = 240


def readable(words: str) -> str:
    """Return at most 240 characters of `words`, with every e-mail address masked."""
    return _EMAIL.sub(lambda match: mask_email(match.group()), words)[:_MAX_CHARS]
