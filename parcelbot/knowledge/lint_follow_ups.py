"""Check that second questions, their rows and their examples in other languages belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from parcelbot.knowledge.second_matters import FOLLOW_UPS

_KINDS = f"knowledge/{FOLLOW_UPS}/"
_ROWS = f"knowledge/tables/{FOLLOW_UPS}/"
_EXAMPLES = "locales/examples/"
Files = Mapping[str, Any]


def follow_up_ids(files: Files) -> list[str]:
    """Return the ids of all second questions among `files` (by path below the project), once for each entry."""
    return [name for name, _ in _themes(files)]


def unknown_follow_ups(files: Files) -> Iterator[str]:
    """Find second questions of other languages that `follow_ups/` does not have, a sentence each."""
    known = set(follow_up_ids(files))
    for path, data in files.items():
        if path.startswith(_EXAMPLES):
            for name in sorted(data.get(FOLLOW_UPS, {}).keys() - known):
                yield f"{path}: {name} is no second question of {_KINDS}"


def misplaced_rows(files: Files) -> Iterator[str]:
    """Find rows in a file of another theme than every second question that they answer, a sentence each."""
    themes = dict(_themes(files))
    for path, data in files.items():
        for row in data["rows"] if path.startswith(_ROWS) else ():
            own = sorted({themes.get(name, "no theme") for name in _asked(row)})
            if _theme(path) not in own:
                yield f"{path}: {row['id']} belongs to {' or '.join(own) or 'the table itself'}"


def _themes(files: Files) -> Iterator[tuple[str, str]]:
    for path, data in files.items():
        if path.startswith(_KINDS):
            yield from ((entry["id"], _theme(path)) for entry in data[FOLLOW_UPS])


def _asked(row: Mapping[str, Any]) -> list[str]:
    asked = row.get("when", {}).get("follow_up", [])
    return asked if isinstance(asked, list) else [asked]


def _theme(path: str) -> str:
    return PurePosixPath(path).stem
