"""Short answers, typed as people type them, in the light of what was asked."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.hearing.replies import Reply, read_reply
from parcelbot.core.reading.orders.short_replies import days_in_reply

UNSURE = "nlu_fallback"

NOT_HERE = [
    "it isn't here",
    "it isn’t here",
    "it isnt here",
    "its not here",
    "It's not there",
    "nope, nothing",
    "I don't have it",
    "i dont have it",
    "no sign of it anywhere",
    "still missing",
    "nobody has it",
    "not in the letterbox either",
]
YES = ["yes", "Yes please", "yep", "yeah go on", "sure", "ok", "please do", "go ahead", "of course", "👍", "y"]
NO = ["no", "No thanks", "nope", "nah", "not now", "no thank you", "no need", "not yet", "👎", "n"]
SEND = ["send it", "yes send it", "ok send that", "Send it please", "looks good", "that's right", "perfect", "do it"]
LEAVE = [
    *("don't send it", "dont send it", "don’t send", "cancel", "forget it", "leave it", "never mind", "stop"),
    *("no thanks, I'll wait", "no, I will just wait then"),
]
NO_EMAIL = [
    "I'd rather not",
    "no email",
    "i dont have an email",
    "I don't have e-mail",
    "without email please",
    "no idea",
    "haven't got one",
]


@pytest.mark.parametrize("text", NOT_HERE)
def test_told_to_say_it_isnt_here_it_is_heard_in_many_ways(text: str) -> None:
    assert read_reply(text, UNSURE, Asked.MISSING) is Reply.MISSING


@pytest.mark.parametrize("text", ["found it", "Got it, thanks!", "it just came", "my neighbour has it"])
def test_a_parcel_that_turned_up_is_found(text: str) -> None:
    assert read_reply(text, UNSURE, Asked.MISSING) is Reply.FOUND
    assert read_reply(text, UNSURE, Asked.CHECK) is Reply.FOUND


@pytest.mark.parametrize(
    "text",
    [
        "no neighbour has it, I asked them all",
        "nobody here has it",
        "none of the neighbours had it",
        "which neighbor has it",
        "maybe a neighbour has it",
    ],
)
def test_a_neighbour_who_has_it_not_has_not_found_it(text: str) -> None:
    assert read_reply(text, UNSURE, Asked.MISSING) is not Reply.FOUND
    assert read_reply(text, "deny", Asked.CHECK) is not Reply.FOUND


@pytest.mark.parametrize("asked", [Asked.PERSON, Asked.HELPED, Asked.CHECK, Asked.CASE_CONFIRM])
@pytest.mark.parametrize("text", YES)
def test_yes_has_many_words(text: str, asked: Asked) -> None:
    assert read_reply(text, UNSURE, asked) is Reply.YES


@pytest.mark.parametrize("asked", [Asked.PERSON, Asked.HELPED, Asked.CHECK, Asked.CASE_CONFIRM])
@pytest.mark.parametrize("text", NO)
def test_no_has_many_words(text: str, asked: Asked) -> None:
    assert read_reply(text, UNSURE, asked) is Reply.NO


@pytest.mark.parametrize("text", SEND)
def test_a_case_is_sent_in_many_words(text: str) -> None:
    assert read_reply(text, UNSURE, Asked.CASE_CONFIRM) is Reply.YES


@pytest.mark.parametrize("text", LEAVE)
def test_a_case_is_left_in_many_words(text: str) -> None:
    assert read_reply(text, UNSURE, Asked.CASE_CONFIRM) is Reply.CANCEL


@pytest.mark.parametrize("text", NO_EMAIL)
def test_an_email_may_be_refused_in_many_words(text: str) -> None:
    assert read_reply(text, UNSURE, Asked.CASE_EMAIL) in (Reply.NOTHING_TO_GIVE, Reply.NO)


@pytest.mark.parametrize(
    "text",
    [
        "No I have not heard anything from them",
        "no, they never wrote back to me about the parcel",
        "nobody told me about any fee and I want to know why",
    ],
)
def test_a_no_with_a_story_behind_it_declines_nothing(text: str) -> None:
    assert read_reply(text, "deny", Asked.PERSON) is None


@pytest.mark.parametrize("text", ["yes please, and when will it arrive?", "sure - but is the address right"])
def test_a_yes_may_come_with_another_question(text: str) -> None:
    assert read_reply(text, UNSURE, Asked.PERSON) is Reply.YES


@pytest.mark.parametrize("text", ["ok thanks", "thanks a lot", "bye then"])
def test_a_farewell_agrees_to_nothing(text: str) -> None:
    assert read_reply(text, "thanks", Asked.PERSON) is None


@pytest.mark.parametrize(
    ("text", "days"), [("12 days", 12), ("12", 12), ("about 3", 3), ("it ran out", None), ("2 or 3", None)]
)
def test_days_are_read_from_a_short_answer_only(text: str, days: int | None) -> None:
    assert days_in_reply(text) == days


@pytest.mark.parametrize(
    "text",
    ["no dont pass it to anyone. i just wanted to know", "you don't have to pass it on to somebody, I was curious"],
)
def test_an_offered_person_is_declined_in_whatever_else_is_said(text: str) -> None:
    assert read_reply(text, UNSURE, Asked.PERSON) is Reply.NO


def test_a_question_that_looks_like_nothing_to_give_declines_nothing() -> None:
    assert read_reply("what number is evri on", "no_details", Asked.PERSON) is None


OFFERED = [Asked.PERSON, Asked.NEWS, Asked.CASE_CONFIRM]


@pytest.mark.parametrize("asked", OFFERED)
@pytest.mark.parametrize("intent", ["thanks", UNSURE])
@pytest.mark.parametrize(
    "text", ["I'd be grateful if you would", "kindly do", "I would appreciate that", "that would be lovely, thank you"]
)
def test_a_courtesy_takes_an_offer_up(text: str, intent: str, asked: Asked) -> None:
    assert read_reply(text, intent, asked) is Reply.YES


@pytest.mark.parametrize("asked", OFFERED)
@pytest.mark.parametrize("intent", ["affirm", UNSURE])
@pytest.mark.parametrize(
    "text",
    [
        "ok fine but is it going to be here for easter",
        "OK, I'll open the dispute",
        "sure, I'll ask my neighbour",
        "oh great job, really. until when do I wait?",
    ],
)
def test_who_only_begins_to_speak_or_tells_of_a_plan_takes_no_offer_up(text: str, intent: str, asked: Asked) -> None:
    assert read_reply(text, intent, asked) is not Reply.YES


@pytest.mark.parametrize("text", ["No thanks, I'll do it myself", "nah, I can sort it out on my own"])
def test_who_sees_to_it_alone_wants_neither_a_person_nor_a_draft(text: str) -> None:
    assert read_reply(text, "deny", Asked.PERSON) is Reply.NO
    assert read_reply(text, "deny", Asked.CASE_EMAIL) is Reply.CANCEL
    assert read_reply(text, "deny", Asked.CASE_CONFIRM) is Reply.CANCEL
