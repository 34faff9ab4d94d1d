"""Add details that a shopper gives later to open tickets: into their fields, or beside filled ones. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from parcelbot.core.answering.memory import Memory
from parcelbot.core.cases.tickets import Detail, DetailKind, Ticket, TicketDraft

_AUDIT_NAMES = {
    DetailKind.ORDER_NUMBER: "order number",
    DetailKind.TRACKING_NUMBER: "tracking number",
    DetailKind.EMAIL: "e-mail",
}

#: Numbers name one case; an e-mail is the shopper's in all of them.
_NAMES_A_CASE = (DetailKind.ORDER_NUMBER, DetailKind.TRACKING_NUMBER)


@dataclass(frozen=True)
class AddedDetails:
    """A ticket with new details: the kinds whose field they fill now, and those given beside a filled one."""

    ticket: Ticket
    filled: tuple[DetailKind, ...] = ()
    also_given: tuple[DetailKind, ...] = ()

    @property
    def audit_detail(self) -> str:
        """The change in words for the audit log: which fields, never what stands in them."""
        filled = [f"{_AUDIT_NAMES[kind]} filled in" for kind in self.filled]
        return ", ".join([*filled, *(f"{_AUDIT_NAMES[kind]} also given" for kind in self.also_given)])


def newly_given(before: Memory, after: Memory) -> tuple[Detail, ...]:
    """List the details that a message added to the memory; a number with a wrong check digit does not count yet."""
    numbers = (after.tracking_number if after.number_valid else "", *after.several)
    known = (before.tracking_number if before.number_valid else "", before.parcel, *before.several)
    given = (
        *(Detail(DetailKind.TRACKING_NUMBER, number) for number in numbers if number not in known),
        Detail(DetailKind.ORDER_NUMBER, after.order_number if after.order_number != before.order_number else ""),
        Detail(DetailKind.EMAIL, after.email if after.email != before.email else ""),
    )
    return tuple(detail for detail in given if detail.value)


def add_details_to_all(tickets: Sequence[Ticket], details: Sequence[Detail], now: datetime) -> tuple[AddedDetails, ...]:
    """Add `details` to a conversation's active tickets, the newest first; () when all is known.

    A number that names one of the tickets is not added to the others.
    """
    updated = list(tickets)
    additions = []
    for place, ticket in enumerate(tickets):
        others = [*updated[:place], *updated[place + 1 :]]
        addition = add_details(ticket, [detail for detail in details if not _named_by(others, detail)], now)
        if addition is not None:
            updated[place] = addition.ticket
            additions.append(addition)
    return tuple(additions)


def add_details(ticket: Ticket, details: Sequence[Detail], now: datetime) -> AddedDetails | None:
    """Add `details` to the ticket; None when it has them all.

    A number names the case, so the first one stays. The newest e-mail is the one to answer to.
    """
    draft, filled, also_given = ticket.draft, list[DetailKind](), list[DetailKind]()
    for detail in details:
        newer = with_newest(draft, detail)
        if newer == draft:
            continue
        (filled if field_of(newer, detail.kind) == detail.value else also_given).append(detail.kind)
        draft = newer
    if draft == ticket.draft:
        return None
    return AddedDetails(replace(ticket, draft=draft, updated_at=now), tuple(filled), tuple(also_given))


def details_of(draft: TicketDraft) -> tuple[Detail, ...]:
    """List every detail of the draft: in its fields, then those also given."""
    fields = (Detail(kind, field_of(draft, kind)) for kind in DetailKind)
    return (*(detail for detail in fields if detail.value), *draft.also_given)


def with_all(draft: TicketDraft, details: Iterable[Detail]) -> TicketDraft:
    """Add every detail the draft does not know: in its field, or as also given when that is taken."""
    for detail in details:
        draft = draft if knows(draft, detail) else with_detail(draft, detail)
    return draft


def with_newest(draft: TicketDraft, detail: Detail) -> TicketDraft:
    """Add a detail that was given just now: an e-mail takes its field, and the one from before stands beside it."""
    standing = field_of(draft, detail.kind)
    if detail.kind in _NAMES_A_CASE or not standing:
        return draft if knows(draft, detail) else with_detail(draft, detail)
    if standing.casefold() == detail.value.casefold():
        return draft
    earlier = tuple(other for other in draft.also_given if other != detail)
    changes: dict[str, Any] = {detail.kind.value: detail.value}
    return replace(draft, **changes, also_given=(*earlier, Detail(detail.kind, standing)))


def with_detail(draft: TicketDraft, detail: Detail) -> TicketDraft:
    """Add one detail: in its field, or as also given when that is taken."""
    if field_of(draft, detail.kind):
        return replace(draft, also_given=(*draft.also_given, detail))
    changes: dict[str, Any] = {detail.kind.value: detail.value}
    return replace(draft, **changes)


def other_emails(draft: TicketDraft, email: str) -> tuple[str, ...]:
    """List the e-mails that were given for a case besides `email`, which is answered to."""
    given = (detail.value for detail in details_of(draft) if detail.kind is DetailKind.EMAIL)
    return tuple(dict.fromkeys(other for other in given if other.casefold() != email.casefold()))


def field_of(draft: TicketDraft, kind: DetailKind) -> str:
    """Give the value of the field; "" when it is empty."""
    return str(getattr(draft, kind.value))


def knows(draft: TicketDraft, detail: Detail) -> bool:
    """Tell whether the draft has the detail, in upper or lower case."""
    known = [Detail(detail.kind, field_of(draft, detail.kind)), *draft.also_given]
    return any(one.kind is detail.kind and one.value.casefold() == detail.value.casefold() for one in known)


def _named_by(tickets: Sequence[Ticket], detail: Detail) -> bool:
    return detail.kind in _NAMES_A_CASE and any(field_of(t.draft, detail.kind) == detail.value for t in tickets)
