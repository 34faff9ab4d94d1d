"""A message is taken for what is asked where the talk stands, if its words leave that open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard, Sentence
from parcelbot.core.answering.next_messages import NextMessages, TalkMoment, TalkStanding
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.questions.asked_there import as_asked_there
from parcelbot.core.dialogue.state import CaseDraft, Dialogue, ParcelPlan

KNOWN = NextMessages(
    (
        TalkMoment(frozenset({"pickup/*"}), None, {"where_to_fetch": 60, "which_email": 1}),
        TalkMoment(frozenset(), TalkStanding.CASE_BEGUN, {"which_email": 60, "where_to_fetch": 1}),
        TalkMoment(frozenset(), TalkStanding.CASE_SHOWN, {"who_reads_it": 60}),
        TalkMoment(frozenset(), TalkStanding.CASE_SENT, {"when_answered": 60}),
        TalkMoment(frozenset(), TalkStanding.NUMBER_WANTED, {"where_is_the_number": 60}),
    )
)
OPEN = (FollowUp("which_email", 0.4), FollowUp("where_to_fetch", 0.3))
WHICH_ONE = Heard("carrier_contact", text="which one", follow_ups=OPEN)
AT_A_COUNTER = Dialogue(row="pickup/fresh", told="pickup/fresh")


def likeliest(heard: Heard, dialogue: Dialogue) -> str:
    return as_asked_there(heard, dialogue, KNOWN).follow_ups[0].name


def test_it_is_what_is_asked_after_such_an_answer() -> None:
    assert likeliest(WHICH_ONE, AT_A_COUNTER) == "where_to_fetch"


def test_while_an_e_mail_is_asked_for_it_is_about_that() -> None:
    assert likeliest(WHICH_ONE, replace(AT_A_COUNTER, told="", row="", case=CaseDraft())) == "which_email"


def test_after_an_answer_that_says_nothing_of_it_the_plan_of_the_parcel_counts() -> None:
    plan = ParcelPlan(question="where_is_my_order", row="pickup/fresh", basis="")
    after_the_carrier = Dialogue(row="carrier/in_hand", told="carrier/in_hand", parcel="LP1", plans={"LP1": plan})
    assert likeliest(WHICH_ONE, after_the_carrier) == "where_to_fetch"


@pytest.mark.parametrize(
    ("dialogue", "asked"),
    [
        (Dialogue(case=CaseDraft(), open=OpenQuestion(Asked.CASE_CONFIRM)), "who_reads_it"),
        (Dialogue(ticket="KT-1"), "when_answered"),
        (Dialogue(open=OpenQuestion(Asked.PARCEL)), "where_is_the_number"),
    ],
)
def test_a_case_or_a_number_that_is_wanted_is_a_moment_of_its_own(dialogue: Dialogue, asked: str) -> None:
    heard = replace(WHICH_ONE, follow_ups=(*OPEN, FollowUp(asked, 0.2)))
    assert likeliest(heard, dialogue) == asked


def test_what_its_words_say_outright_stays() -> None:
    sure = replace(WHICH_ONE, follow_ups=(FollowUp("which_email", 0.95), FollowUp("where_to_fetch", 0.02)))
    assert likeliest(sure, AT_A_COUNTER) == "which_email"


def test_beliefs_never_add_up_to_more_than_one() -> None:
    heard = as_asked_there(WHICH_ONE, AT_A_COUNTER, KNOWN)
    assert sum(one.belief for one in heard.follow_ups) <= 1


def test_in_other_languages_what_one_gains_the_others_lose_as_well() -> None:
    polish = replace(WHICH_ONE, text="a który", english=False)
    assert (
        as_asked_there(polish, AT_A_COUNTER, KNOWN).follow_ups
        == as_asked_there(WHICH_ONE, AT_A_COUNTER, KNOWN).follow_ups
    )


def test_of_two_questions_that_are_sure_each_by_itself_neither_loses() -> None:
    both = (FollowUp("where_to_fetch", 0.9), FollowUp("which_email", 0.9))
    polish = replace(WHICH_ONE, text="a gdzie to leży? i na który mail?", english=False, follow_ups=both)
    first, second = as_asked_there(polish, AT_A_COUNTER, KNOWN).follow_ups
    assert (first.name, second.name) == ("where_to_fetch", "which_email")
    assert 0.9 < first.belief < 1
    assert second.belief > 0.7


def test_each_sentence_is_weighed_as_well() -> None:
    heard = replace(WHICH_ONE, sentences=(Sentence("which one", "carrier_contact", 0.4, OPEN),))
    assert as_asked_there(heard, AT_A_COUNTER, KNOWN).sentences[0].follow_ups[0].name == "where_to_fetch"


def test_a_button_means_what_it_says() -> None:
    pressed = replace(WHICH_ONE, text="/ask_which_email")
    assert as_asked_there(pressed, AT_A_COUNTER, KNOWN) is pressed


def test_only_the_likeliest_are_passed_on() -> None:
    many = tuple(FollowUp(f"q{i}", 0.1 - i / 100) for i in range(6))
    heard = as_asked_there(replace(WHICH_ONE, follow_ups=many), Dialogue(), KNOWN)
    assert [one.name for one in heard.follow_ups] == ["q0", "q1", "q2"]
