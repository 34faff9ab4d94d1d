"""Find the conversations in which texts appear, and read what ties them to people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from parcelbot.core.cases.conversation import Author
from parcelbot.core.owner.privacy import IdentityTraces
from parcelbot.core.watching.watch import MailConsent
from parcelbot.store.schema.conditions import chunks, may_contain
from parcelbot.store.schema.conversations import attachments, conversations, messages
from parcelbot.store.schema.tickets import private_notes, tickets
from parcelbot.store.watching.tables import watches

#: The columns of a ticket that hold words or numbers of the shopper.
TICKET_TEXTS = (
    tickets.c.email,
    tickets.c.order_number,
    tickets.c.tracking_number,
    tickets.c.summary,
    tickets.c.snapshot,
    tickets.c.checklist,
    tickets.c.transcript,
    tickets.c.also_given,
)

_OF_NOTES = private_notes.join(tickets, private_notes.c.reference == tickets.c.reference)


def conversations_mentioning(connection: Connection, texts: Collection[str]) -> list[IdentityTraces]:
    """Find every conversation in which one of `texts` may appear, with or without a ledger; [] for no texts."""
    ids = {i for text in texts for query in _queries(text) for i in connection.execute(query).scalars()}
    return [traces for some in chunks(sorted(ids)) for traces in _read(connection, some)]


def _queries(text: str) -> Iterable[Any]:
    return (
        select(conversations.c.id).where(may_contain(conversations.c.identity, text)),
        select(messages.c.conversation_id).where(may_contain(messages.c.payload, text)).distinct(),
        select(attachments.c.conversation_id).where(may_contain(attachments.c.name, text)),
        select(tickets.c.conversation_id).where(or_(*(may_contain(column, text) for column in TICKET_TEXTS))),
        select(watches.c.conversation_id).where(
            or_(*(may_contain(column, text) for column in (watches.c.email, watches.c.number, watches.c.order_number)))
        ),
        select(tickets.c.conversation_id).select_from(_OF_NOTES).where(may_contain(private_notes.c.text, text)),
    )


def _read(connection: Connection, ids: list[str]) -> list[IdentityTraces]:
    identities = dict(
        connection.execute(
            select(conversations.c.id, conversations.c.identity).where(conversations.c.id.in_(ids))
        ).all()
    )
    said, texts = _texts(connection, ids)
    watched = defaultdict(list)
    for row in connection.execute(select(watches).where(watches.c.conversation_id.in_(ids))):
        watched[row.conversation_id].append(row)
        texts[row.conversation_id] += [row.email, row.number, row.order_number]
    cases = defaultdict(list)
    for row in connection.execute(select(tickets).where(tickets.c.conversation_id.in_(ids))):
        cases[row.conversation_id].append(row)
        texts[row.conversation_id] += [str(row._mapping[column]) for column in TICKET_TEXTS]
        said[row.conversation_id] += [x["text"] for x in row.transcript if x["author"] == Author.SHOPPER.value]
    return [
        IdentityTraces(
            conversation_id=i,
            identity=(identities.get(i) or {}).get("email") or "",
            requesters=frozenset(row.email for row in cases[i] if row.email)
            | frozenset(row.email for row in watched[i] if MailConsent(row.consent).may_be_written_to),
            orders=frozenset(row.order_number for row in (*cases[i], *watched[i]) if row.order_number),
            parcels=frozenset(row.tracking_number for row in cases[i] if row.tracking_number)
            | frozenset(row.number for row in watched[i]),
            shopper_texts=tuple(said[i]),
            all_texts=tuple(texts[i]),
        )
        for i in ids
    ]


def _texts(connection: Connection, ids: list[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Read, by conversation, what its shopper said and what everybody wrote."""
    said: dict[str, list[str]] = defaultdict(list)
    texts: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(messages).where(messages.c.conversation_id.in_(ids))):
        texts[row.conversation_id].append(str(row.payload))
        if row.author == Author.SHOPPER.value:
            said[row.conversation_id].append(row.payload["text"])
    files = select(attachments.c.conversation_id, attachments.c.name)
    for i, name in connection.execute(files.where(attachments.c.conversation_id.in_(ids))):
        texts[i].append(name)
    notes = select(tickets.c.conversation_id, private_notes.c.text).select_from(_OF_NOTES)
    for i, text in connection.execute(notes.where(tickets.c.conversation_id.in_(ids))):
        texts[i].append(text)
    return said, texts
