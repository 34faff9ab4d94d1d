"""No sentence is said twice."""

from __future__ import annotations

from parcelbot.core.dialogue.script import MOST_REMEMBERED, Script
from parcelbot.core.language import Button, ResponseText

BOOK = {
    "utter_wait": [ResponseText("Please wait until {day}."), ResponseText("{day} it is.")],
    "utter_ask": [ResponseText("Shall I?", (Button("Yes", "/affirm"),)), ResponseText("Shall I, then?")],
    "utter_bye": [ResponseText("Bye.")],
}
MONDAY = {"day": "Monday"}


def said(script: Script) -> list[str]:
    return [message.text for message in script.messages]


def test_a_response_is_said_in_its_next_text_when_it_is_due_again() -> None:
    script = Script(BOOK)
    assert script.say("utter_wait", MONDAY)
    assert script.say("utter_wait", MONDAY)
    assert said(script) == ["Please wait until Monday.", "Monday it is."]


def test_what_was_said_in_an_earlier_turn_counts() -> None:
    earlier = Script(BOOK)
    earlier.say("utter_wait", MONDAY)
    later = Script(BOOK, earlier.said)
    later.say("utter_wait", MONDAY)
    assert said(later) == ["Monday it is."]


def test_other_values_make_another_sentence() -> None:
    script = Script(BOOK)
    script.say("utter_wait", MONDAY)
    script.say("utter_wait", {"day": "Tuesday"})
    assert said(script)[-1] == "Please wait until Tuesday."


def test_a_response_that_has_nothing_new_is_not_said() -> None:
    script = Script(BOOK)
    assert script.say("utter_bye")
    assert not script.say("utter_bye")
    assert said(script) == ["Bye."]


def test_of_several_paragraphs_those_that_are_new_are_said() -> None:
    script = Script(BOOK)
    script.say("utter_bye")
    script.say(["utter_bye", "utter_wait"], MONDAY)
    assert said(script)[-1] == "Please wait until Monday."


def test_a_question_is_put_again_in_its_last_text() -> None:
    script = Script(BOOK)
    for _ in range(3):
        script.ask("utter_ask")
    assert said(script) == ["Shall I?", "Shall I, then?", "Shall I, then?"]
    assert script.messages[0].buttons == (Button("Yes", "/affirm"),)


def test_memory_is_bounded() -> None:
    script = Script({"utter_n": [ResponseText("{n}")]})
    for n in range(MOST_REMEMBERED + 5):
        script.say("utter_n", {"n": str(n)})
    assert len(script.said) == MOST_REMEMBERED


def test_how_to_reach_a_carrier_is_told_in_full_once_and_then_shortly() -> None:
    ask, turn = ResponseText("Ask {carrier_contact}."), ResponseText("Turn to {carrier_contact}.")
    words = {"carrier_contact": "Any Post on 0800 1", "carrier_contact_again": "Any Post (as above)"}
    script = Script({"utter_ask": (ask,), "utter_turn": (turn,)})
    script.say("utter_ask", words)
    later = Script({"utter_turn": (turn,)}, script.said)
    later.say("utter_turn", words)
    assert said(script) == ["Ask Any Post on 0800 1."]
    assert said(later) == ["Turn to Any Post (as above)."]


def test_who_asks_for_the_contact_itself_is_told_in_full_again() -> None:
    words = {"carrier_contact": "Any Post on 0800 1", "carrier_contact_again": ""}
    script = Script({"utter_ask": [ResponseText("Ask {carrier_contact}."), ResponseText("Call {carrier_contact}.")]})
    assert script.say("utter_ask", words)
    assert script.say("utter_ask", words)
    assert said(script) == ["Ask Any Post on 0800 1.", "Call Any Post on 0800 1."]


def told_with_a_card() -> Script:
    script = Script(BOOK)
    script.show({"card": {"number": "LP1"}}, "utter_bye", {})
    script.say("utter_wait", MONDAY)
    script.say("utter_ask")
    return script


def test_what_is_put_forward_stands_after_the_card() -> None:
    script = told_with_a_card()
    script.put_forward(0)
    assert said(script) == ["Bye.", "Shall I?", "Please wait until Monday."]


def test_or_in_the_place_of_what_was_said_from_there_on() -> None:
    script = told_with_a_card()
    script.put_forward(0, alone=True)
    assert said(script) == ["Bye.", "Shall I?"]
