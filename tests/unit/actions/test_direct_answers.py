"""A yes-or-no question after the first answer is answered by its state, in its first words."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import LP
from tests.unit.actions.test_second_questions import told_of
from tests.unit.core.builders import scan, shipment

IN_CUSTOMS = shipment(
    scan(Substatus.IN_TRANSIT_CUSTOMS_PROCESSING, 2, "London, GB"), substatus=Substatus.IN_TRANSIT_CUSTOMS_PROCESSING
)
DELIVERED = shipment(scan(Substatus.DELIVERED_OTHER, 1, "Leeds, GB"), status=Status.DELIVERED)


@pytest.mark.parametrize("text", ["will it come tomorrow", "so i have it this week, yes?", "kommt es morgen"])
def test_a_parcel_that_is_not_in_the_country_does_not_come_in_a_day_or_two(text: str) -> None:
    told = told_of().says(text, "arrival_date", second="come_by")
    assert told.rows == ["follow_ups/come_by_abroad_soon"]
    assert told.text.startswith("No, ")


def test_a_day_far_ahead_is_neither_promised_nor_ruled_out() -> None:
    told = told_of().says("will it be here before christmas", "arrival_date", second="come_by")
    assert told.rows == ["follow_ups/come_by_abroad"]
    assert told.text.startswith("I can't say yes")


def test_a_parcel_at_customs_in_the_country_is_said_to_be_there() -> None:
    told = told_of(IN_CUSTOMS).says("so it is in england already, yes?", "nlu_fallback", second="where_exactly")
    assert told.rows == ["follow_ups/where_exactly_customs_here"]


@pytest.mark.parametrize("text", ["yes or no", "ok but yes or no?", "just say yes or no please", "ja oder nein?"])
def test_yes_or_no_asks_for_the_answer_before_once_more_in_other_words(text: str) -> None:
    chat = told_of()
    first = chat.says("will it come tomorrow", "arrival_date", second="come_by")
    again = chat.says(text, "affirm")
    assert again.rows == ["follow_ups/come_by_abroad"]
    assert again.text != first.text


def test_yes_or_no_accepts_no_offer() -> None:
    chat = told_of()
    chat.says("is anybody looking for it", "nlu_fallback", second="ask_carrier_for_me")
    chat.says("yes or no, has somebody asked", "affirm", second="have_you_asked")
    assert chat.dialogue.case is None


@pytest.mark.parametrize("text", ["and if it doesnt move till then does everything start again", "start again?"])
def test_whether_the_waiting_starts_anew_throws_nothing_away(text: str) -> None:
    chat = told_of()
    told = chat.says(text, "start_over", second="starts_again", belief=0.35)
    assert told.rows == ["follow_ups/starts_again_dated"]
    assert chat.dialogue.plan_of(LP) is not None


def test_a_wish_to_start_over_is_still_taken() -> None:
    chat = told_of()
    chat.says("start over please", "start_over")
    assert chat.dialogue.plans == {}


def test_when_all_of_an_answer_was_said_its_date_does_not_stand_alone() -> None:
    chat = told_of()
    told = [chat.says(f"is it dry {n}", "tracking_not_updating") for n in range(6)]
    assert not any(answer.text.startswith(("The day to keep", "That leaves", "Nothing moves")) for answer in told)


def test_what_is_normal_of_a_delivered_parcel_is_not_a_stretch_of_its_way() -> None:
    told = told_of(DELIVERED).says("is that normal", "nlu_fallback", second="is_normal")
    assert told.rows == ["follow_ups/is_normal_delivered"]
