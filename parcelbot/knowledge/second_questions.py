"""Read the second questions of `knowledge/follow_ups/` and `next_messages/`, a file for each theme.

Their rows are read with the tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.next_messages import read_said_next
from parcelbot.knowledge.second_matters import FOLLOW_UPS, follow_up_files
from parcelbot.written_files import parsed


def read_follow_ups(folder: Path) -> tuple[Phrase, ...]:
    """Read how shoppers put second questions, at any time and in certain moments, each with the id it stands for."""
    at_any_time = (phrase for path in follow_up_files(folder) for phrase in parsed(path, _phrases))
    return (*at_any_time, *(Phrase(text, name) for text, name in read_said_next(folder)))


def follow_ups_digest(folder: Path) -> str:
    """Hash what `read_follow_ups` reads: whoever has learnt from it learns anew when it changes."""
    learnt = "\n".join(f"{phrase.value} {phrase.text}" for phrase in read_follow_ups(folder))
    return hashlib.sha256(learnt.encode()).hexdigest()


def _phrases(data: Mapping[str, Any]) -> tuple[Phrase, ...]:
    return tuple(Phrase(text, entry["id"]) for entry in data[FOLLOW_UPS] for text in entry["examples"])
