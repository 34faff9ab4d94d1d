"""Find tickets by an agent's search text: numbers, addresses and references exactly, everything else as words."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import and_, exists, false, func, or_, select
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.cases.tickets import REFERENCE_ALPHABET, REFERENCE_LENGTH
from parcelbot.store.schema.conditions import contains, json_contains
from parcelbot.store.schema.conversations import conversations, messages
from parcelbot.store.schema.tickets import private_notes, tickets

_REFERENCE = re.compile(rf"(?:KT[\s-]*)?([{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}})")
_NOT_IN_NUMBERS = re.compile(r"[\s-]+")

#: More words than this make a search only slower, not sharper.
_MOST_WORDS = 8


def finds(connection: Connection, text: str) -> Any:
    """Give the condition for the tickets that `text` names; when it names none, for those with all its words."""
    words = text.split()[:_MOST_WORDS]
    if not words:
        return false()
    named = _named(text)
    known = connection.execute(select(tickets.c.reference).where(named).limit(1)).first()
    return named if known else and_(*map(_contains_word, words))


def _named(text: str) -> Any:
    typed = text.strip()
    number = _NOT_IN_NUMBERS.sub("", typed).lstrip("#").upper()
    named = [
        tickets.c.tracking_number == number,
        tickets.c.order_number.in_((number, f"#{number}", typed)),
        func.lower(tickets.c.email) == typed.lower(),
    ]
    if reference := _REFERENCE.fullmatch(typed.upper()):
        named.append(tickets.c.reference == f"KT-{reference[1]}")
    return or_(*named)


def _contains_word(word: str) -> Any:
    """True where the word is part of a number, an address, the summary, a note or the chat.

    Without a chat in the ledger, the ticket's own transcript is searched.
    """
    # searching a line's whole JSON is fast, reading the text out of it is slow: so the JSON is asked first
    has_it = and_(_in_json(messages.c.payload, word), _in_text(messages.c.payload["text"].as_string(), word))
    chat = exists().where(messages.c.conversation_id == tickets.c.conversation_id, has_it).correlate(tickets)
    transcript = and_(conversations.c.id.is_(None), _in_json(tickets.c.transcript, word))
    note = exists().where(private_notes.c.reference == tickets.c.reference, _in_text(private_notes.c.text, word))
    fields = (tickets.c.tracking_number, tickets.c.order_number, tickets.c.email)
    named = [_in_text(column, word) for column in fields]
    return or_(*named, _in_json(tickets.c.summary, word), transcript, note.correlate(tickets), chat)


def _in_json(column: Any, word: str) -> ColumnElement[bool]:
    return or_(*(json_contains(column, variant) for variant in _variants(word)))


def _in_text(column: Any, word: str) -> ColumnElement[bool]:
    return or_(*(contains(column, variant) for variant in _variants(word)))


def _variants(word: str) -> set[str]:
    """Give the spellings to look for: databases ignore case in ASCII only, not in \\u escapes or other alphabets."""
    return {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
