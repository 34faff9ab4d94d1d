"""What is asked in so many words is answered by that, whatever the message resembles. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from tests.unit.actions.talk import MONDAY
from tests.unit.actions.test_second_questions import EXPORTED, WAITING, told_of
from tests.unit.core.builders import scan, shipment

SNOWED_IN = shipment(
    scan(Substatus.EXCEPTION_DELAYED, 1, "Turin, IT", description="Delay due to heavy snow"),
    status=Status.EXCEPTION,
    substatus=Substatus.EXCEPTION_DELAYED,
)
IS_BACK = shipment(
    scan(Substatus.EXCEPTION_RETURNED, 21, "Yiwu, CN", description="Returned to sender"),
    status=Status.RETURNED,
    substatus=Substatus.EXCEPTION_RETURNED,
)
OWES = shipment(
    scan(
        Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION,
        1,
        "Turin, IT",
        description="Import duty due, awaiting payment",
    ),
    substatus=Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION,
)
DELIVERED = shipment(scan(Substatus.NONE, 2, "Turin, IT", description="Delivered"), status=Status.DELIVERED)


def first_row(parcel: Shipment, text: str, intent: str = "where_is_my_order", **more: object) -> str:
    return told_of(parcel).says(text, intent, **more).rows[0]


def test_which_office_is_the_place_in_the_scan() -> None:
    assert first_row(WAITING, "which post office is that?", second="pickup_where").startswith("follow_ups/pickup_where")


def test_or_that_no_scan_names_one() -> None:
    told = told_of(EXPORTED).says("which kiosk do I go to then?", "available_for_pickup", second="pickup_where")
    assert told.rows[0] == "follow_ups/pickup_where_not_yet"
    assert "isn't lying" not in told.text


def test_so_i_wait_until_that_day_is_a_yes_with_the_day() -> None:
    told = told_of(EXPORTED).says("ok, so I just wait till then?", "arrival_date", second="understood_right")
    assert told.rows[0] == "follow_ups/understood_right_dated"
    assert told.text.startswith(("Yes", "That's it"))


def test_sending_it_back_if_it_is_late_changes_no_order() -> None:
    told = first_row(EXPORTED, "can I return it if it comes after the party?", "return_item")
    assert told == "follow_ups/return_how"


def test_a_reason_that_the_scan_names_is_a_yes() -> None:
    told = told_of(SNOWED_IN).says("is that the snow?", "why", second="is_it_because")
    assert told.rows[0] == "follow_ups/is_it_because_yes"
    assert told.text.startswith("Yes")


def test_a_reason_that_it_does_not_name_is_none() -> None:
    assert first_row(SNOWED_IN, "is that the strike?", "why", second="is_it_because") != "follow_ups/is_it_because_yes"


@pytest.mark.parametrize("second", ["lost", "come_by", "still_coming", "goes_back", "where_exactly", "stay_in"])
def test_what_came_back_weeks_ago_is_not_on_its_way(second: str) -> None:
    told = told_of(IS_BACK).says("and what does that mean now?", "nlu_fallback", second=second)
    assert "back with the sender" in told.text
    assert "on its way back" not in told.text


def test_whoever_said_that_it_is_not_there_is_not_asked_to_say_so() -> None:
    conversation = told_of(DELIVERED)
    conversation.says("it never came", "delivered_not_received")
    assert (
        "it isn't here" not in conversation.says("so is it still coming?", "nlu_fallback", second="still_coming").text
    )


def test_that_does_not_say_when_asks_for_the_day() -> None:
    told = first_row(EXPORTED, "that doesn't say when it arrives", "nlu_fallback")
    assert told == "arrival/abroad_dated"


def test_the_steps_are_told_in_words() -> None:
    parcel = replace(EXPORTED, checkpoints=(*EXPORTED.checkpoints, scan(Substatus.NONE, 9, description="Taken over")))
    told = told_of(parcel).says("I can't see the picture, can I have it as text?", "nlu_fallback", second="in_text")
    assert told.text.count("•") == len([c for c in parcel.checkpoints if c.description])


def test_a_month_that_ends_before_it_can_be_there_is_a_no() -> None:
    conversation = told_of(EXPORTED)
    assert MONDAY.month == (MONDAY + timedelta(days=3)).month
    told = conversation.says("will it reach me today?", "nlu_fallback", second="come_by")
    assert told.text.startswith("No")


def test_a_hope_said_with_thanks_gets_an_answer_and_no_survey() -> None:
    told = told_of(EXPORTED).says("thanks, fingers crossed it is here for the recital", "thanks")
    assert "hope so" in told.text
    assert "help" not in told.text


def test_nobody_is_wished_a_parcel_that_came_back() -> None:
    assert "gets to you" not in told_of(IS_BACK).says("bye", "goodbye").text


@pytest.mark.parametrize(
    ("text", "language", "name", "row"),
    [
        ("In welchem Paketshop denn?", "de", "pickup_where", "pickup_where"),
        ("Quindi aspetto fino a quel giorno?", "it", "understood_right", "understood_right"),
    ],
)
def test_other_languages_say_it_in_their_phrases(text: str, language: str, name: str, row: str) -> None:
    parcel = WAITING if name == "pickup_where" else EXPORTED
    told = told_of(parcel).says(text, "where_is_my_order", language=language, said={"says": [f"second_{name}"]})
    assert told.rows[0].startswith(f"follow_ups/{row}")
