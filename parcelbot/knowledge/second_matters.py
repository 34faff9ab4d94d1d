"""Read which matter each second question of `knowledge/follow_ups/` belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from parcelbot.core.answering.open_matters import Matter, SecondMatters
from parcelbot.written_files import parsed

#: Folder of second questions, as shoppers put them; the table that answers them has the same name.
FOLLOW_UPS = "follow_ups"
#: Stands beside a second question that fits any matter.
ANY_MATTER = "any"


def read_second_matters(folder: Path) -> SecondMatters:
    """Read the matter of each second question, and the matters inside which it goes on with what was answered."""
    entries = [entry for path in follow_up_files(folder) for entry in parsed(path, _entries)]
    return SecondMatters(
        matters={name: matter for name, matter, _ in entries if matter is not None},
        asked_inside={name: inside for name, _, inside in entries if inside},
    )


def follow_up_files(folder: Path) -> Sequence[Path]:
    """List the files of second questions; FileNotFoundError where there are none."""
    files = sorted((folder / FOLLOW_UPS).glob("*.yml"))
    if not files:
        raise FileNotFoundError(f"no second questions in {folder / FOLLOW_UPS}")
    return files


def _entries(data: Mapping[str, Any]) -> tuple[tuple[str, Matter | None, frozenset[Matter]], ...]:
    return tuple(_read(data[FOLLOW_UPS]))


def _read(entries: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Matter | None, frozenset[Matter]]]:
    for entry in entries:
        of = None if entry["matter"] == ANY_MATTER else Matter(entry["matter"])
        yield entry["id"], of, frozenset(map(Matter, entry.get("inside", ())))
