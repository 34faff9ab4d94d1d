"""One turn: the answer before the plan, each fact once, no bubble for a clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.dialogue.composing import Paragraph, TurnRole, Utterance, composed
from parcelbot.core.language import Button
from parcelbot.core.sentence_marks import SentenceMark
from parcelbot.core.turn_facts import TurnFact

CARD = {"card": {"number": "LP1"}}


def part(text: str, *tells: TurnFact, response: str = "utter_x") -> Paragraph:
    return Paragraph(response, text, frozenset(tells))


def says(text: str, *tells: TurnFact, role: TurnRole = TurnRole.REST, **more: object) -> Utterance:
    return Utterance((part(text, *tells),), role=role, **more)  # type: ignore[arg-type]


def remark(text: str, *tells: TurnFact) -> Utterance:
    return Utterance((part(text, *tells, response="utter_note_x"), part("Plan.")), role=TurnRole.PLAN)


def told(*messages: Utterance) -> list[str]:
    return [message.text for message in composed(messages)]


STATUS = Utterance((part("Status.", TurnFact.SEEN),), custom=CARD)


def test_an_answer_stands_after_the_card_and_before_the_plan() -> None:
    answer = says("No.", role=TurnRole.ANSWER)
    assert told(STATUS, says("Plan.", role=TurnRole.PLAN), answer) == ["Status.", "No.", "Plan."]


def test_a_plan_is_told_in_brief_after_an_answer_that_tells_how_it_stands() -> None:
    plan = says("It is on its way. Wait until Monday.", role=TurnRole.PLAN, brief=(part("Until Monday."),))
    assert told(plan, says("No, not lost.", role=TurnRole.STANDS)) == ["No, not lost.", "Until Monday."]
    assert told(plan, says("No, we are a shop.", role=TurnRole.ANSWER))[1] == plan.text


def test_or_after_one_that_names_the_cause() -> None:
    plan = says("It is late.", role=TurnRole.PLAN, brief=())
    assert told(plan, says("Yes, snow.", TurnFact.CAUSE, role=TurnRole.ANSWER)) == ["Yes, snow."]


def test_a_cause_that_only_the_plan_names_is_kept() -> None:
    plan = says("It went back, because of the address.", TurnFact.CAUSE, role=TurnRole.PLAN, brief=())
    assert told(plan, says("We have it.", role=TurnRole.STANDS)) == ["We have it.", plan.text]


def test_a_plan_that_an_answer_contradicts_is_left_out() -> None:
    assert told(STATUS, says("Ask there.", role=TurnRole.PLAN), says("Then not.", role=TurnRole.INSTEAD)) == [
        "Status.",
        "Then not.",
    ]


@pytest.mark.parametrize("fact", [TurnFact.CAUSE, TurnFact.HOLDER, TurnFact.PROTECTION])
def test_a_remark_yields_to_whatever_tells_the_same(fact: TurnFact) -> None:
    assert told(remark("Remark.", fact), says("Answer.", fact)) == ["Plan.", "Answer."]
    assert told(remark("Remark.", fact), says("Answer."))[0] == "Remark.\n\nPlan."


def test_who_has_it_yields_to_how_they_are_reached() -> None:
    who, how = (
        says("The post.", TurnFact.HOLDER, role=TurnRole.ANSWER),
        says("Ring it.", TurnFact.HOLDER, TurnFact.CONTACT),
    )
    assert told(who, how) == ["Ring it."]


def test_a_feeling_goes_with_the_first_answer_and_not_before_the_card() -> None:
    feeling = says("I see.", role=TurnRole.FEELING)
    assert told(feeling, STATUS, says("Plan.", role=TurnRole.PLAN)) == ["Status.", "I see. Plan."]
    assert told(feeling, says("次です。")) == ["I see. 次です。"]
    assert told(says("承知しました。", role=TurnRole.FEELING), says("次です。")) == ["承知しました。次です。"]
    assert told(feeling) == ["I see."]


def test_nobody_says_sorry_twice_in_a_turn() -> None:
    sorry = says("Sorry.", TurnFact.SORRY, role=TurnRole.FEELING)
    assert told(sorry, says("I'm sorry, it broke.", TurnFact.SORRY)) == ["I'm sorry, it broke."]


def test_a_word_aside_goes_with_what_stands_before_it() -> None:
    aside = says("They read English.", role=TurnRole.ASIDE)
    assert told(says("Plan.", role=TurnRole.PLAN), aside) == ["Plan.\n\nThey read English."]
    assert told(STATUS, aside) == ["Status.", "They read English."]


def _asking(*sentences: tuple[str, SentenceMark | None]) -> Utterance:
    parts = tuple((text, frozenset({mark} if mark else ())) for text, mark in sentences)
    return Utterance((Paragraph("utter_any", "".join(text for text, _ in sentences), sentences=parts),))


def test_what_is_known_is_not_asked_for() -> None:
    asks = _asking(("Leave it as it is. ", None), ("Which item is it? ", SentenceMark.ARTICLE), ("Thank you.", None))
    (message,) = composed([asks], {SentenceMark.ARTICLE})
    assert message.text == "Leave it as it is. Thank you."
    assert composed([asks], {SentenceMark.DAY}) == [asks]


def test_a_message_that_only_asks_for_what_is_known_is_left_out() -> None:
    told = _asking(("It is on its way.", None))
    assert composed([told, _asking(("Shall I pass it on?", SentenceMark.PERSON))], {SentenceMark.PERSON}) == [told]


def test_a_turn_says_something_all_the_same() -> None:
    asks = _asking(("Shall I pass it on?", SentenceMark.PERSON))
    assert composed([asks], {SentenceMark.PERSON}) == [asks]


def test_a_question_with_buttons_stays() -> None:
    asks = replace(_asking(("Shall I pass it on?", SentenceMark.PERSON)), offered=(Button("Yes", "/affirm"),))
    assert composed([_asking(("It waits.", None)), asks], {SentenceMark.PERSON})[-1] == asks
