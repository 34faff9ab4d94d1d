"""Read which matter each second question of `knowledge/follow_ups/` belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parcelbot.core.answering.open_matters import Matter, SecondMatters
from parcelbot.written_files import parsed

#: Folder of second questions, as shoppers put them; the table that answers them has the same name.
FOLLOW_UPS = "follow_ups"
#: Stands beside a second question that fits any matter.
ANY_MATTER = "any"
#: Stands beside a question about the shop that makes no case.
NO_CASE = "none"


@dataclass(frozen=True)
class _Entry:
    """Second question as it is written, but for its words; `case` is None for one that is not about the shop."""

    name: str
    of: Matter | None
    inside: frozenset[Matter]
    case: str | None


def read_second_matters(folder: Path) -> SecondMatters:
    """Read the matter of each second question, those inside which it goes on with what was answered, and its case."""
    entries = [entry for path in follow_up_files(folder) for entry in parsed(path, _entries)]
    return SecondMatters(
        matters={entry.name: entry.of for entry in entries if entry.of is not None},
        asked_inside={entry.name: entry.inside for entry in entries if entry.inside},
        cases={entry.name: entry.case for entry in entries if entry.case is not None},
    )


def follow_up_files(folder: Path) -> Sequence[Path]:
    """List the files of second questions; FileNotFoundError where there are none."""
    files = sorted((folder / FOLLOW_UPS).glob("*.yml"))
    if not files:
        raise FileNotFoundError(f"no second questions in {folder / FOLLOW_UPS}")
    return files


def _entries(data: Mapping[str, Any]) -> tuple[_Entry, ...]:
    return tuple(map(_entry, data[FOLLOW_UPS]))


def _entry(written: Mapping[str, Any]) -> _Entry:
    case = written.get("case")
    return _Entry(
        name=written["id"],
        of=None if written["matter"] == ANY_MATTER else Matter(written["matter"]),
        inside=frozenset(map(Matter, written.get("inside", ()))),
        case="" if case == NO_CASE else case,
    )
