"""What is open when a message comes: an offer, a draft, a step of the checklist; and what the message does to it."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.state import CaseDraft, Dialogue
from parcelbot.core.questions import Question
from tests.unit.actions.talk import ISSUE, LP, Chat, Told, entity, of_the_shop

KNOWN = {"question": ISSUE, "issue": ISSUE, "order_number": "7401", "email": "anna@example.com", "parcel": LP}
REFUND, ANOTHER = Question.REFUND_WANTED.value, Question.REPLACEMENT_WANTED.value


def chat(asked: Asked | None = None, about: str = "", **state: object) -> Chat:
    opened = OpenQuestion(asked, about) if asked else None
    dialogue = Dialogue(open=opened, row="in_transit/moving", question=ISSUE, parcel=LP, **state)  # type: ignore[arg-type]
    return Chat(of_the_shop(), {**KNOWN, "dialogue": dialogue.to_json()})


def shows_a_draft(told: Told) -> bool:
    return any("ticket_problem_shown" in str(card) or card.get("fields") for card in told.cards)


# ---- the offer of a person -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "intent", "reason"),
    [
        ("whatever. pass it on then, i moved houses last week", "change_address", "i moved houses last week"),
        ("hmm no thanks to that, I'd rather a human did it, it's for my medicine", "deny", "it's for my medicine"),
        ("I'm at work until six every day this week. please pass it on", "out_of_scope", "at work until six"),
    ],
)
def test_an_offer_is_taken_up_in_passing_and_the_reason_goes_along(text: str, intent: str, reason: str) -> None:
    conversation = chat(Asked.PERSON)
    assert shows_a_draft(conversation.says(text, intent))
    assert [reason in note for note in conversation.dialogue.notes] == [True]
    assert Question.CHANGE_ADDRESS.value not in conversation.dialogue.matters


def test_reason_order_and_e_mail_in_one_line_take_the_offer() -> None:
    told = chat(Asked.PERSON).says(
        "it was a present, order 7401, anna@example.com",
        "provide_details",
        entity("order_number", "7401"),
        entity("email", "anna@example.com"),
    )
    assert shows_a_draft(told)


@pytest.mark.parametrize(
    "text", ["that doesn't tell me when", "and who would that be?", "will they pass it on to customs?"]
)
def test_a_complaint_or_a_question_takes_no_offer(text: str) -> None:
    conversation = chat(Asked.PERSON)
    assert not shows_a_draft(conversation.says(text, "out_of_scope"))


@pytest.mark.parametrize("asked", [Asked.PERSON, Asked.NEWS])
@pytest.mark.parametrize("text", ["nah leave it, im off. cheers for nothing", "k laters", "nvm", "never mind then"])
def test_who_leaves_takes_no_offer_and_is_asked_nothing_more(text: str, asked: Asked) -> None:
    conversation = chat(asked)
    told = conversation.says(text, "talk_to_human")
    assert conversation.dialogue.open is None
    assert conversation.dialogue.case is None
    assert "?" not in told.text


@pytest.mark.parametrize("text", ["alrighty then, laters", "thank you bye", "k thx ttyl"])
def test_who_says_goodbye_is_not_asked_whether_it_helped(text: str) -> None:
    assert "help" not in chat().says(text, "thanks").text


def test_being_out_tomorrow_is_no_goodbye() -> None:
    assert "oodbye" not in chat().says("I'm out all day tomorrow", "goodbye").text


def test_no_thanks_to_nothing_in_particular_finds_no_fault() -> None:
    conversation = chat(Asked.HELPED)
    conversation.says("no thanks", "deny")
    assert conversation.dialogue.open is None


@pytest.mark.parametrize("text", ["thanks! and how do I know they got it", "ok ty, what happens to my old label"])
def test_a_question_beside_thanks_is_not_thanked_away(text: str) -> None:
    told = chat().says(text, "thanks")
    assert "welcome" not in told.text


def test_thanks_with_what_comes_next_is_thanks() -> None:
    assert "welcome" in chat().says("thanks, will do that tomorrow", "thanks").text


# ---- the checklist ------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["asked them, they dont have it", "spoke to next door, no luck", "nobody has it"])
def test_a_step_that_was_done_is_heard_whatever_it_resembles(text: str) -> None:
    conversation = chat(Asked.CHECK, "people_asked")
    conversation.says(text, "out_of_scope", second="pickup_not_there")
    assert conversation.slots["people_asked"] is True


@pytest.mark.parametrize("text", ["fine then", "alright, will do"])
def test_a_step_that_will_be_done_is_not_done(text: str) -> None:
    conversation = chat(Asked.CHECK, "people_asked")
    conversation.says(text, "affirm")
    assert conversation.slots["people_asked"] is False


@pytest.mark.parametrize("text", ["ok thanks. how do I know they got it", "nvm then"])
def test_a_parcel_is_not_found_by_a_question_or_a_shrug(text: str) -> None:
    conversation = chat(Asked.HELPED)
    conversation.says(text, "parcel_arrived")
    assert conversation.dialogue.feedback != "useful"


def test_who_leaves_before_giving_an_e_mail_hears_that_nothing_was_sent() -> None:
    conversation = chat(Asked.CASE_EMAIL, case=CaseDraft(None, "7401"))
    told = conversation.says("cheers for nothing mate", "thanks")
    assert conversation.dialogue.case is None
    assert "sent" in told.text


# ---- a case on its way --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["ok", "fine then", "sure"])
def test_an_ok_to_the_question_for_an_e_mail_only_puts_it_again(text: str) -> None:
    conversation = chat(Asked.CASE_EMAIL, case=CaseDraft(None, "7401"))
    told = conversation.says(text, "nlu_fallback")
    assert len(told.messages) == 1
    assert "e-mail" in told.text


@pytest.mark.parametrize(
    "text", ["what have you put in there now", "what are you sending them", "show me the case again"]
)
def test_who_asks_what_stands_in_the_draft_sees_it(text: str) -> None:
    conversation = chat(Asked.CASE_CONFIRM, case=CaseDraft("anna@example.com", "7401"))
    assert shows_a_draft(conversation.says(text, "out_of_scope", second="contents"))


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("actually change it, just refund me", ANOTHER, REFUND),
        ("don't send it again, I'd rather have a refund", ANOTHER, REFUND),
        ("no wait, better a replacement than money", REFUND, ANOTHER),
    ],
)
def test_a_change_of_mind_changes_the_draft(text: str, before: str, after: str) -> None:
    draft = CaseDraft("anna@example.com", "7401")
    conversation = chat(Asked.CASE_CONFIRM, case=draft, matters=(ISSUE, before))
    conversation.says(text, after)
    assert after in conversation.dialogue.matters
    assert before not in conversation.dialogue.matters


def test_who_wants_no_call_wishes_for_none() -> None:
    conversation = chat(Asked.CASE_CONFIRM, case=CaseDraft("", "7401"), matters=(ISSUE,))
    conversation.says("Please also mention that I do not wish to be telephoned.", "call_me")
    assert "call_me" not in conversation.dialogue.matters


def test_writing_instead_of_a_call_takes_the_call_and_its_number_out() -> None:
    draft = CaseDraft("", "7401")
    conversation = chat(Asked.CASE_CONFIRM, case=draft, matters=(ISSUE, "call_me"), notes=("call me 0151 23456789",))
    conversation.slots["phone"] = "015123456789"
    conversation.says(
        "no write to me instead, kim@work.example", "provide_details", entity("email", "kim@work.example")
    )
    assert conversation.slots["phone"] in ("", None)
    assert "call_me" not in conversation.dialogue.matters
    assert not any("0151" in note for note in conversation.dialogue.notes)
