"""Compare what stands in the ledger, and what shoppers saw, with what was promised to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Engine

from parcelbot.store.schema.conversations import messages
from parcelbot.store.schema.tickets import tickets
from tests.faults.shoppers import Conversation

_PART = re.compile(r"~(\d+)\.(\d+)")
_OF_THE_CHANNEL = {"channel", "handover"}

Row = dict[str, Any]


def waiting(engine: Engine) -> set[tuple[str, int]]:
    """The messages that wait for their answer."""
    query = select(messages.c.conversation_id, messages.c.seq).where(messages.c.pending)
    with engine.connect() as connection:
        return {(row.conversation_id, row.seq) for row in connection.execute(query)}


def broken_promises(engine: Engine, talks: Sequence[Conversation]) -> list[str]:
    """Say of every conversation what is not as it should be."""
    with engine.connect() as connection:
        said: list[Row] = [
            dict(row) for row in connection.execute(select(messages).order_by(messages.c.seq)).mappings()
        ]
        opened: list[Row] = [dict(row) for row in connection.execute(select(tickets)).mappings()]
    return [
        f"{talk.id}: {complaint}"
        for talk in talks
        for complaint in _complaints(
            talk,
            [row for row in said if row["conversation_id"] == talk.id],
            [row for row in opened if row["conversation_id"] == talk.id],
        )
    ]


def _complaints(talk: Conversation, said: list[Row], opened: list[Row]) -> Iterator[str]:
    seqs = [row["seq"] for row in said]
    if seqs != list(range(1, len(said) + 1)):
        yield f"the ledger has {seqs}"
    seen = [seq for seq, _, _ in talk.seen]
    if seen != list(range(1, len(seen) + 1)):
        yield f"the stream showed {seen}"
    if lost := set(talk.accepted) - {row["seq"] for row in said if row["author"] == "shopper"}:
        yield f"accepted and not kept: {lost}"
    yield from _about_answers(said)
    yield from _about_tickets(said, opened)


def _about_answers(said: list[Row]) -> Iterator[str]:
    given_up = {row["in_reply_to"] for row in said if _row_of(row) == "given_up"}
    yield from (f"message {to} was given up" for to in sorted(given_up))
    answers = [row for row in said if row["author"] == "bot" and _PART.fullmatch(row["echo_id"] or "")]
    groups = [(to, list(parts)) for to, parts in groupby(answers, key=lambda row: row["in_reply_to"])]
    for to, times in Counter(to for to, _ in groups).items():
        if times > 1:
            yield f"message {to} was answered {times} times"
    if [to for to, _ in groups] != sorted(to for to, _ in groups):
        yield f"answered in the order {[to for to, _ in groups]}"
    for to, parts in groups:
        if [row["echo_id"] for row in parts] != [f"~{to}.{n}" for n in range(len(parts))]:
            yield f"the answer to {to} has the parts {[row['echo_id'] for row in parts]}"
    passed_on = {row["in_reply_to"] for row in said if _row_of(row) == "assistant_down"}
    for row in said:
        # what came in together has one answer, to its newest
        if row["author"] == "shopper" and not any(to >= row["seq"] for to, _ in groups) and row["seq"] not in passed_on:
            yield f"message {row['seq']} {row['payload']['text']!r} was never answered"
    if sorry := [to for to, times in Counter(_sorry_for(said)).items() if times > 1]:
        yield f"said sorry twice for {sorry}"


def _about_tickets(said: list[Row], opened: list[Row]) -> Iterator[str]:
    if len(opened) > 1:
        yield f"{len(opened)} tickets"
    for ticket in opened:
        told = [row for row in said if row["author"] == "bot" and ticket["reference"] in str(row["payload"])]
        if not told:
            yield f"ticket {ticket['reference']} was opened and never told"


def _sorry_for(said: list[Row]) -> list[int]:
    return [row["in_reply_to"] for row in said if _row_of(row) == "watchdog"]


def _row_of(row: Row) -> str:
    answer = row["payload"]["answer"] or {}
    return str(answer.get("row", "")) if answer.get("table") in _OF_THE_CHANNEL else ""
