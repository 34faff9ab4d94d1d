"""Collect a shopper's question with everything said around it, and turn it into facts once the parcel is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from parcelbot.core.answering.claims import Checks, Claims
from parcelbot.core.answering.facts import Facts, is_here
from parcelbot.core.answering.open_matters import Matter
from parcelbot.core.answering.parcel_facts import goes_elsewhere, status_of, told_by_scans
from parcelbot.core.parcel.arrival import Arrival
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.settling import ParcelState
from parcelbot.core.parcel.shipment import Lookup, LookupRequest, Shipment, Status
from parcelbot.core.questions import Question
from parcelbot.core.reading.questions.supposed import Supposed
from parcelbot.core.reading.told.telling import Told

#: Carriers give a number out again after half a year at the earliest.
NUMBER_LIVES_FOR = timedelta(days=120)
#: No stop on the way any more: where it is now, somebody gets it.
_AT_ITS_END = frozenset({Status.OUT_FOR_DELIVERY, Status.AVAILABLE_FOR_PICKUP, Status.DELIVERED})

#: What is asked about a charge, as a question of its own and after an answer.
_ASK_FOR_A_CHARGE = frozenset({Question.CUSTOMS_PAYMENT, Question.IMPORT_DUTIES, Question.SCAM_MESSAGE})
_ABOUT_A_CHARGE = frozenset(
    {"customs_how_much", "customs_will_i_pay", "customs_how_to_pay", "customs_unpaid", "customs_twice"}
    | {"fee_at_door", "asked_of_me"}
)


@dataclass(frozen=True)
class Enquiry:
    """One question to decide. `supposed` is what it supposes and asks of that.

    `number` is "" where no parcel is known; `repeat`: the parcel has a case already, `plan_day`: the day of its plan,
    `matter` is what was talked of, `asked_soon` when the day asked about is one of the next, `asked_how_far` when it is
    whether a country was left or reached, `asked_reasons` those that it is asked about (`reasons.py`), `supposed` what
    a question supposes and asks of it, `missing` when it was said not to be there, `goods` when the matter is the goods
    themselves, `wished` when a person is to do something, `writes_first` when the shopper can be told of its news
    unasked, `photo_held` when a file has come from them, `order_named` when an order's number was given. `follow_up` is
    a second question of `knowledge/follow_ups/`, `just_told` a fact, `after` the table that answered before. `detail`
    is what the carrier wanted to be told (a postcode, a phone's digits), `asked_by` the conversation; "" for each
    that is not known. `zone` is the zone of the shopper's day, None where it is the shop's.
    """

    question: Question
    number: str = ""
    order: Order | None = None
    topic: str = ""
    follow_up: str = ""
    after: str = ""
    claims: Claims = field(default_factory=Claims)
    checks: Checks = field(default_factory=Checks)
    repeat: bool = False
    plan_day: date | None = None
    matter: Matter | None = None
    asked_soon: bool = False
    asked_how_far: bool = False
    asked_reasons: frozenset[str] = frozenset()
    supposed: Supposed | None = None
    just_told: Told | None = None
    missing: bool = False
    goods: bool = False
    wished: bool = False
    writes_first: bool = False
    photo_held: bool = False
    detail: str = ""
    asked_by: str = ""
    order_named: bool = False
    zone: tzinfo | None = None

    @property
    def request(self) -> LookupRequest:
        """The question to the provider that this one leads to; the carrier is the order's, else the shopper's word."""
        carrier = self.order.carrier_of(self.number) if self.order else ""
        return LookupRequest(self.number, carrier or self.claims.carrier, self.detail, self.asked_by)


def facts_for(
    enquiry: Enquiry,
    lookup: Lookup,
    now: datetime,
    calendar: BusinessCalendar,
    state: ParcelState | None = None,
    arrival: Arrival | None = None,
) -> Facts:
    """Gather the facts that the tables decide on; the order wins over what the shopper says.

    `state` is what the scans and the code of `lookup.shipment` come to; None where nobody settled it. `arrival` is the
    estimate.
    """
    hides_house = Told.NO_SUCH_HOUSE in enquiry.claims.told and enquiry.follow_up != "no_such_house"
    shipment, order, claims, checks = lookup.shipment, enquiry.order, enquiry.claims, enquiry.checks
    here = is_here(claims.told, status_of(lookup).get("status"))
    return Facts(
        now=now,
        calendar=calendar,
        question=enquiry.question,
        topic=enquiry.topic,
        follow_up=enquiry.follow_up,
        after=enquiry.after,
        sent_back=claims.sent_back,
        told=claims.told,
        just_told=enquiry.just_told,
        wished=enquiry.wished,
        goods_told=enquiry.goods or claims.sent_back or here,
        unsent=order is not None and not order.parcels,
        **_asked(enquiry, state),
        lookup=lookup.outcome,
        wanted=lookup.wanted,
        stale=lookup.stale,
        **status_of(lookup),
        **told_by_scans(
            state, _is_about_a_charge(enquiry), _is_about_goods(enquiry), enquiry.asked_reasons, hides_house
        ),
        arrival=arrival,
        long_over=_long_over(shipment, order, now),
        issued_at=_issued_at(shipment, order),
        sales_channel=sales_channel(enquiry),
        sold_by_us=order is not None,
        order_named=enquiry.order_named,
        lives_elsewhere=_lives_elsewhere(claims, shipment),
        needed_by=claims.needed_by,
        hazard=claims.hazard,
        before_buying=claims.before_buying,
        country=claims.country or (order.destination if order else ""),
        destination_mismatch=goes_elsewhere(shipment, order),
        protection_days_left=_protection_days(order, claims),
        promise_passed=None if claims.promised_on is None else claims.promised_on < now.date(),
        places_checked=hides_house or checks.places_checked,
        people_asked=hides_house or checks.people_asked,
        carrier_contacted=checks.carrier_contacted,
        seller_contacted=checks.seller_contacted,
        repeat_contact=enquiry.repeat,
        plan_day=enquiry.plan_day,
        matter=enquiry.matter,
        asked_soon=enquiry.asked_soon,
        asked_how_far=enquiry.asked_how_far,
        supposed=enquiry.supposed.event.value if enquiry.supposed else "",
        asked_of_it=enquiry.supposed.asks.value if enquiry.supposed else "",
        missing_told=enquiry.missing and not here,
        writes_first=enquiry.writes_first,
        photo_held=enquiry.photo_held,
        parcels=len(order.parcels) if order else None,
    )


def _is_about_a_charge(enquiry: Enquiry) -> bool:
    return enquiry.follow_up in _ABOUT_A_CHARGE if enquiry.follow_up else enquiry.question in _ASK_FOR_A_CHARGE


def _is_about_goods(enquiry: Enquiry) -> bool:
    return not enquiry.follow_up and enquiry.question in (Question.ITEM_DAMAGED, Question.ITEM_MISSING)


def sales_channel(enquiry: Enquiry) -> SalesChannel:
    """Return where the order was placed: by the order, else by the shopper's word, else the shop."""
    if enquiry.order is not None:
        return enquiry.order.sales_channel
    return enquiry.claims.sales_channel or SalesChannel.SHOP


def idle_days_differ(said_days: int | None, facts: Facts, tolerance_days: int = 2) -> bool:
    """Tell whether the shopper's "nothing for N days" disagrees with the last scan."""
    if said_days is None or facts.last_scan_at is None:
        return False
    return abs((facts.now - facts.last_scan_at).days - said_days) > tolerance_days


def _asked(enquiry: Enquiry, state: ParcelState | None) -> dict[str, Any]:
    """The status that the shopper names; none where the carrier's own page says so and only its scans know better."""
    claims = enquiry.claims
    agrees = state is not None and claims.status is state.coded and enquiry.question is not Question.STATUS_MEANING
    return (
        {}
        if agrees
        else {
            "asked_status": claims.status,
            "asked_substatus": claims.substatus,
            "asked_meaning": claims.meaning,
            "asked_nearly": claims.nearly,
        }
    )


def _long_over(shipment: Shipment | None, order: Order | None, now: datetime) -> bool:
    """True when the parcel ended so long before the order, or before now without one, that it is another's."""
    scan = shipment.last_scan if shipment else None
    if shipment is None or scan is None or shipment.status not in (Status.DELIVERED, Status.RETURNED):
        return False
    return (order.placed_at if order else now) - scan.at > NUMBER_LIVES_FOR


def _issued_at(shipment: Shipment | None, order: Order | None) -> datetime | None:
    issued = shipment.issued_at if shipment else None
    return issued or (order.placed_at if order else None)


def _lives_elsewhere(claims: Claims, shipment: Shipment | None) -> bool:
    """True when the shopper's home is neither where it is addressed to nor, at its end, where it is seen."""
    home = claims.lives_in
    if not home or shipment is None:
        return False
    seen = claims.seen_in if shipment.status in _AT_ITS_END else ""
    return _are_two_places(home, seen) or (_is_country(home) and _are_two_places(home, shipment.destination))


def _are_two_places(one: str, other: str) -> bool:
    """Tell whether two places differ; a country is compared with a country, and "Leeds" is in "Leeds Hub"."""
    if not one or not other or _is_country(one) is not _is_country(other):
        return False
    return one.casefold() not in other.casefold() and other.casefold() not in one.casefold()


def _is_country(place: str) -> bool:
    return len(place) == 2 and place.isupper()


def _protection_days(order: Order | None, claims: Claims) -> int | None:
    """Give the fewer of the days left by the order and by the shopper's counter: to act too late costs more."""
    of_the_order = order.protection_days_left if order is not None else None
    return min((days for days in (of_the_order, claims.protection_days) if days is not None), default=None)
