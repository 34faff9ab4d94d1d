"""Read and write YAML files of sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from parcelbot import written_files
from parcelbot.core.language import ENGLISH


def read_yaml(path: Path) -> Any:
    """Parse one YAML file of texts: every value is a string, also No and 1e5."""
    return written_files.read_yaml(path, only_texts=True)


def quoted(text: str) -> str:
    """Write a text as YAML reads it, on one line whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def languages_in(folder: Path) -> tuple[str, ...]:
    """List the codes of the languages that have a file, English left out."""
    return tuple(sorted(path.stem for path in folder.glob("*.yml") if path.stem != ENGLISH))
