"""What the responses' placeholders stand for, and the card the widget draws."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.answering.answers import Answer
from parcelbot.core.answering.claims import Claims
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Urgency
from parcelbot.core.cases.cards import MAX_CARD_CHECKPOINTS
from parcelbot.core.language import ResponseText
from parcelbot.core.parcel.arrival import Arrival, ArrivalSource
from parcelbot.core.parcel.carriers import CarrierBook, CarrierContact, ListedCarrier
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.usecases.answer_wording import Wording
from tests.unit.core.builders import NOW, row, scan, shipment
from tests.unit.usecases.fakes import services

SCAN = scan(Substatus.IN_TRANSIT_DEPARTURE, 9, "Shanghai, CN", description="Departed")
PARCEL = shipment(SCAN, substatus=Substatus.IN_TRANSIT_DEPARTURE)
ROW = row(
    "exported",
    response="utter_exported",
    normal="10d",
    wait="12d",
    wait_from="last_scan_at",
    after="utter_then",
    urgency="watch",
)
LP = "LP00123456789012"
CAINIAO = CarrierContact("Cainiao", "https://c.example", "https://c.example/track?n={number}")
REPLY = DecidedEnquiry(
    Enquiry(Question.TRACKING_NOT_UPDATING, LP),
    Facts(now=NOW, last_scan_at=SCAN.at, issued_at=NOW - timedelta(days=11)),
    Answer("in_transit", ROW, wait_until=date(2026, 11, 24), normal_until=date(2026, 11, 22)),
    PARCEL,
)
NO_PARCEL = replace(
    REPLY,
    enquiry=Enquiry(Question.HOW_TO_TRACK),
    shipment=None,
    facts=Facts(now=NOW),
    answer=Answer("general", row("plain")),
)
RESPONSES = {
    "utter_then": "Write to me on {wait_date}.",
    "utter_parcel_line": "{number}: {last_scan_age}{last_scan_where}",
    "utter_seller": "Dear seller",
}


ENGLISH = services().languages["en"]
BOOK = {**ENGLISH.book, **{name: [ResponseText(text)] for name, text in RESPONSES.items()}}
WORDING = Wording(replace(ENGLISH, book=BOOK), services())


def words(reply: DecidedEnquiry = REPLY) -> dict[str, str]:
    return WORDING.placeholders(reply)


def card(reply: DecidedEnquiry = REPLY) -> dict[str, Any]:
    drawn = WORDING.parcel_card(reply)
    return drawn.to_json() if drawn else {}


def with_parcel(reply: DecidedEnquiry = REPLY, **changes: Any) -> DecidedEnquiry:
    assert reply.shipment is not None
    return replace(reply, shipment=replace(reply.shipment, **changes))


def handed_on(**changes: Any) -> DecidedEnquiry:
    """The reply about a parcel that its last scan hands on, and that the next carrier has not scanned."""
    reply = with_parcel(**changes)
    return replace(reply, facts=replace(reply.facts, on_its_way_over=True))


def test_the_parcel_is_described() -> None:
    told = words()
    assert (told["number"], told["carrier"], told["with_carrier"]) == (LP, "Cainiao", " with Cainiao")
    assert (told["status"], told["destination"]) == ("on its way between two stops", "United Kingdom")


def test_the_last_scan_is_told_with_its_age_date_and_place() -> None:
    told = words()
    assert (told["last_scan_age"], told["idle"], told["last_scan_date"]) == ("9 days ago", "9 days", "Thu 12 November")
    assert (told["last_scan_place"], told["last_scan_where"], told["last_scan_text"]) == (
        "Shanghai, CN",
        ", Shanghai, CN",
        "Departed",
    )


def test_windows_and_their_dates_are_told() -> None:
    told = words()
    assert (told["normal"], told["normal_date"]) == ("10 days", "Sun 22 November")
    assert (told["wait"], told["wait_date"]) == ("12 days", "Tue 24 November")
    assert (told["now_date"], told["age"]) == ("Sat 21 November", "11 days")


def test_a_carrier_nobody_named_is_left_out_of_the_sentence() -> None:
    assert words(with_parcel(carrier=""))["with_carrier"] == ""


def reaching(contact: CarrierContact | None) -> Wording:
    book = CarrierBook({"cainiao": ListedCarrier(contact)} if contact else {})
    known = replace(WORDING.services.knowledge, carrier_book=book)
    return replace(WORDING, services=replace(WORDING.services, knowledge=known))


def with_contact(contact: CarrierContact | None, reply: DecidedEnquiry = REPLY) -> dict[str, str]:
    return reaching(contact).placeholders(reply)


def test_the_carrier_that_has_the_parcel_is_told_with_its_ways_to_be_reached() -> None:
    told = with_contact(
        replace(CAINIAO, phone="+1 800 000 0000", hours="Mon–Fri 8:00–20:00", page="https://c.example/help")
    )
    assert (told["carrier_now"], told["carrier_site"]) == ("Cainiao", "https://c.example")
    assert (told["carrier_link"], told["carrier_phone"]) == (f"https://c.example/track?n={LP}", "+1 800 000 0000")
    assert told["carrier_contact"] == ("Cainiao on +1 800 000 0000 (Mon–Fri 8:00–20:00) or at https://c.example/help")


def test_a_carrier_without_a_phone_is_reached_on_its_site() -> None:
    assert with_contact(CAINIAO)["carrier_contact"] == "Cainiao at https://c.example"


def test_a_carrier_nobody_listed_is_named_without_a_way_to_reach_it() -> None:
    told = with_contact(None)
    assert (told["carrier_now"], told["carrier_link"], told["carrier_contact"]) == ("Cainiao", "", "")


def test_the_link_of_a_parcel_that_was_handed_over_is_the_last_mile_carriers() -> None:
    handed_over = with_parcel(carrier="Yanwen", last_mile_carrier="Cainiao", last_mile_number="QM30")
    assert with_contact(CAINIAO, handed_over)["carrier_link"] == "https://c.example/track?n=QM30"


def test_a_card_links_to_the_carriers_own_page() -> None:
    drawn = reaching(CAINIAO).parcel_card(REPLY)
    assert drawn is not None
    assert drawn.to_json()["carrier_link"] == f"https://c.example/track?n={LP}"


def test_a_scan_without_a_place_is_told_without_one() -> None:
    assert words(with_parcel(checkpoints=(scan(Substatus.NONE, 9),)))["last_scan_where"] == ""


def test_a_parcel_that_was_never_scanned_has_no_last_scan() -> None:
    told = words(with_parcel(checkpoints=(scan(Substatus.NONE, 9, physical=False),)))
    assert {told[name] for name in ("last_scan_age", "last_scan_date", "last_scan_text", "idle")} == {""}


def test_without_a_parcel_every_placeholder_is_there_and_empty() -> None:
    told = words(NO_PARCEL)
    assert told.keys() == words().keys()
    assert {name for name, value in told.items() if value} == {"now_date"}


def test_a_number_is_told_back_though_nothing_is_known_of_it() -> None:
    assert words(replace(NO_PARCEL, enquiry=REPLY.enquiry))["number"] == LP


def test_what_the_shopper_said_is_told_back() -> None:
    said = replace(REPLY, enquiry=replace(REPLY.enquiry, claims=Claims(status=Status.DELIVERED, idle_days=1)))
    assert (words(said)["asked"], words(said)["said_days"]) == ("delivered", "1 day")


def test_the_estimate_is_told_as_a_span_with_both_its_days() -> None:
    arrival = Arrival(date(2026, 12, 1), date(2026, 12, 4), ArrivalSource.HISTORY)
    told = words(replace(REPLY, facts=replace(REPLY.facts, arrival=arrival)))
    assert told["arrival"] == "between Tue 1 and Fri 4 December"
    assert (told["arrival_from"], told["arrival_until"]) == ("Tue 1 December", "Fri 4 December")


def test_without_an_estimate_nothing_stands_in_its_place() -> None:
    assert {words()[name] for name in ("arrival", "arrival_from", "arrival_until")} == {""}


def test_the_place_and_the_last_day_of_a_collection_are_told() -> None:
    waiting = replace(REPLY, facts=replace(REPLY.facts, pickup_place="Rosa's Kiosk", pickup_until=date(2026, 12, 1)))
    assert (words(waiting)["pickup_place"], words(waiting)["pickup_until"]) == ("Rosa's Kiosk", "Tue 1 December")


def test_an_order_and_its_protection_are_told() -> None:
    order = Order("8123456789012347", "anna@example.com", SalesChannel.ALIEXPRESS, NOW, protection_days_left=0)
    bought = replace(
        REPLY, enquiry=replace(REPLY.enquiry, order=order), facts=replace(REPLY.facts, protection_days_left=0)
    )
    assert (words(bought)["order"], words(bought)["protection_days"]) == ("8123456789012347", "0")


def test_the_email_of_an_order_is_never_told() -> None:
    order = Order("7401", "anna@example.com", SalesChannel.SHOP, NOW)
    bought = replace(REPLY, enquiry=replace(REPLY.enquiry, order=order))
    assert "anna" not in str(words(bought)) + str(card(bought))


def test_a_message_for_the_seller_is_written_out() -> None:
    advised = replace(REPLY, answer=replace(REPLY.answer, row=row(seller_message="utter_seller")))
    assert words(advised)["seller_message"] == "Dear seller"


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        (NO_PARCEL, ""),
        (REPLY, "utter_parcel_line"),
        (with_parcel(last_mile_carrier="Royal Mail"), "utter_parcel_line_handed_over"),
        (handed_on(last_mile_carrier="Royal Mail"), "utter_parcel_line"),
        (with_parcel(checkpoints=()), "utter_parcel_line_unscanned"),
        (replace(REPLY, facts=replace(REPLY.facts, stale=True)), "utter_parcel_line_stale"),
    ],
)
def test_the_parcels_line_is_the_one_that_fits(reply: DecidedEnquiry, line: str) -> None:
    assert WORDING.parcel_line(reply) == line


def test_without_a_parcel_there_is_no_card() -> None:
    assert card(NO_PARCEL) == {}


def test_a_card_travels_as_json() -> None:
    assert json.loads(json.dumps(card())) == card()


def test_a_card_tells_status_tone_and_route() -> None:
    drawn = card()
    assert drawn["status_text"] == "On its way between two stops"
    assert (drawn["status"], drawn["tone"]) == ("in_transit", "watch")
    assert (drawn["origin"], drawn["destination"]) == ("CN", "GB")
    assert drawn["route"] == {"from": "China", "to": "United Kingdom"}


def test_a_card_tells_how_long_is_normal_and_how_long_it_has_been() -> None:
    drawn = card()
    assert (drawn["elapsed_days"], drawn["normal_days"]) == (9, 10)
    assert (drawn["normal_until"], drawn["wait_until"]) == ("2026-11-22", "2026-11-24")


def test_the_normal_days_count_from_the_day_that_the_scan_shows() -> None:
    late_in_los_angeles = datetime(2026, 11, 11, 20, tzinfo=timezone(timedelta(hours=-8)))
    scanned = with_parcel(checkpoints=(replace(SCAN, at=late_in_los_angeles),))
    assert card(scanned)["normal_days"] == 11


def test_a_card_tells_what_comes_after_the_wait() -> None:
    assert (card()["then"], card()["wait_text"]) == ("Write to me on Tue 24 November.", "Tue 24 November")


def test_a_card_of_an_answer_without_a_wait_promises_nothing() -> None:
    drawn = card(replace(REPLY, answer=Answer("in_transit", row("plain"))))
    assert (drawn["wait_until"], drawn["normal_until"], drawn["normal_days"]) == (None, None, None)
    assert (drawn["wait_text"], drawn["then"]) == ("", "")


def test_a_card_says_in_words_what_it_draws() -> None:
    assert card()["text"] == "LP00123456789012: 9 days ago, Shanghai, CN"


def test_a_card_of_a_parcel_that_was_never_scanned_has_no_last_scan() -> None:
    drawn = card(with_parcel(checkpoints=()))
    assert (drawn["last_scan"], drawn["elapsed_days"], drawn["normal_days"], drawn["checkpoints"]) == (
        None,
        None,
        None,
        [],
    )


def test_a_card_shows_scans_with_their_offsets_and_what_they_are() -> None:
    assert card()["checkpoints"] == [
        {
            "at": "2026-11-12T12:00:00+00:00",
            "text": "Departed",
            "place": "Shanghai, CN",
            "carrier": "",
            "physical": True,
        }
    ]


def test_a_card_shows_the_newest_scans_of_a_long_history() -> None:
    scans = tuple(scan(Substatus.NONE, day, description=f"Scan {day}") for day in range(1, 41))
    shown = card(with_parcel(checkpoints=scans))["checkpoints"]
    assert len(shown) == MAX_CARD_CHECKPOINTS
    assert shown[0]["text"] == "Scan 1"


def test_a_card_says_when_its_state_is_an_old_one() -> None:
    old = replace(REPLY, facts=replace(REPLY.facts, stale=True))
    assert (card(old)["stale"], card()["stale"]) == (True, False)


def in_the_table(document: str) -> set[str]:
    """The placeholders in the first column of CONTRIBUTING's "Placeholders in responses"."""
    section = document.partition("## Placeholders in responses\n")[2].partition("\n## ")[0]
    columns = (line.split("|")[1] for line in section.splitlines() if line.startswith("|"))
    return {name for column in columns for name in re.findall(r"`\{(\w+)\}`", column)}


def test_the_table_of_placeholders_names_each_one() -> None:
    document = (Path(__file__).parents[3] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert sorted(in_the_table(document) ^ set(words())) == []


def test_only_the_first_column_of_that_section_counts() -> None:
    section = "## Placeholders in responses\n| `{number}` `{age}` | not `{that}` |\n"
    document = f"| `{{old}}` | x |\n{section}\n## Next\n| `{{new}}` | x |"
    assert in_the_table(document) == {"number", "age"}


def test_how_long_is_usual_reaches_to_the_day_that_is_waited_for_where_nothing_is_wrong_yet() -> None:
    calm = replace(REPLY, answer=replace(REPLY.answer, row=replace(ROW, then=replace(ROW.then, urgency=Urgency.CALM))))
    assert words(calm)["normal"] == "10–12 days"


@pytest.mark.parametrize(
    ("waits_until", "told"), [(NOW.date(), "Sat 21 November (this evening)"), (date(2026, 11, 22), "Sun 22 November")]
)
def test_a_day_to_look_again_that_is_today_is_said_to_be_today(waits_until: date, told: str) -> None:
    words = Wording(services().languages["en"], services()).placeholders(
        replace(REPLY, answer=replace(REPLY.answer, wait_until=waits_until)), waits_until
    )
    assert (words["wait_date"], words["plan_date"]) == (told, told)


def test_what_is_to_be_done_at_once_is_not_put_off_until_the_evening() -> None:
    at_once = Answer("delivered", row("act_now", wait="0d", wait_from="last_scan_at"), wait_until=NOW.date())
    words = Wording(services().languages["en"], services()).placeholders(replace(REPLY, answer=at_once))
    assert words["wait_date"] == "Sat 21 November"


def test_the_plan_of_an_earlier_answer_says_that_its_day_is_today() -> None:
    words = Wording(services().languages["en"], services()).placeholders(REPLY, NOW.date())
    assert words["plan_date"] == "Sat 21 November (today)"
