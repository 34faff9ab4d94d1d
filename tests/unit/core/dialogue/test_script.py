"""No sentence is said twice."""

from __future__ import annotations

import pytest

from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.script import MOST_REMEMBERED, Script
from parcelbot.core.language import Button, ResponseText
from parcelbot.core.turn_facts import TurnFact, facts_told_by

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


def test_soon_after_its_contact_was_told_a_carrier_is_only_named() -> None:
    ask, turn = ResponseText("Ask {carrier_contact}."), ResponseText("Turn to {carrier_contact}.")
    words = {"carrier_contact": "Any Post on 0800 1", "carrier_contact_again": "Any Post"}
    script = Script({"utter_ask": (ask,), "utter_turn": (turn,)})
    script.say("utter_ask", words)
    later = Script({"utter_turn": (turn,)}, script.said)
    later.say("utter_turn", words)
    assert said(script) == ["Ask Any Post on 0800 1."]
    assert said(later) == ["Turn to Any Post."]


@pytest.mark.parametrize(
    "text",
    [
        "You reach them here: {carrier_contact}.",
        "{carrier_contact}, with your number.",
        "So erreichen Sie sie – {carrier_contact}.",
        "連絡先は{carrier_contact}です。",
        "电话在这里：{carrier_contact}。",
    ],
)
def test_where_the_contact_is_what_is_told_it_stands_in_full_again(text: str) -> None:
    words = {"carrier_contact": "Any Post on 0800 1", "carrier_contact_again": "Any Post"}
    script = Script({"utter_ask": [ResponseText("Ask {carrier_contact}.")], "utter_way": [ResponseText(text)]})
    script.say("utter_ask", words)
    script.say("utter_way", words)
    assert said(script)[1] == text.format_map(words)


def test_a_contact_is_told_in_full_once_however_long_ago_that_was() -> None:
    words = {"carrier_contact": "Any Post on 0800 1", "carrier_contact_again": "Any Post"}
    asks = [ResponseText(f"{verb} {{carrier_contact}}.") for verb in ("Ask", "Ring")]
    script = Script({"utter_ask": asks, "utter_n": [ResponseText("{n}")]})
    script.say("utter_ask", words)
    for n in range(12):
        script.say("utter_n", {"n": str(n)})
    later = Script({"utter_ask": asks}, script.said)
    later.say("utter_ask", words)
    assert said(later) == ["Ring Any Post."]


@pytest.mark.parametrize("text", ["You reach them here: {carrier_contact}.", "{carrier_contact}, with your number."])
def test_where_the_contact_is_what_is_told_it_is_said_where_it_stands(text: str) -> None:
    words = {
        "carrier_contact": "Any Post on 0800 1",
        "carrier_contact_again": "Any Post",
        "carrier_contact_above": "Any Post, as above",
    }
    script = Script({"utter_ask": [ResponseText("Ask {carrier_contact}.")], "utter_way": [ResponseText(text)]})
    script.say("utter_ask", words)
    script.say("utter_way", words)
    assert said(script)[1] == text.format(carrier_contact="Any Post, as above")


def test_who_asks_for_the_contact_itself_is_told_in_full_again() -> None:
    words = {"carrier_contact": "Any Post on 0800 1", "carrier_contact_again": ""}
    script = Script({"utter_ask": [ResponseText("Ask {carrier_contact}."), ResponseText("Call {carrier_contact}.")]})
    assert script.say("utter_ask", words)
    assert script.say("utter_ask", words)
    assert said(script) == ["Ask Any Post on 0800 1.", "Call Any Post on 0800 1."]


SCAN = {"last_scan_text": "Held at depot", "last_scan_said": ": Held at depot", "last_scan_where": ", Leeds"}
YES = 'Yes: "{last_scan_text}". No more.'
QUOTING = {
    "utter_line": [ResponseText("It waits{last_scan_where}{last_scan_said}.")],
    "utter_why": [ResponseText("So it says{last_scan_where}{last_scan_said}."), ResponseText("As I said.")],
    "utter_yes": [ResponseText(YES, tells=facts_told_by(YES))],
    "utter_read": [ResponseText('It says: "{last_scan_text}".', tells=facts_told_by('It says: "{last_scan_text}".'))],
}


def test_what_a_carrier_wrote_is_quoted_once_in_a_turn() -> None:
    script = Script(QUOTING)
    script.show({"card": {}}, "utter_line", SCAN)
    script.say("utter_why", SCAN)
    script.say("utter_yes", SCAN)
    assert said(script) == ["It waits, Leeds: Held at depot.", "So it says.", "Yes. No more."]


def test_a_sentence_that_is_nothing_without_its_quotation_keeps_it() -> None:
    script = Script(QUOTING)
    script.show({"card": {}}, "utter_line", SCAN)
    script.say("utter_read", SCAN)
    assert said(script)[-1] == 'It says: "Held at depot".'


def test_what_was_said_without_its_quotation_counts_as_said() -> None:
    script = Script(QUOTING)
    script.show({"card": {}}, "utter_line", SCAN)
    script.say("utter_why", SCAN)
    later = Script(QUOTING, script.said)
    later.say("utter_why", SCAN)
    assert said(later) == ["As I said."]


def test_what_is_left_out_of_a_turn_may_be_said_later() -> None:
    book = {"utter_plan": [ResponseText("It is lost.")], "utter_answer": [ResponseText("Yes, lost.")]}
    script = Script(book)
    script.say("utter_plan", role=TurnRole.PLAN, brief=[])
    script.say("utter_answer", role=TurnRole.STANDS)
    script.compose()
    later = Script(book, script.said)
    assert said(script) == ["Yes, lost."]
    assert later.say("utter_plan")


OFFERS = {
    "utter_offer_person": [
        ResponseText("Shall somebody look? You'd hear by {due}."),
        ResponseText("Or rather a person? They'd write by {due}, with all of this. Shall I?"),
    ],
    "utter_case_due": [ResponseText("By {due}.")],
}


def test_the_hour_of_an_answer_is_told_once_beside_something_else() -> None:
    earlier = Script(OFFERS)
    earlier.ask("utter_offer_person", {"due": "Friday, 9:30"})
    later = Script(OFFERS, earlier.said)
    later.ask("utter_offer_person", {"due": "Friday, 9:30"})
    assert said(earlier) == ["Shall somebody look? You'd hear by Friday, 9:30."]
    assert said(later) == ["Or rather a person? Shall I?"]


def test_another_hour_is_told_anew_and_who_asks_for_it_hears_it_again() -> None:
    script = Script(OFFERS)
    script.ask("utter_offer_person", {"due": "Friday, 9:30"})
    script.ask("utter_case_due", {"due": "Friday, 9:30"})
    script.ask("utter_offer_person", {"due": "Saturday, 9:30"})
    assert said(script)[1:] == ["By Friday, 9:30.", "Shall somebody look? You'd hear by Saturday, 9:30."]


def test_a_yes_is_left_out_where_the_message_asks_for_none() -> None:
    tells = frozenset({TurnFact.ANSWER})
    yes, no = ResponseText("Ja: es liegt dort.", (), tells), ResponseText("いいえ、まだです。", (), tells)
    script = Script({"utter_here": [yes], "utter_no": [no]}, answers=False)
    script.say("utter_here")
    script.say("utter_no")
    assert [message.text for message in script.messages] == ["Es liegt dort.", "まだです。"]


def test_it_is_said_where_the_message_asks_for_it() -> None:
    script = Script({"utter_it": [ResponseText("No, it isn't.", tells=frozenset({TurnFact.ANSWER}))]})
    script.say("utter_it")
    assert script.messages[0].text == "No, it isn't."
