"""What an agent's search text finds: numbers, addresses and references exactly, everything else as words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Text, and_, case, cast, exists, false, func, or_
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.tickets import REFERENCE_ALPHABET, REFERENCE_LENGTH
from parcelbot.store.desk_tables import tickets
from parcelbot.store.tables import conversations, messages

_ESCAPE = "!"
_REFERENCE = re.compile(rf"(?:KT[\s-]*)?([{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}})")
_NOT_IN_NUMBERS = re.compile(r"[\s-]+")

#: More words than this do not make a search any sharper, only slower.
_MOST_WORDS = 8


def finds(text: str) -> Any:
    """The condition: what the text names, or every one of its words in summary, transcript or chat; blank: nothing."""
    words = text.split()[:_MOST_WORDS]
    if not words:
        return false()
    return or_(_named(text), and_(*map(_said, words)))


def order(text: str) -> Sequence[Any]:
    """What the text names first, then the newest."""
    return (case((_named(text), 0), else_=1), tickets.c.created_at.desc(), tickets.c.reference)


def _named(text: str) -> Any:
    bare = _NOT_IN_NUMBERS.sub("", text).lstrip("#").upper()
    named = [
        tickets.c.tracking_number == bare,
        func.upper(tickets.c.order_number) == bare,
        func.lower(tickets.c.email) == text.strip().lower(),
    ]
    if reference := _REFERENCE.fullmatch(text.strip().upper()):
        named.append(tickets.c.reference == f"KT-{reference[1]}")
    return or_(*named)


def _said(word: str) -> Any:
    """The word is in the summary, or in the chat; the transcript counts where there is no chat to look into."""
    chat = exists().where(
        messages.c.conversation_id == tickets.c.conversation_id, _has(messages.c.payload["text"].as_string(), word)
    )
    transcript = and_(conversations.c.id.is_(None), _in_json(tickets.c.transcript, word))
    return or_(_in_json(tickets.c.summary, word), transcript, chat.correlate(tickets))


def _in_json(column: Any, word: str) -> ColumnElement[bool]:
    # kept as JSON with everything beyond ASCII written as \uXXXX
    return _has(cast(column, Text), json.dumps(word)[1:-1])


def _has(column: Any, word: str) -> ColumnElement[bool]:
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return column.ilike(f"%{word}%", escape=_ESCAPE)
