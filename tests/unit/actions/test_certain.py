"""What a message almost certainly asks is answered, whatever else its words could do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.dialogue.hearing.own_question import certain_second
from tests.unit.actions.test_second_questions import EXPORTED, told_of


def test_it_goes_before_the_form_of_a_case_which_is_come_back_to() -> None:
    conversation = told_of(EXPORTED)
    conversation.says("let me talk to a person", "talk_to_human")
    told = conversation.says("and where would I put a picture", "delivery_proof", second="photos_where", belief=0.95)
    assert told.rows == ["follow_ups/photos_where"]
    assert conversation.dialogue.case is not None


def test_what_makes_no_sense_where_the_parcel_stands_is_not_answered() -> None:
    told = told_of(EXPORTED).says("until which day do they keep it", "arrival_date", second="pickup_until", belief=0.95)
    assert told.rows[0].startswith("arrival/")


@pytest.mark.parametrize(
    ("language", "text"),
    [("pt", "o motorista liga antes? meu nome não tá no interfone"), ("uk", "а кур'єр набере мене, чи як?")],
)
def test_in_other_languages_it_goes_before_what_the_words_resemble_as_well(language: str, text: str) -> None:
    certain = ("delivery_wish", "will_they_ring")
    told = told_of(EXPORTED).says(text, certain[0], language=language, second=certain[1], belief=0.95)
    assert told.rows[0].startswith("follow_ups/will_they_ring")


def test_in_other_languages_it_is_certain_only_if_nothing_else_is_asked() -> None:
    rings, signature = FollowUp("will_they_ring", 0.95), FollowUp("signature", 0.95)
    italian = Heard("delivery_wish", text="chiama prima?", english=False, follow_ups=(rings,))
    assert certain_second(italian) == rings
    assert certain_second(replace(italian, text="chiama prima? e devo firmare?", follow_ups=(rings, signature))) is None
    assert certain_second(replace(italian, also_asked=("carrier_contact",))) is None
