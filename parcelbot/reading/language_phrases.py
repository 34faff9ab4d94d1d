"""Read the short things that decide by themselves in other languages: `locales/phrases/<language>.yml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from parcelbot.core.reading.phrases import PhraseLists, Phrases

_FOLDER = "phrases"
#: The check of the memory that stands for what was done at each.
_CHECKS = {"places": "places_checked", "people": "people_asked", "carrier": "carrier_contacted"}


def load_phrases(locales: Path) -> Mapping[str, Phrases]:
    """Read every language's file, by code; {} where there are none. KeyError or yaml.YAMLError for a malformed one."""
    return {path.stem: Phrases(_lists(path)) for path in sorted((locales / _FOLDER).glob("*.yml"))}


def _lists(path: Path) -> PhraseLists:
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    checks = data["checks"]
    return PhraseLists(
        acknowledged=_texts(data["acknowledged"]),
        agreed=_texts(data["agreed"]),
        feelings={name: _texts(phrases) for name, phrases in data["feelings"].items()},
        checks={check: _texts(checks[name]) for name, check in _CHECKS.items()},
        done=_texts(checks["done"]),
        not_done=_texts(checks["not_done"]),
        sent_back_by=_texts(data["sent_back"]["by"]),
        sent_back=_texts(data["sent_back"]["sent"]),
    )


def _texts(listed: Sequence[Any]) -> tuple[str, ...]:
    return tuple(map(str, listed))
