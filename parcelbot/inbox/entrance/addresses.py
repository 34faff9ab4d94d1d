"""Addresses that came with a request and are followed afterwards."""

from __future__ import annotations

from urllib.parse import urlsplit

HOME = "/inbox/"


def safe_next(wanted: str | None) -> str:
    """Where to go after logging in: an address inside the inbox, or its first page for anything else."""
    if not wanted or not wanted.isascii() or not wanted.isprintable() or "\\" in wanted:
        return HOME
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return HOME
    elsewhere = parts.scheme or parts.netloc or not parts.path.startswith(HOME) or "//" in parts.path
    return HOME if elsewhere else wanted
