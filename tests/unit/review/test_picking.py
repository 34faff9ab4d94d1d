from __future__ import annotations

import pytest

from parcelbot.review.picking import ReviewThresholds, pick
from parcelbot.review.turns import ReviewedTurn
from tests.unit.review.turns import clicked, pick_all, picked, share_of_words, typed

NOT_USEFUL = ReviewedTurn("no", typed("no", "deny").predicted, not_useful=True)


def test_a_message_that_was_understood_is_not_picked() -> None:
    assert picked(typed("where is my parcel")) == {}


def test_low_confidence_is_picked() -> None:
    assert picked(typed("the second one", "affirm", 0.59)) == {"the second one": {"low confidence"}}


def test_the_confidence_looked_for_can_be_set() -> None:
    session = [typed("the second one", "affirm", 0.59)]
    assert pick(session, ReviewThresholds(confidence=0.5), share_of_words) == []


def test_a_fallback_is_picked_however_sure_it_was() -> None:
    assert picked(typed("sits at depot", "nlu_fallback", 1.0)) == {"sits at depot": {"not understood"}}


def test_a_message_that_was_barely_out_of_scope_is_picked() -> None:
    text = "what can support do"
    assert picked(typed(text, "out_of_scope", 0.94)) == {text: {"barely out of scope"}}


def test_a_message_clearly_out_of_scope_is_not_picked() -> None:
    assert picked(typed("weather in paris", "out_of_scope", 0.999)) == {}


def test_the_same_question_in_other_words_speaks_against_the_first_answer() -> None:
    session = [typed("parcel sits at the depot"), typed("my parcel sits at the depot", "tracking_not_updating")]
    assert picked(*session) == {"parcel sits at the depot": {"asked again in other words"}}


def test_the_intent_of_the_second_wording_is_told() -> None:
    session = [typed("parcel sits at the depot"), typed("my parcel sits at the depot", "tracking_not_updating")]
    assert [one.later for one in pick_all(*session)] == ["tracking_not_updating"]


def test_another_question_is_no_correction() -> None:
    assert picked(typed("where is my parcel"), typed("how do returns work", "return_item")) == {}


def test_the_same_words_again_teach_no_other_wording() -> None:
    assert picked(typed("where is my parcel"), typed("Where is my parcel?")) == {}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("where is LP00123456789012", "where is QM301188305GB"),
        ("where is my parcel", "where is my parcel LP00123456789012"),
        ("where is my order", "where is my order anna@example.com"),
        ("that one", "no I meant LP00123456789012"),
    ],
)
def test_a_new_number_or_address_is_an_answer_and_no_correction(first: str, second: str) -> None:
    assert picked(typed(first), typed(second)) == {}


def test_the_number_said_before_may_come_again_in_a_new_wording() -> None:
    session = [typed("LP00123456789012 sits at depot"), typed("my LP00123456789012 sits at depot")]
    assert picked(*session) == {"LP00123456789012 sits at depot": {"asked again in other words"}}


@pytest.mark.parametrize(
    "correction",
    ["no, I mean the other shirt", "that's not what I asked", "Sorry, I meant customs", "not what i wanted to know",
     "i asked about the duty", "you misunderstood me", "that doesn't answer it", "I didn't ask for a refund"],
)  # fmt: skip
def test_a_message_that_corrects_speaks_against_the_one_before(correction: str) -> None:
    assert picked(typed("the duty thing"), typed(correction, "talk_to_human")) == {
        "the duty thing": {"corrected by the next message"}
    }


@pytest.mark.parametrize(
    "answer",
    ["no", "no I haven't", "I asked all my neighbours", "no, use my other address", "you are useless", "it's wrong"],
)
def test_an_answer_is_no_correction(answer: str) -> None:
    assert picked(typed("it says delivered", "delivered_not_received"), typed(answer, "deny")) == {}


def test_starting_over_speaks_against_the_message_before() -> None:
    session = [typed("the duty thing", "change_address"), typed("restart", "start_over")]
    assert picked(*session) == {"the duty thing": {"started over"}}


def test_not_useful_points_at_the_question_and_not_at_the_small_talk_between() -> None:
    session = [typed("where is my parcel"), typed("thanks", "thanks"), NOT_USEFUL]
    assert picked(*session) == {"where is my parcel": {"answer not useful"}}


def test_not_useful_points_at_the_last_question() -> None:
    assert picked(typed("where is it"), typed("how do I return this", "return_item"), NOT_USEFUL) == {
        "how do I return this": {"answer not useful"}
    }


def test_not_useful_without_a_question_points_at_nothing() -> None:
    assert picked(typed("hi", "greet"), NOT_USEFUL) == {}


def test_what_was_clicked_after_a_fallback_is_told() -> None:
    [one] = pick_all(typed("sits at depot", "nlu_fallback"), clicked("tracking_not_updating"))
    assert one.later == "tracking_not_updating"


def test_a_click_for_a_person_after_a_fallback_says_nothing_of_what_was_meant() -> None:
    [one] = pick_all(typed("sits at depot", "nlu_fallback"), clicked("talk_to_human"))
    assert one.later == ""


def test_a_click_is_never_picked() -> None:
    assert picked(clicked("nlu_fallback"), typed("restart", "start_over")) == {}


def test_a_number_alone_is_never_picked() -> None:
    assert picked(typed("LP00123456789012", "nlu_fallback")) == {}


def test_all_reasons_are_kept() -> None:
    session = [typed("the duty thing", "customs_delay", 0.4), typed("restart", "start_over"), NOT_USEFUL]
    assert picked(*session) == {"the duty thing": {"low confidence", "started over", "answer not useful"}}


def test_an_empty_session_has_nothing_to_pick() -> None:
    assert picked() == {}
