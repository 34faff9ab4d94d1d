"""Which sentence a message is about, once something was answered: the one that asks."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard, Sentence
from parcelbot.core.dialogue.hearing.the_point import to_the_point, with_the_goods_in_hand

HOME = Sentence("We were home all afternoon.", "attempt_contested", 0.9)
WHEN = Sentence("What day will it come?", "arrival_date", 0.8)
TORN = Sentence("The sheet is torn.", "item_damaged", 0.9)


def heard(*sentences: Sentence, intent: str = "attempt_contested", confidence: float = 0.7) -> Heard:
    return Heard(intent, " ".join(s.text for s in sentences), confidence=confidence, sentences=sentences)


@pytest.mark.parametrize("sentences", [(HOME, WHEN), (WHEN, HOME)])
def test_the_sentence_that_asks_decides_wherever_it_stands(sentences: tuple[Sentence, ...]) -> None:
    assert to_the_point(heard(*sentences)).intent == "arrival_date"


def test_of_two_that_ask_the_last_decides() -> None:
    who = Sentence("Who has it?", "carrier_contact", 0.9)
    assert to_the_point(heard(who, WHEN)).intent == "arrival_date"


def test_a_wish_is_a_question_too() -> None:
    wish = Sentence("I want my money back.", "refund_wanted", 0.9)
    assert to_the_point(heard(wish, HOME)).intent == "refund_wanted"


def test_a_second_question_is_heard_through_the_sentence_that_asks_it() -> None:
    lost = FollowUp("lost", 0.8)
    asks = Sentence("So is it gone for good?", "nlu_fallback", 0.4, (lost,))
    assert to_the_point(heard(HOME, asks)).follow_ups[0] == lost


def test_what_is_wrong_with_the_goods_stays_whatever_is_asked_besides() -> None:
    both = to_the_point(heard(TORN, WHEN, intent="item_damaged", confidence=0.9))
    assert both.intent == "item_damaged"
    assert "arrival_date" in both.also_asked


def test_where_is_it_asks_no_more_than_what_was_said_better() -> None:
    where = Sentence("Where is it?", "where_is_my_order", 0.9)
    late = Sentence("It's two weeks late.", "late_delivery", 0.9)
    assert to_the_point(heard(late, where, intent="late_delivery")).intent == "late_delivery"


def test_a_sentence_that_is_hardly_understood_decides_nothing() -> None:
    unsure = Sentence("Is it even real?", "scam_message", 0.4)
    message = heard(HOME, unsure)
    assert to_the_point(message) == message


def test_without_a_question_the_sentence_that_is_much_surer_decides() -> None:
    calm = Sentence("Ok.", "affirm", 0.5)
    message = heard(calm, Sentence("It was left with number nine.", "delivered_not_received", 0.95), confidence=0.5)
    assert to_the_point(message).intent == "delivered_not_received"


def test_a_story_of_nothing_here_is_not_of_what_one_of_its_sentences_just_resembles() -> None:
    flat = Sentence("We live in the back house.", "attempt_contested", 0.72)
    story = heard(Sentence("Oh dear.", "affirm", 0.4), flat, intent="out_of_scope", confidence=0.68)
    assert to_the_point(story).intent == "out_of_scope"
    assert to_the_point(heard(*story.sentences, intent="thanks", confidence=0.68)).intent == "attempt_contested"


def test_a_danger_is_never_talked_away() -> None:
    smoke = Sentence("The lamp smokes.", "hazard", 0.6)
    message = heard(smoke, WHEN)
    assert to_the_point(message) == message


def test_one_sentence_stays_as_it_is() -> None:
    message = Heard("arrival_date", "What day?", confidence=0.4)
    assert to_the_point(message) == message


ARRIVED = Sentence("The page says it lies behind the shed.", "where_is_my_order", 0.7)
SOAKED = Sentence("Der Karton war aufgeweicht, und die Decke hat einen Rand.", "item_damaged", 0.9)
NOWHERE = Sentence("There is nothing anywhere.", "delivered_not_received", 0.95)


@pytest.mark.parametrize("seen", [TORN, SOAKED])
def test_a_long_opening_that_tells_of_spoilt_goods_is_no_missing_parcel(seen: Sentence) -> None:
    opening = heard(ARRIVED, seen, intent="delivered_not_received", confidence=0.95)
    assert with_the_goods_in_hand(opening).intent == "item_damaged"


def test_what_is_surely_missing_stays_missing_whatever_came_torn_before() -> None:
    opening = heard(NOWHERE, TORN, intent="delivered_not_received", confidence=0.95)
    assert with_the_goods_in_hand(opening) is opening


def test_goods_that_are_told_of_unsurely_change_nothing() -> None:
    opening = heard(ARRIVED, Sentence("So much for gentle care.", "item_damaged", 0.5), intent="delivered_not_received")
    assert with_the_goods_in_hand(opening) is opening


@pytest.mark.parametrize("assent", ["Does that make sense?", "Is that clear?", "You know what I mean?", "Right?"])
def test_who_asks_for_assent_has_asked_before(assent: str) -> None:
    said = Sentence(assent, "why", 0.7)
    assert to_the_point(heard(WHEN, said)).intent == "arrival_date"


def test_a_sentence_is_believed_as_far_as_it_is_sure_itself() -> None:
    hardly = Sentence("So is it them?", "carrier_contact", 0.55)
    assert to_the_point(heard(HOME, hardly, confidence=0.95)).confidence == 0.55
