"""Define the facts a decision may depend on; the current time is one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from parcelbot.core.answering.open_matters import Matter
from parcelbot.core.answering.shop import ShopFacts
from parcelbot.core.parcel.arrival import Arrival, ArrivalSource
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.incidents import Incident, IncidentKind, failed_attempts
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.scan_wordings import Demand, Whereabouts
from parcelbot.core.parcel.shipment import LookupOutcome, Stage, Status, Substatus, WantedDetail, may_be_here
from parcelbot.core.questions import Question
from parcelbot.core.reading.danger.hazard_kinds import HazardKind
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.before_buying import BeforeBuying


def is_here(told: frozenset[Told], status: Status | None) -> bool:
    """Tell whether a parcel is with its shopper: they have said so, and no scan speaks against it."""
    return Told.IN_HAND in told and may_be_here(status)


@dataclass(frozen=True)
class Facts:
    """One parcel and one shopper at one moment.

    Every field but `now` has a default that means "not known", so that any combination can be decided. Times are aware.
    `topic` names an advice topic of `knowledge/tables/advice.yml` or is "", `follow_up` a second question of
    `knowledge/follow_ups/`, `after` the table that answered before it. `asked_status`/`asked_substatus` are what
    the shopper names ("what does X mean", "it says delivered"), next to what the provider says in
    `status`/`substatus`. `asked_meaning` is what a quoted wording says, `meaning` what the scan that decided says
    (both are ids of `knowledge/wordings.yml`, "" for none), `house` the neighbour's number in it. `contradicted`:
    code and scans cannot both be right. `code_overruled`: the carrier's page shows another status than its scans.
    `long_over`: it ended so long ago that its number is another's. `arrival` is the estimate. `pickup_place` and
    `pickup_until` are where it waits to be collected and the last day for it, as scans name them. `incidents` are what
    happened to it, newest first, `explained_by` the one that explains where it stands. `plan_day`: the
    day that the parcel's plan waits for, which a question beside the plan may name. `matter` is what the talk was
    about before. `asked_soon`: the day asked about is today or one of the next. `asked_how_far`: it is asked whether a
    country was left or reached. `supposed` is the event that a question supposes, `asked_of_it` what it asks of that.
    `reason_told`: the reason that is asked about stands in the scan that explains it. `missing_told`: the shopper has
    said that it is not there. `in_destination`: its last scan was made in the country it goes to from another.
    `in_circles`: it was last scanned where it had been before.
    `sold_by_us`: it belongs to an order that our directory knows, whatever its channel. `order_named`:
    an order's number was given with it. `sent_back`: it is the
    shopper's own return, `told` are the facts that the shopper has told once for all.
    `just_told` is the one of them that is answered now, because this message tells it.
    `on_its_way_over`: it was handed on, and the next carrier has not scanned it yet.
    `number_changed`: its carrier knows it by another number now. `goods_told`: the matter is the
    goods themselves, which the shopper has or sent back, `wished`: something is wished that only a person can do.
    `photographed`: its last scan says that a photo was taken.
    `unsent`: no parcel of the order has left yet. `lives_elsewhere`: the shopper lives elsewhere than it is
    addressed to or brought to. `needed_by` is the day it is wanted for. `country` is the one asked about before an
    order, ISO 3166 alpha-2 or "". `hazard` is the kind of hazard that the shopper speaks of, `before_buying` what
    is asked before an order beside time, cost and duties. `wanted`: the detail without which the carrier does not
    show the parcel. `writes_first`: the shopper can be written to about this parcel without having asked.
    `photo_held`: a photo or file has come from the shopper. `parcels`: how many parcels their order has, None where
    it is not known. `passing_through`: its last scan was made neither in the country that it comes from nor in the one
    that it goes to. `home_post` is the post that most likely brings what another post has sent, "" where none is known.
    """

    now: datetime
    question: Question = Question.WHERE_IS_MY_ORDER
    topic: str = ""
    follow_up: str = ""
    after: str = ""
    asked_status: Status | None = None
    asked_substatus: Substatus = Substatus.NONE
    asked_meaning: str = ""
    asked_nearly: bool = False
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
    arrival: Arrival | None = None
    pickup_place: str = ""
    pickup_until: date | None = None
    incidents: tuple[Incident, ...] = ()
    explained_by: Incident | None = None
    last_scan_at: datetime | None = None
    issued_at: datetime | None = None
    signed: bool = False
    photographed: bool = False
    carrier_reachable: bool = False
    sales_channel: SalesChannel = SalesChannel.SHOP
    sold_by_us: bool = False
    order_named: bool = False
    sent_back: bool = False
    told: frozenset[Told] = frozenset()
    just_told: Told | None = None
    goods_told: bool = False
    wished: bool = False
    unsent: bool = False
    international: bool = False
    in_destination: bool = False
    in_circles: bool = False
    carrier_changed: bool = False
    on_its_way_over: bool = False
    number_changed: bool = False
    destination_mismatch: bool = False
    lives_elsewhere: bool = False
    protection_days_left: int | None = None
    promise_passed: bool | None = None
    needed_by: date | None = None
    hazard: HazardKind | None = None
    before_buying: BeforeBuying | None = None
    country: str = ""
    shop: ShopFacts = field(default_factory=ShopFacts)
    places_checked: bool | None = None
    people_asked: bool | None = None
    carrier_contacted: bool | None = None
    seller_contacted: bool | None = None
    repeat_contact: bool = False
    plan_day: date | None = None
    matter: Matter | None = None
    asked_soon: bool = False
    asked_how_far: bool = False
    supposed: str = ""
    asked_of_it: str = ""
    reason_told: bool = False
    missing_told: bool = False
    writes_first: bool = False
    photo_held: bool = False
    parcels: int | None = None
    passing_through: bool = False
    home_post: str = ""
    calendar: BusinessCalendar = field(default_factory=BusinessCalendar)

    @property
    def business_day(self) -> bool:
        """False at a weekend or on a holiday of either end of the route."""
        return self.calendar.is_business_day(self.now.date())

    @property
    def astray(self) -> bool:
        """True when it travels, by label or by the shopper's word, to a place that is not the shopper's."""
        return self.lives_elsewhere or self.destination_mismatch or Told.NO_STOP in self.told

    @property
    def in_hand(self) -> bool:
        """True when the shopper has told that it is with them, and no scan speaks against it."""
        return is_here(self.told, self.status)

    @property
    def follows_up(self) -> bool:
        """True when it is a second question about a parcel whose plan was told."""
        return bool(self.follow_up)

    @property
    def carrier_untried(self) -> bool:
        """True unless the shopper has asked the carrier already."""
        return self.carrier_contacted is not True

    @property
    def scanned(self) -> bool:
        """True once a carrier has had the parcel itself in hand."""
        return self.last_scan_at is not None

    @property
    def scanned_today(self) -> bool:
        """True when the last scan is of this very day, where it was made."""
        scan = self.last_scan_at
        return scan is not None and self.now.astimezone(scan.tzinfo).date() == scan.date()

    @property
    def month(self) -> int:
        """Month of `now`, 1 to 12; tells peak seasons."""
        return self.now.month

    @property
    def arrival_known(self) -> bool:
        """True when somebody has an estimate, even one that has passed."""
        return self.arrival is not None

    @property
    def arrival_late(self) -> bool:
        """True when every day of the estimate is over."""
        return self.arrival is not None and self.arrival.is_late(self.now.date())

    @property
    def arrival_source(self) -> ArrivalSource | None:
        """The one who made the estimate; None without one."""
        return self.arrival.source if self.arrival else None

    @property
    def deadline_named(self) -> bool:
        """True when the shopper has named a day that it is wanted for and that is not over."""
        return self.needed_by is not None and self.needed_by >= self.now.date()

    @property
    def plan_dated(self) -> bool:
        """True when the parcel has a plan with a day to wait for."""
        return self.plan_day is not None

    @property
    def plan_too_late(self) -> bool:
        """True when that day lies after the one that the parcel is needed for."""
        return (
            self.plan_day is not None
            and self.needed_by is not None
            and self.deadline_named
            and self.plan_day > self.needed_by
        )

    @property
    def plan_in_time(self) -> bool:
        """True when that day comes before the one that the parcel is needed for."""
        return self.plan_day is not None and self.needed_by is not None and self.plan_day < self.needed_by

    @property
    def home_post_known(self) -> bool:
        """True when the post is known that most likely brings it in the end."""
        return bool(self.home_post)

    @property
    def arrival_in_time(self) -> bool | None:
        """True when the whole estimate lies before the end of the day it is wanted for; None without one of them."""
        if self.arrival is None or self.needed_by is None or not self.deadline_named:
            return None
        return self.arrival.latest <= self.needed_by

    @property
    def shop_fact(self) -> str:
        """The owner's clause that answers a question before an order; "" where none was told."""
        return self.shop.tell(self.question, self.country)

    @property
    def shop_tells(self) -> bool:
        """True when the owner has told what is asked before an order."""
        return bool(self.shop_fact)

    @property
    def pickup_place_known(self) -> bool:
        """True when a scan names the place where it waits to be collected."""
        return bool(self.pickup_place)

    @property
    def pickup_until_known(self) -> bool:
        """True when a scan names the last day to collect it."""
        return self.pickup_until is not None

    @property
    def pickup_over(self) -> bool:
        """True when that day has passed."""
        return self.pickup_until is not None and self.pickup_until < self.now.date()

    @property
    def cause(self) -> IncidentKind | None:
        """The kind of what explains where the parcel stands; None where no scan tells it."""
        return self.explained_by.kind if self.explained_by else None

    @property
    def cause_known(self) -> bool:
        """True when a scan tells why the parcel is where it is."""
        return self.explained_by is not None

    @property
    def attempts(self) -> int:
        """The days on which a delivery failed."""
        return failed_attempts(self.incidents)

    @property
    def eventful(self) -> bool:
        """True when the scans tell more than that it moved."""
        return bool(self.incidents)
