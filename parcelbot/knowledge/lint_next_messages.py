"""Check that the moments of `next_messages/` name rows and second questions that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from parcelbot.core.answering.next_messages import ANY_ROW
from parcelbot.core.answering.tables import table_of
from parcelbot.knowledge.lint_follow_ups import follow_up_ids
from parcelbot.knowledge.next_messages import MOMENTS, NEXT_MESSAGES

_FILES = f"knowledge/{NEXT_MESSAGES}/"
Files = Mapping[str, Any]


def moment_ids(files: Files) -> list[str]:
    """Return the ids of all moments among `files` (by path below the project), once for each entry."""
    return [moment["id"] for _, moment in _moments(files)]


def next_message_findings(files: Files, rows: Collection[str]) -> Iterator[str]:
    """Find what moments name and is not there, and what is said twice, a sentence each; `rows` are all there are."""
    seconds = set(follow_up_ids(files))
    known = {*rows, *(f"{table_of(row)}/{ANY_ROW}" for row in rows)}
    said: set[str] = set()
    for path, moment in _moments(files):
        place = f"{path}: {moment['id']}"
        yield from (f"{place}: no row {row}" for row in moment.get("after", ()) if row not in known)
        yield from (f"{place}: no second question {name}" for name in moment["said"] if name not in seconds)
        for text in (text.casefold() for texts in moment["said"].values() for text in texts):
            if text in said:
                yield f"{place}: {text!r} is said elsewhere, too"
            said.add(text)


def _moments(files: Files) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path, data in files.items():
        if path.startswith(_FILES):
            yield from ((path, moment) for moment in data[MOMENTS])
