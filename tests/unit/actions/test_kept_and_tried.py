"""What scans show and shoppers have tried: a circle is told, a page that fails is left, a gone parcel has no day."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.knowledge.loading import Knowledge
from tests.support.languages import all_spoken, read_phrases
from tests.unit.actions.talk import LP, MONDAY, Chat, kept, of_the_shop, real_knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider

MISSED = shipment(scan(Substatus.DELIVERY_FAILURE_NO_BODY, 1, "Leeds, GB"), status=Status.DELIVERY_FAILURE)
WAITING = shipment(scan(Substatus.AVAILABLE_FOR_PICKUP_OTHER, 1, "Leeds, GB"), status=Status.AVAILABLE_FOR_PICKUP)
LOST = shipment(
    scan(Substatus.EXCEPTION_LOST, 1, "Leeds, GB"), status=Status.EXCEPTION, substatus=Substatus.EXCEPTION_LOST
)
AROUND = shipment(
    scan(Substatus.IN_TRANSIT_ARRIVAL, 1, "Leeds, West Yorkshire, GB"),
    scan(Substatus.IN_TRANSIT_ARRIVAL, 2, "Crewe, Cheshire, GB"),
    scan(Substatus.IN_TRANSIT_ARRIVAL, 3, "Leeds, West Yorkshire, GB"),
    substatus=Substatus.IN_TRANSIT_ARRIVAL,
)


@cache
def knowledge() -> Knowledge:
    return real_knowledge()


def told_of(parcel: Shipment) -> Chat:
    """A conversation in which the parcel's plan was told, in any language."""
    found = FakeProvider(Lookup(LookupOutcome.FOUND, replace(parcel, number=LP, fetched_at=MONDAY)))
    spoken = all_spoken()
    services = replace(of_the_shop(tracking=found, tickets=kept()), knowledge=knowledge())
    conversation = Chat(replace(services, languages=spoken, language_table=spoken.table))
    conversation.asks_where()
    return conversation


def test_a_circle_is_no_stop_on_the_way() -> None:
    conversation = told_of(AROUND)
    assert conversation.says("that town isn't mine, what is this", "wrong_destination").rows == [
        "wrong_destination/in_circles"
    ]
    assert conversation.says("what does it want there", "out_of_scope", second="why_there").rows == [
        "follow_ups/in_circles"
    ]


def test_a_yes_before_a_question_accepts_no_offer() -> None:
    conversation = told_of(AROUND)
    conversation.says("that town isn't mine, what is this", "wrong_destination")
    told = conversation.says("Yes, I've seen that page. I'm asking whether anybody has looked at it.", "out_of_scope")
    assert "e-mail" not in told.text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("und wie lange wird es aufbewahrt", "de"),
        ("au fait ils le gardent combien de jours", "fr"),
        ("窓口ではいつまで保管してもらえますか", "ja"),
        ("请问可以保管几天", "zh"),
        ("сколько дней хранится посылка", "ru"),
        ("كم يوما تبقى عندهم", "ar"),
    ],
)
@pytest.mark.parametrize("parcel", [MISSED, WAITING])
def test_how_long_it_is_kept_only_its_carrier_knows(text: str, code: str, parcel: Shipment) -> None:
    told = told_of(parcel).says(text, "shipping_time", language=code, said=read_phrases(code, text))
    assert told.rows[0].startswith("follow_ups/pickup_until")


@pytest.mark.parametrize("second", ["other_site", "number_format"])
def test_whose_page_fails_is_not_sent_to_it_again(second: str) -> None:
    conversation = told_of(MISSED)
    told = conversation.says("their form rejects it", "tracking_not_found", second=second)
    assert told.rows == ["follow_ups/site_fails"]
    again = conversation.says("how else do I set a day then?", "how_to_track", second="book_new_day_how")
    assert again.rows == ["follow_ups/book_new_day_how_site_fails"]
    assert "http" not in told.text + again.text


def test_while_its_page_was_not_tried_it_is_named() -> None:
    told = told_of(MISSED).says("how do I set a day?", "how_to_track", second="book_new_day_how")
    assert told.rows[0].startswith("follow_ups/book_new_day_how")
    assert "fails" not in told.rows[0]


@pytest.mark.parametrize(
    ("text", "intent"), [("how long will this go on?", "arrival_date"), ("how long", "shipping_time")]
)
def test_of_a_lost_parcel_the_time_of_its_case_is_asked(text: str, intent: str) -> None:
    conversation = told_of(LOST)
    conversation.says("a person please", "talk_to_human")
    conversation.gives_order()
    conversation.says("yes, send it", "affirm")
    told = conversation.says(text, intent)
    assert told.rows == []
    assert "given this parcel up" not in told.text
    assert "answer" in told.text
