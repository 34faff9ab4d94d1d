"""Define the facts a decision may depend on; the current time is one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.scan_wordings import Demand, Whereabouts
from parcelbot.core.parcel.shipment import LookupOutcome, Stage, Status, Substatus, WantedDetail
from parcelbot.core.questions import Question


@dataclass(frozen=True)
class Facts:
    """One parcel and one shopper at one moment.

    Every field but `now` has a default that means "not known", so that any combination can be
    decided. Times are aware. `topic` names an advice topic of `knowledge/tables/advice.yml` or is "".
    `asked_status`/`asked_substatus` are what the shopper names ("what does X mean", "it says
    delivered"), next to what the provider says in `status`/`substatus`. `meaning` is what
    the scan that decided says (an id of `knowledge/wordings.yml`, "" for none), `house` the neighbour's number in it.
    `contradicted`: code and scans cannot both be right. `code_overruled`: the carrier's page shows another status than
    its scans. `long_over`: it ended so long ago that its number is another's. `wanted`: the detail without which the
    carrier does not show the parcel. `sold_by_us`: it belongs to an order that our directory knows, whatever its
    channel.
    """

    now: datetime
    question: Question = Question.WHERE_IS_MY_ORDER
    topic: str = ""
    asked_status: Status | None = None
    asked_substatus: Substatus = Substatus.NONE
    lookup: LookupOutcome = LookupOutcome.NOT_ASKED
    wanted: WantedDetail | None = None
    stale: bool = False
    status: Status | None = None
    substatus: Substatus = Substatus.NONE
    stage: Stage = Stage.NO_SCAN
    meaning: str = ""
    whereabouts: Whereabouts = Whereabouts.UNKNOWN
    house: str = ""
    demand: Demand = Demand.NOTHING
    contradicted: bool = False
    code_overruled: bool = False
    long_over: bool = False
    last_scan_at: datetime | None = None
    issued_at: datetime | None = None
    sales_channel: SalesChannel = SalesChannel.SHOP
    sold_by_us: bool = False
    international: bool = False
    carrier_changed: bool = False
    destination_mismatch: bool = False
    protection_days_left: int | None = None
    promise_passed: bool | None = None
    places_checked: bool | None = None
    people_asked: bool | None = None
    carrier_contacted: bool | None = None
    seller_contacted: bool | None = None
    repeat_contact: bool = False
    calendar: BusinessCalendar = field(default_factory=BusinessCalendar)

    @property
    def business_day(self) -> bool:
        """False at a weekend or on a holiday of either end of the route."""
        return self.calendar.is_business_day(self.now.date())

    @property
    def scanned(self) -> bool:
        """True once a carrier has had the parcel itself in hand."""
        return self.last_scan_at is not None

    @property
    def month(self) -> int:
        """Month of `now`, 1 to 12; tells peak seasons."""
        return self.now.month
