"""What a shopper gives after a ticket was opened: it fills what is empty and stands beside what is not. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from parcelbot.core.answering.memory import Memory
from parcelbot.core.cases.tickets import Detail, DetailKind, Ticket, TicketDraft

_NAMES = {
    DetailKind.ORDER_NUMBER: "order number",
    DetailKind.TRACKING_NUMBER: "tracking number",
    DetailKind.EMAIL: "e-mail",
}

#: Numbers name one case; an e-mail is the shopper's in all of them.
_NAMES_A_CASE = (DetailKind.ORDER_NUMBER, DetailKind.TRACKING_NUMBER)


@dataclass(frozen=True)
class Addition:
    """A ticket as details made it: the kinds that filled a field, and those that were given besides."""

    ticket: Ticket
    filled: tuple[DetailKind, ...] = ()
    besides: tuple[DetailKind, ...] = ()

    @property
    def told(self) -> str:
        """What happened, for the audit log: which fields, never what stands in them."""
        filled = [f"{_NAMES[kind]} filled in" for kind in self.filled]
        return ", ".join([*filled, *(f"{_NAMES[kind]} also given" for kind in self.besides)])


def newly_given(before: Memory, after: Memory) -> tuple[Detail, ...]:
    """What a message added to what is remembered; a number that its check digit disproves is not given yet."""
    numbers = (after.tracking_number if after.number_valid else "", *after.several)
    known = (before.tracking_number if before.number_valid else "", before.parcel, *before.several)
    given = (
        *(Detail(DetailKind.TRACKING_NUMBER, number) for number in numbers if number not in known),
        Detail(DetailKind.ORDER_NUMBER, after.order_number if after.order_number != before.order_number else ""),
        Detail(DetailKind.EMAIL, after.email if after.email != before.email else ""),
    )
    return tuple(detail for detail in given if detail.value)


def add_to_all(tickets: Sequence[Ticket], details: Sequence[Detail], now: datetime) -> tuple[Addition, ...]:
    """What `details` change in a conversation's active tickets, the newest first; () when all is known.

    A number that names one of the tickets is no news to the others.
    """
    updated = list(tickets)
    additions = []
    for place, ticket in enumerate(tickets):
        others = [*updated[:place], *updated[place + 1 :]]
        addition = add(ticket, [detail for detail in details if not _named_by(others, detail)], now)
        if addition is not None:
            updated[place] = addition.ticket
            additions.append(addition)
    return tuple(additions)


def add(ticket: Ticket, details: Sequence[Detail], now: datetime) -> Addition | None:
    """The ticket with `details`, None when it has them all; what was given first is never replaced."""
    draft, filled, besides = ticket.draft, list[DetailKind](), list[DetailKind]()
    for detail in details:
        if knows(draft, detail):
            continue
        (besides if field_of(draft, detail.kind) else filled).append(detail.kind)
        draft = with_detail(draft, detail)
    if draft == ticket.draft:
        return None
    return Addition(replace(ticket, draft=draft, updated_at=now), tuple(filled), tuple(besides))


def details_of(draft: TicketDraft) -> tuple[Detail, ...]:
    """All that stands in the draft's fields and besides."""
    fields = (Detail(kind, field_of(draft, kind)) for kind in DetailKind)
    return (*(detail for detail in fields if detail.value), *draft.also_given)


def with_all(draft: TicketDraft, details: Iterable[Detail]) -> TicketDraft:
    """The draft with every detail in its field, or besides when that is taken."""
    for detail in details:
        draft = draft if knows(draft, detail) else with_detail(draft, detail)
    return draft


def with_detail(draft: TicketDraft, detail: Detail) -> TicketDraft:
    """The draft with the detail in its field, or besides when that is taken."""
    if field_of(draft, detail.kind):
        return replace(draft, also_given=(*draft.also_given, detail))
    changes: dict[str, Any] = {detail.kind.value: detail.value}
    return replace(draft, **changes)


def field_of(draft: TicketDraft, kind: DetailKind) -> str:
    """What stands in the field; "" for nothing."""
    return str(getattr(draft, kind.value))


def knows(draft: TicketDraft, detail: Detail) -> bool:
    """True when the detail stands in the draft, however its letters are written."""
    known = [Detail(detail.kind, field_of(draft, detail.kind)), *draft.also_given]
    return any(one.kind is detail.kind and one.value.casefold() == detail.value.casefold() for one in known)


def _named_by(tickets: Sequence[Ticket], detail: Detail) -> bool:
    return detail.kind in _NAMES_A_CASE and any(field_of(t.draft, detail.kind) == detail.value for t in tickets)
