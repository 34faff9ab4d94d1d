"""Check addresses that came with a request before they are followed."""

from __future__ import annotations

from urllib.parse import urlsplit

HOME = "/inbox/"


def safe_next(wanted: str | None) -> str:
    """Choose where to go after logging in: the wanted address if it is inside the inbox, else its first page."""
    if not wanted or not wanted.isascii() or not wanted.isprintable() or "\\" in wanted:
        return HOME
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return HOME
    elsewhere = parts.scheme or parts.netloc or not parts.path.startswith(HOME) or "//" in parts.path
    return HOME if elsewhere else wanted
