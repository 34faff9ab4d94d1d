"""Read the second questions of `knowledge/follow_ups/`, a file for each theme; their rows are read with the tables."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from parcelbot.knowledge.loading import Phrase, read_yaml

#: Folder of second questions, as shoppers put them; the table that answers them has the same name.
FOLLOW_UPS = "follow_ups"


def read_follow_ups(folder: Path) -> tuple[Phrase, ...]:
    """Read how shoppers put the second questions of `follow_ups/`, each with the id it stands for."""
    listed = (entry for path in _files(folder) for entry in read_yaml(path)[FOLLOW_UPS])
    return tuple(Phrase(text, entry["id"]) for entry in listed for text in entry["examples"])


def follow_ups_digest(folder: Path) -> str:
    """Hash what `read_follow_ups` reads: whoever has learnt from it learns anew when it changes."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in _files(folder))).hexdigest()


def _files(folder: Path) -> Sequence[Path]:
    files = sorted((folder / FOLLOW_UPS).glob("*.yml"))
    if not files:
        raise FileNotFoundError(f"no second questions in {folder / FOLLOW_UPS}")
    return files
