"""Read what the documents are called that the tables stand on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from parcelbot.written_files import parsed


def read_titles(folder: Path) -> dict[str, str]:
    """Read the titles of the documents in `sources.yml`, by id."""
    return parsed(folder / "sources.yml", _titles)


def _titles(data: Mapping[str, Any]) -> dict[str, str]:
    return {name: entry["title"] for name, entry in data["documents"].items()}
