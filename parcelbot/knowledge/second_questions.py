"""Read the second questions of `knowledge/follow_ups/`, a file for each theme; their rows are read with the tables."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parcelbot.knowledge.loading import Phrase
from parcelbot.written_files import parsed

#: Folder of second questions, as shoppers put them; the table that answers them has the same name.
FOLLOW_UPS = "follow_ups"


def read_follow_ups(folder: Path) -> tuple[Phrase, ...]:
    """Read how shoppers put the second questions of `follow_ups/`, each with the id it stands for."""
    return tuple(phrase for path in _files(folder) for phrase in parsed(path, _phrases))


def follow_ups_digest(folder: Path) -> str:
    """Hash what `read_follow_ups` reads: whoever has learnt from it learns anew when it changes."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in _files(folder))).hexdigest()


def _phrases(data: Mapping[str, Any]) -> tuple[Phrase, ...]:
    return tuple(Phrase(text, entry["id"]) for entry in data[FOLLOW_UPS] for text in entry["examples"])


def _files(folder: Path) -> Sequence[Path]:
    files = sorted((folder / FOLLOW_UPS).glob("*.yml"))
    if not files:
        raise FileNotFoundError(f"no second questions in {folder / FOLLOW_UPS}")
    return files
