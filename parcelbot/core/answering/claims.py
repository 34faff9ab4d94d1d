"""Hold what a shopper says of a parcel, and what they have tried already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.parcel.windows import Unit, Window
from parcelbot.core.questions import Question
from parcelbot.core.reading.danger.hazard_kinds import HazardKind
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.before_buying import BeforeBuying


@dataclass(frozen=True)
class Claims:
    """The shopper's own statements about the parcel; None or "" where nothing was said.

    `meaning` is what a quoted wording says, `nearly` where only one near to it is known. `idle_days` is how long it is
    said to have been silent; `promised_on` the day it should have come; `needed_by` the day it is wanted for.
    `lives_in` and `seen_in` are the shopper's home and the place the tracking shows, each as a country (ISO 3166
    alpha-2) or as the name that was written; `country` is one that is merely named. `sent_back`: it is the shopper's
    own return. `told` are the facts that they told once for all.
    """

    status: Status | None = None
    substatus: Substatus = Substatus.NONE
    meaning: str = ""
    nearly: bool = False
    idle_days: int | None = None
    country: str = ""
    lives_in: str = ""
    seen_in: str = ""
    carrier: str = ""
    promised_on: date | None = None
    needed_by: date | None = None
    hazard: HazardKind | None = None
    before_buying: BeforeBuying | None = None
    sales_channel: SalesChannel | None = None
    protection_days: int | None = None
    sent_back: bool = False
    told: frozenset[Told] = frozenset()


@dataclass(frozen=True)
class Checks:
    """Steps the shopper has already tried; None where not asked yet."""

    places_checked: bool | None = None
    people_asked: bool | None = None
    carrier_contacted: bool | None = None
    seller_contacted: bool | None = None


def read_claims(said: Mapping[str, Any], question: Question, today: date) -> Claims:
    """Turn what was said (`Memory.claims`: duration "9d", date, status "in_transit/…", …) into claims.

    A duration is how long the parcel has been silent, but for a question about the dispute; a date is the promised day
    of a late parcel, else when the silence began.
    """
    days = _days(str(said.get("duration", "")))
    day = date.fromisoformat(said["date"]) if said.get("date") else None
    disputing = question is Question.SELLER_WAIT_OR_DISPUTE
    promised_on = day if question is Question.LATE_DELIVERY else None
    if days is None and day is not None and promised_on is None:
        days = max((today - day).days, 0)
    status, substatus, meaning, near = [*str(said.get("status", "")).split("/"), "", "", ""][:4]
    return Claims(
        status=Status(status) if status else None,
        substatus=Substatus(substatus) if substatus else Substatus.NONE,
        meaning=meaning,
        nearly=bool(near),
        idle_days=None if disputing else days,
        protection_days=said.get("protection_days"),
        sent_back=bool(said.get("sent_back")),
        told=frozenset(map(Told, said.get("told", ()))),
        country=str(said.get("country", "")),
        lives_in=str(said.get("lives_in", "")),
        seen_in=str(said.get("seen_in", "")),
        carrier=str(said.get("carrier", "")),
        promised_on=promised_on,
        needed_by=date.fromisoformat(said["needed_by"]) if said.get("needed_by") else None,
        hazard=HazardKind(said["hazard"]) if said.get("hazard") else None,
        sales_channel=SalesChannel(said["sales_channel"]) if said.get("sales_channel") else None,
    )


def _days(duration: str) -> int | None:
    if not duration:
        return None
    window = Window.parse(duration)
    # whole numbers: 45 business days times 7 / 5 come to a little less than 63 days
    days, amount = {Unit.HOURS: (1, 24), Unit.DAYS: (1, 1), Unit.BUSINESS_DAYS: (7, 5)}[window.unit]
    return window.amount * days // amount
