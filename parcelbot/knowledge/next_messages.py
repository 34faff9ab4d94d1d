"""Read `knowledge/next_messages/`: what people write next, by what they were told, a file for each theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parcelbot.core.answering.next_messages import NextMessages, TalkMoment, TalkStanding
from parcelbot.written_files import parsed

#: Folder of the messages, and the list in each of its files.
NEXT_MESSAGES, MOMENTS = "next_messages", "moments"


def next_message_files(folder: Path) -> Sequence[Path]:
    """List the files of next messages."""
    return sorted((folder / NEXT_MESSAGES).glob("*.yml"))


def read_next_messages(folder: Path) -> NextMessages:
    """Read how often each second question is asked in each moment."""
    return NextMessages(tuple(read_moments(folder).values()))


def read_moments(folder: Path) -> Mapping[str, TalkMoment]:
    """Read the moments by their ids."""
    return dict(pair for path in next_message_files(folder) for pair in parsed(path, _moments))


def read_said_next(folder: Path) -> Sequence[tuple[str, str]]:
    """Read the messages themselves, each with the second question that it asks: examples like all others."""
    return [message for path in next_message_files(folder) for message in parsed(path, _messages)]


def _moments(data: Mapping[str, Any]) -> Sequence[tuple[str, TalkMoment]]:
    return [(written["id"], _moment(written)) for written in data[MOMENTS]]


def _moment(written: Mapping[str, Any]) -> TalkMoment:
    standing = written.get("standing")
    return TalkMoment(
        after=frozenset(written.get("after", ())),
        standing=TalkStanding(standing) if standing else None,
        asked={name: len(texts) for name, texts in written["said"].items()},
    )


def _messages(data: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    said = (pair for moment in data[MOMENTS] for pair in moment["said"].items())
    return [(text, name) for name, texts in said for text in texts]
