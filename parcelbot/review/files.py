"""Read and write the review's files: the tracker store, the sheet, the training data, the list of what is done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import and_, column, create_engine, or_, select, table
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from parcelbot.review.examples import ExamplesUnreadable, add_examples, read_examples
from parcelbot.review.turns import StoredEvent

_EVENTS = table("events", *map(column, ("id", "sender_id", "type_name", "action_name", "data")))
_WANTED = or_(
    _EVENTS.c.type_name.in_(("user", "session_started")),
    and_(_EVENTS.c.type_name == "slot", _EVENTS.c.action_name == "feedback"),
)
_ROWS = (
    select(_EVENTS.c.sender_id, _EVENTS.c.type_name, _EVENTS.c.data)
    .where(_WANTED)
    .order_by(_EVENTS.c.sender_id, _EVENTS.c.id)
)
_DONE_HEADER = "# Messages that were reviewed, as hashes: they are not listed again. Written by parcelbot.review.\n"


class ConversationsUnavailable(RuntimeError):
    """The stored conversations cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Places:
    """The files of a review; `training_data` is a folder, `done` is kept with the code.

    `conversations` is an SQLite file or a database's URL.
    """

    conversations: str
    training_data: Path
    sheet: Path
    done: Path


def read_rows(conversations: str) -> list[StoredEvent]:
    """Read what shoppers said and how they liked it, by conversation and age; the database is only read."""
    if "://" not in conversations and not Path(conversations).is_file():
        raise ConversationsUnavailable(
            f"no conversations in {conversations}: nobody has chatted yet, or CONVERSATIONS_DB names another file"
        )
    try:
        with _read_only(conversations).connect() as connection:
            return [StoredEvent(sender or "", kind, data or "") for sender, kind, data in connection.execute(_ROWS)]
    except DBAPIError as error:
        place = repr(make_url(conversations)) if "://" in conversations else conversations
        raise ConversationsUnavailable(f"{place} is no tracker store of Rasa's: {error.orig}") from error


def read_all_examples(folder: Path) -> dict[str, list[str]]:
    """Read every intent's examples in the NLU files of `folder`; ExamplesUnreadable names the file it is about."""
    found: dict[str, list[str]] = {}
    for path in _nlu_files(folder):
        for intent, texts in _examples_in(path).items():
            found.setdefault(intent, []).extend(texts)
    return found


def write_examples(folder: Path, added: Mapping[str, Sequence[str]]) -> list[Path]:
    """Add examples to the first file that has their intent; returns the files that changed.

    All files are read and checked before the first is written.
    """
    changed: dict[Path, str] = {}
    left = dict(added)
    for path in _nlu_files(folder):
        here = {intent: left.pop(intent) for intent in _examples_in(path) if intent in left}
        if here:
            changed[path] = add_examples(path.read_text("utf-8"), here)
    for path, text in changed.items():
        _replace(path, text)
    return list(changed)


def read_done(path: Path) -> frozenset[str]:
    """Read the ids of what was labelled or ignored; empty before the first review."""
    if not path.exists():
        return frozenset()
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def write_done(path: Path, ids: Iterable[str]) -> None:
    """Keep exactly `ids`, sorted, so that two reviewers' lists merge line by line."""
    _replace(path, _DONE_HEADER + "".join(f"{one}\n" for one in sorted(ids)))


def read_sheet(path: Path) -> str:
    """Read the sheet's text; "" when there is none."""
    return path.read_text("utf-8") if path.exists() else ""


def write_sheet(path: Path, text: str) -> None:
    """Write the sheet over the one before."""
    _replace(path, text)


def _nlu_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("nlu*.yml"))


def _examples_in(path: Path) -> dict[str, list[str]]:
    try:
        return read_examples(path.read_text("utf-8"))
    except ExamplesUnreadable as error:
        raise ExamplesUnreadable(f"{path}: {error}") from error


def _read_only(conversations: str) -> Engine:
    if "://" in conversations:
        return create_engine(conversations, poolclass=NullPool)
    address = f"{Path(conversations).absolute().as_uri()}?mode=ro"
    return create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool)


def _replace(path: Path, text: str) -> None:
    """Write beside and rename: a crash leaves the old file whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(text, "utf-8")
    beside.replace(path)
