"""Build the cards the widget draws, of a parcel and of a ticket, and read them back from the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from parcelbot.core.answering.answers import Answer
from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Urgency
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.core.language import ENGLISH
from parcelbot.core.parcel.arrival import ArrivalSource
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Checkpoint, Shipment, Status
from parcelbot.core.wording import days_since

#: Scans on a tracking card, newest first; older ones are left out.
MAX_CARD_CHECKPOINTS = 30

_TRACKING, _TICKET = "tracking", "ticket"

#: The status on the card of a ticket that is shown before it is sent.
_DRAFT = "draft"


@dataclass(frozen=True)
class CardWords:
    """The texts of a tracking card that come from the shop's wording.

    `status` begins with a capital. `origin` and `destination` are names of countries, `wait` is the date to wait for,
    `then` says what follows it, `expected` are the days of the estimate, `line` is the whole card in one sentence,
    `age` how long ago the last scan was, `carrier_link` is the parcel's page at the carrier that has it now; "" for
    none. All are in `language`.
    """

    status: str
    origin: str
    destination: str
    wait: str
    then: str
    expected: str
    line: str
    age: str
    carrier_link: str = ""
    language: str = ENGLISH


@dataclass(frozen=True)
class CardScan:
    """The last scan; `age_text` is how long ago it was, in words."""

    at: datetime
    text: str
    place: str
    age_text: str


@dataclass(frozen=True)
class CardCheckpoint:
    """One scan of the history; `physical` when a carrier had the parcel in hand."""

    at: datetime
    text: str
    place: str
    carrier: str
    physical: bool


@dataclass(frozen=True)
class CardArrival:
    """The estimate: the days between which the parcel is expected, and in words; `late` when they are over."""

    earliest: date
    latest: date
    source: ArrivalSource
    text: str
    late: bool


@dataclass(frozen=True)
class CardRoute:
    """Both ends of the way by the names of their countries; "" where not known."""

    origin: str
    destination: str

    def to_json(self) -> dict[str, Any]:
        """Give the route as the widget reads it."""
        return {"from": self.origin, "to": self.destination}


@dataclass(frozen=True)
class TrackingCard:
    """A parcel with its last scan, the date to wait for and its history.

    `sales_channel` says whose figures the dates come from. The fields are those of `TrackingCard` in
    `widget/src/types.d.ts` and docs/protocol.md. `elapsed_days` count from the last scan to now, `normal_days` from the
    last scan to `normal_until`; None without a scan or such a date. `said` is the earlier `text` that the message of a
    renewed card still has, "" for a card as it was said.
    """

    number: str
    carrier: str
    last_mile_carrier: str
    last_mile_number: str
    carrier_link: str
    status: Status
    status_text: str
    tone: Urgency
    origin: str
    destination: str
    route: CardRoute
    last_scan: CardScan | None
    elapsed_days: int | None
    normal_days: int | None
    normal_until: date | None
    wait_until: date | None
    wait_text: str
    then: str
    expected: CardArrival | None
    checkpoints: tuple[CardCheckpoint, ...]
    fetched_at: datetime
    stale: bool
    sales_channel: SalesChannel
    text: str
    language: str = ENGLISH
    said: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the card as the widget reads it; times are ISO 8601 with their offsets."""
        return {"kind": _TRACKING, **_plain(self), "route": self.route.to_json()}


@dataclass(frozen=True)
class CardField:
    """One labelled value of a ticket that is about to be sent."""

    label: str
    value: str


@dataclass(frozen=True)
class TicketCard:
    """A stored ticket with what was promised, or the fields of one that the shopper has still to agree to.

    `status` is None until it is sent, and then `reference` and `promise` are "".
    """

    reference: str = ""
    status: TicketStatus | None = None
    fields: tuple[CardField, ...] = ()
    promise: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the card as the widget reads it."""
        return {"kind": _TICKET, **_plain(self), "status": self.status.value if self.status else _DRAFT}


def tracking_card(shipment: Shipment, facts: Facts, answer: Answer, words: CardWords) -> TrackingCard:
    """Build the card of a parcel from the facts it was decided on and the answer they led to."""
    scan = shipment.last_scan
    return TrackingCard(
        number=shipment.number,
        carrier=shipment.carrier,
        last_mile_carrier=shipment.last_mile_carrier,
        last_mile_number=shipment.last_mile_number,
        carrier_link=words.carrier_link,
        status=shipment.status,
        status_text=words.status,
        tone=answer.row.then.urgency,
        origin=shipment.origin,
        destination=shipment.destination,
        route=CardRoute(words.origin, words.destination),
        last_scan=CardScan(scan.at, scan.description, scan.location, words.age) if scan else None,
        elapsed_days=days_since(scan.at, facts.now) if scan else None,
        normal_days=_days_until(answer.normal_until, scan),
        normal_until=answer.normal_until,
        wait_until=answer.wait_until,
        wait_text=words.wait,
        then=words.then,
        expected=_card_arrival(facts, words.expected),
        checkpoints=tuple(_checkpoint(scan) for scan in shipment.checkpoints[:MAX_CARD_CHECKPOINTS]),
        fetched_at=shipment.fetched_at,
        stale=facts.stale,
        sales_channel=facts.sales_channel,
        text=words.line,
        language=words.language,
    )


def ticket_card(ticket: Ticket, promise: str) -> TicketCard:
    """Build the card of a stored ticket; `promise` says by when somebody answers."""
    return TicketCard(ticket.reference, ticket.status, promise=promise)


def parcel_of(card: Mapping[str, Any] | None) -> str:
    """Give the number of the parcel that a card of the ledger shows; "" for other cards and for none."""
    return str(card.get("number") or "") if card and card.get("kind") == _TRACKING else ""


def card_line(card: Mapping[str, Any]) -> str:
    """Sum up a card of the ledger in one line for agents; "" for kinds that are not known."""
    parts: tuple[Any, ...] = ()
    if card.get("kind") == _TRACKING:
        wait = card.get("wait_text")
        parts = (card.get("number"), card.get("status_text"), wait and f"wait until {wait}")
    elif card.get("kind") == _TICKET:
        parts = (card.get("reference") or "Preview of the case", card.get("promise"))
    return " · ".join(str(part) for part in parts if part)


def _card_arrival(facts: Facts, text: str) -> CardArrival | None:
    arrival = facts.arrival
    if arrival is None:
        return None
    return CardArrival(arrival.earliest, arrival.latest, arrival.source, text, facts.arrival_late)


def _days_until(end: date | None, scan: Checkpoint | None) -> int | None:
    # windows are counted from the day that is told of the scan
    return (end - scan.at.date()).days if end and scan else None


def _checkpoint(scan: Checkpoint) -> CardCheckpoint:
    return CardCheckpoint(scan.at, scan.description, scan.location, scan.carrier, scan.physical)


def _plain(value: Any) -> Any:
    """Turn dataclasses, tuples, dates and enums into what JSON has."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
