"""From what is said, found and ordered to the facts that decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from parcelbot.core.answering.claims import Checks, Claims, read_claims
from parcelbot.core.answering.enquiry import Enquiry, facts_for, idle_days_differ, sales_channel
from parcelbot.core.answering.facts import Facts
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Stage, Status, Substatus
from parcelbot.core.questions import Question
from tests.unit.core.builders import NOW, scan, shipment

TODAY = NOW.date()
STUCK = Question.TRACKING_NOT_UPDATING
NOTHING_ASKED = Lookup(LookupOutcome.NOT_ASKED)
ORDER = Order("7401", "anna@example.com", SalesChannel.SHOP, datetime(2026, 11, 1, tzinfo=NOW.tzinfo), destination="GB")
MARKET = replace(ORDER, sales_channel=SalesChannel.ALIEXPRESS, protection_days_left=12)


def facts(enquiry: Enquiry, lookup: Lookup = NOTHING_ASKED) -> Facts:
    return facts_for(enquiry, lookup, NOW, BusinessCalendar())


def found(*checkpoints: object, **fields: object) -> Lookup:
    return Lookup(LookupOutcome.FOUND, shipment(*checkpoints, **fields))


def test_nothing_said_claims_nothing() -> None:
    assert read_claims({}, STUCK, TODAY) == Claims()


@pytest.mark.parametrize(
    ("duration", "days"), [("9d", 9), ("5bd", 7), ("10bd", 14), ("3bd", 4), ("48h", 2), ("36h", 1), ("5h", 0)]
)
def test_a_duration_is_how_long_the_parcel_has_been_silent(duration: str, days: int) -> None:
    assert read_claims({"duration": duration}, STUCK, TODAY).idle_days == days


def idle_days(duration: str) -> int | None:
    return read_claims({"duration": duration}, STUCK, TODAY).idle_days


def test_so_many_times_24_hours_are_as_many_days() -> None:
    assert [days for days in range(400) if idle_days(f"{24 * days}h") != days] == []


def test_so_many_working_weeks_are_as_many_weeks() -> None:
    assert [weeks for weeks in range(100) if idle_days(f"{5 * weeks}bd") != 7 * weeks] == []


def test_in_a_dispute_a_duration_is_no_silence_and_the_protection_left_is_what_was_called_so():
    claims = read_claims({"duration": "9d", "protection_days": 4}, Question.SELLER_WAIT_OR_DISPUTE, TODAY)
    assert (claims.protection_days, claims.idle_days) == (4, None)


def test_a_date_is_when_the_silence_began() -> None:
    assert read_claims({"date": "2026-11-12"}, STUCK, TODAY).idle_days == 9


def test_a_duration_counts_for_more_than_a_date() -> None:
    assert read_claims({"date": "2026-11-01", "duration": "9d"}, STUCK, TODAY).idle_days == 9


def test_a_silence_that_begins_in_the_future_has_not_begun() -> None:
    assert read_claims({"date": "2026-12-24"}, STUCK, TODAY).idle_days == 0


def test_the_date_of_a_late_parcel_is_the_promised_one() -> None:
    claims = read_claims({"date": "2026-11-12"}, Question.LATE_DELIVERY, TODAY)
    assert (claims.promised_on, claims.idle_days) == (date(2026, 11, 12), None)


def test_a_status_may_be_claimed_with_its_reason() -> None:
    claims = read_claims({"status": "in_transit/in_transit_departure"}, STUCK, TODAY)
    assert (claims.status, claims.substatus) == (Status.IN_TRANSIT, Substatus.IN_TRANSIT_DEPARTURE)


def test_a_quoted_wording_is_claimed_with_what_it_means() -> None:
    claims = read_claims({"status": "in_transit//at_local_depot"}, STUCK, TODAY)
    assert (claims.status, claims.substatus, claims.meaning) == (
        Status.IN_TRANSIT,
        Substatus.NONE,
        "at_local_depot",
    )
    assert facts(Enquiry(Question.STATUS_MEANING, claims=claims)).asked_meaning == "at_local_depot"


def test_a_status_may_be_claimed_alone() -> None:
    claims = read_claims({"status": "delivered"}, STUCK, TODAY)
    assert (claims.status, claims.substatus) == (Status.DELIVERED, Substatus.NONE)


def test_country_carrier_and_channel_are_taken_as_said() -> None:
    claims = read_claims({"country": "DE", "carrier": "dhl", "sales_channel": "aliexpress"}, STUCK, TODAY)
    assert (claims.country, claims.carrier, claims.sales_channel) == ("DE", "dhl", SalesChannel.ALIEXPRESS)


def test_an_order_is_the_shops_when_nobody_says_otherwise() -> None:
    assert sales_channel(Enquiry(STUCK)) is SalesChannel.SHOP


def test_the_shopper_may_say_where_it_was_ordered() -> None:
    assert (
        sales_channel(Enquiry(STUCK, claims=Claims(sales_channel=SalesChannel.ALIEXPRESS))) is SalesChannel.ALIEXPRESS
    )


def test_the_provider_is_told_the_carrier_that_the_order_names_else_the_shoppers() -> None:
    said, sent = Claims(carrier="ups"), replace(ORDER, parcels=("N1", "N2"), carriers={"N1": "DHL Express"})
    carriers = [Enquiry(STUCK, number, order=sent, claims=said).request.carrier for number in ("N1", "N2")]
    assert carriers == ["DHL Express", "ups"]


@pytest.mark.parametrize("order", [ORDER, MARKET])
def test_an_order_that_we_know_is_sold_by_us_whatever_its_channel(order: Order) -> None:
    assert facts(Enquiry(STUCK, order=order)).sold_by_us is True


def test_what_the_shopper_says_of_the_shop_makes_no_order_ours() -> None:
    assert facts(Enquiry(STUCK, claims=Claims(sales_channel=SalesChannel.SHOP))).sold_by_us is False


def test_the_order_knows_better_where_it_was_placed() -> None:
    said = Claims(sales_channel=SalesChannel.ALIEXPRESS)
    assert sales_channel(Enquiry(STUCK, order=ORDER, claims=said)) is SalesChannel.SHOP


def test_without_a_parcel_nothing_is_known_of_it() -> None:
    known = facts(Enquiry(STUCK))
    assert (known.lookup, known.status, known.last_scan_at, known.issued_at) == (
        LookupOutcome.NOT_ASKED,
        None,
        None,
        None,
    )


def test_what_the_carrier_tells_becomes_facts() -> None:
    parcel = found(scan(Substatus.IN_TRANSIT_DEPARTURE, 3, "Shanghai, CN"), last_mile_carrier="Royal Mail")
    known = facts(Enquiry(STUCK), parcel)
    assert (known.status, known.stage, known.last_scan_at) == (
        Status.IN_TRANSIT,
        Stage.EXPORTED,
        NOW - timedelta(days=3),
    )
    assert (known.international, known.carrier_changed) == (True, True)


def test_a_label_event_is_not_a_scan() -> None:
    known = facts(Enquiry(STUCK), found(scan(Substatus.NONE, 3, physical=False)))
    assert (known.scanned, known.stage, known.issued_at) == (False, Stage.NO_SCAN, NOW - timedelta(days=3))


def test_an_order_dates_a_number_that_no_carrier_has_dated() -> None:
    assert facts(Enquiry(STUCK, order=ORDER), found()).issued_at == ORDER.placed_at


def test_a_shipment_from_the_cache_is_known_to_be_old() -> None:
    assert facts(Enquiry(STUCK), Lookup(LookupOutcome.UNAVAILABLE, shipment(), stale=True)).stale


@pytest.mark.parametrize(("destination", "differs"), [("GB", False), ("FR", True), ("", False)])
def test_a_parcel_that_goes_elsewhere_than_ordered_is_noticed(destination: str, differs: bool) -> None:
    assert facts(Enquiry(STUCK, order=ORDER), found(destination=destination)).destination_mismatch is differs


def test_without_an_order_no_destination_is_wrong() -> None:
    assert not facts(Enquiry(STUCK), found(destination="FR")).destination_mismatch


def test_more_days_than_the_order_has_are_not_believed() -> None:
    assert facts(Enquiry(STUCK, order=MARKET, claims=Claims(protection_days=40))).protection_days_left == 12


def test_a_protection_that_ran_out_counts_for_more_than_what_is_said() -> None:
    ran_out = replace(MARKET, protection_days_left=0)
    assert facts(Enquiry(STUCK, order=ran_out, claims=Claims(protection_days=40))).protection_days_left == 0


def test_the_shoppers_protection_counts_where_no_order_tells() -> None:
    assert facts(Enquiry(STUCK, claims=Claims(protection_days=40))).protection_days_left == 40


@pytest.mark.parametrize(
    ("promised", "passed"), [(None, None), (date(2026, 11, 20), True), (TODAY, False), (date(2026, 11, 22), False)]
)
def test_a_promise_has_passed_the_day_after(promised: date | None, passed: bool | None) -> None:
    assert facts(Enquiry(STUCK, claims=Claims(promised_on=promised))).promise_passed is passed


def test_what_was_tried_and_whether_it_was_asked_before_are_facts() -> None:
    known = facts(Enquiry(STUCK, checks=Checks(places_checked=True, seller_contacted=False), repeat=True))
    assert (known.places_checked, known.people_asked, known.seller_contacted) == (True, None, False)
    assert known.repeat_contact


@pytest.mark.parametrize(
    ("said", "differs"), [(None, False), (9, False), (7, False), (11, False), (6, True), (12, True)]
)
def test_a_silence_other_than_the_last_scans_is_noticed_beyond_two_days(said: int | None, differs: bool) -> None:
    assert idle_days_differ(said, Facts(now=NOW, last_scan_at=NOW - timedelta(days=9))) is differs


def test_a_silence_without_a_scan_cannot_be_compared() -> None:
    assert not idle_days_differ(9, Facts(now=NOW))


def test_an_order_that_the_directory_knows_is_sold_by_us_whatever_its_channel() -> None:
    ours = [facts(Enquiry(STUCK, order=order)).sold_by_us for order in (ORDER, MARKET)]
    assert ours == [True, True]
    assert not facts(Enquiry(STUCK, claims=Claims(sales_channel=SalesChannel.ALIEXPRESS))).sold_by_us


def test_the_day_it_is_wanted_for_is_a_fact() -> None:
    claims = read_claims({"needed_by": "2026-12-05"}, STUCK, TODAY)
    assert facts(Enquiry(STUCK, claims=claims)).needed_by == date(2026, 12, 5)


@pytest.mark.parametrize(
    ("said", "status", "destination", "elsewhere"),
    [
        ({"lives_in": "GB"}, Status.IN_TRANSIT, "DE", True),
        ({"lives_in": "GB"}, Status.IN_TRANSIT, "GB", False),
        ({"lives_in": "GB"}, Status.IN_TRANSIT, "", False),
        ({"lives_in": "GB", "seen_in": "DE"}, Status.OUT_FOR_DELIVERY, "", True),
        ({"lives_in": "GB", "seen_in": "DE"}, Status.IN_TRANSIT, "GB", False),
        ({"seen_in": "DE"}, Status.OUT_FOR_DELIVERY, "GB", False),
        ({"country": "DE"}, Status.OUT_FOR_DELIVERY, "GB", False),
    ],
)
def test_two_places_that_do_not_fit_are_told_from_a_stop_on_the_way(
    said: dict[str, str], status: Status, destination: str, elsewhere: bool
) -> None:
    claims = read_claims(said, Question.WRONG_DESTINATION, TODAY)
    lookup = found(scan(Substatus.NONE, 1), status=status, destination=destination)
    assert facts(Enquiry(Question.WRONG_DESTINATION, "LP1", claims=claims), lookup).lives_elsewhere is elsewhere


def test_without_a_parcel_nobody_lives_elsewhere() -> None:
    assert not facts(Enquiry(STUCK, claims=Claims(lives_in="GB"))).lives_elsewhere


@pytest.mark.parametrize(("said", "country"), [({"country": "BR"}, "BR"), ({}, "GB")])
def test_the_country_asked_about_is_the_one_named_else_the_orders(said: dict[str, str], country: str) -> None:
    claims = read_claims(said, Question.SHIPPING_TIME, TODAY)
    assert facts(Enquiry(Question.SHIPPING_TIME, order=ORDER, claims=claims)).country == country


def test_a_signature_is_known_where_the_carrier_names_somebody() -> None:
    assert facts(Enquiry(STUCK, "LP1"), found(scan(Substatus.NONE, 1), signed_by="A. Green")).signed
    assert not facts(Enquiry(STUCK, "LP1"), found(scan(Substatus.NONE, 1))).signed


def test_a_counter_that_shows_fewer_days_of_protection_counts() -> None:
    told = Enquiry(STUCK, order=MARKET, claims=Claims(protection_days=2))
    assert facts(told).protection_days_left == 2
    assert facts(replace(told, claims=Claims())).protection_days_left == 12


def test_an_order_tells_how_many_parcels_it_has() -> None:
    assert facts(Enquiry(STUCK)).parcels is None
    assert facts(Enquiry(STUCK, order=replace(ORDER, parcels=("A1", "B2")))).parcels == 2


def test_a_picture_that_came_is_held() -> None:
    assert facts(Enquiry(STUCK, photo_held=True)).photo_held is True


@pytest.mark.parametrize(
    ("place", "passing"),
    [("Leipzig, DE", True), ("Shenzhen, CN", False), ("Leeds, GB", False), ("a ship", False)],
)
def test_a_scan_in_a_third_country_is_a_stop_between_the_two(place: str, passing: bool) -> None:
    lookup = found(scan(Substatus.IN_TRANSIT_OTHER, location=place))
    assert facts(Enquiry(STUCK, number="A1"), lookup).passing_through is passing
