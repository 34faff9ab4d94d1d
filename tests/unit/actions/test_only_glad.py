"""What is no consent and no arrival: joy, a hope, a wish for the driver, a question about the person. Real tables."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from tests.unit.actions.talk import LP, Chat
from tests.unit.actions.test_asked_to_act import SILENT, told_of
from tests.unit.core.builders import scan, shipment

ON_THE_WAY = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 4, "Shanghai, CN"), number=LP)
ON_THE_VAN = shipment(scan(Substatus.NONE, 0, "Leeds, GB"), number=LP, status=Status.OUT_FOR_DELIVERY)


def offered(parcel: Shipment = SILENT) -> Chat:
    chat = told_of(parcel)
    assert chat.dialogue.open is not None
    assert chat.dialogue.open.asked is Asked.PERSON
    return chat


def test_whoever_is_only_glad_is_not_told_that_it_came() -> None:
    told = told_of(ON_THE_VAN).says("hooray, at last", "parcel_arrived")
    assert "turned up" not in told.text


def test_whoever_has_it_is_told_so_whatever_else_the_words_resemble() -> None:
    assert "turned up" in told_of(ON_THE_VAN).says("hooray, the driver just brought it", "parcel_arrived").text


def test_good_news_that_is_taken_back_is_none() -> None:
    told = told_of(ON_THE_VAN).says("it came! no wait, that's my sister's coat", "parcel_arrived")
    assert "turned up" not in told.text


def test_a_hope_agrees_to_no_offer() -> None:
    chat = offered()
    chat.says("well, next week then, hopefully", "affirm")
    assert chat.dialogue.case is None


def test_a_wish_for_the_driver_is_told_whose_it_is_and_opens_no_case() -> None:
    chat = offered()
    told = chat.says("could you tell them to put it in the shed", "delivery_wish")
    assert chat.dialogue.case is None
    assert told.text


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("and what does that person do better than you do?", "what_person_does"),
        ("how long does such a person need?", "when_reply"),
    ],
)
def test_who_asks_of_the_person_has_not_asked_for_one(text: str, second: str) -> None:
    chat = offered()
    chat.says(text, "talk_to_human", second=second)
    assert chat.dialogue.case is None


def test_no_thanks_and_then_a_person_wants_the_person() -> None:
    chat = offered()
    chat.says("no thank you. I want one of your people to see to it", "talk_to_human")
    assert chat.dialogue.case is not None


def test_what_is_asked_back_with_a_mark_orders_nothing() -> None:
    chat = offered()
    chat.says("ask the courier?? and nobody has done that so far?", "tracking_not_updating")
    assert chat.dialogue.case is None


def test_while_a_person_is_only_offered_what_is_gone_is_the_parcel() -> None:
    told = offered().says("say it plainly, is it gone", "nlu_fallback", second="lost")
    assert told.text
    assert "to the team" not in told.text


def test_whether_it_was_passed_on_is_asked_of_the_offer() -> None:
    assert "nothing has gone to the team" in offered().says("was it passed on to somebody?", "nlu_fallback").text


def test_a_question_after_an_agreeing_word_is_no_thanks() -> None:
    chat = told_of(ON_THE_WAY)
    told = chat.says("yeah, but do I add some days for the islands?", "affirm", second="days_from_there")
    assert "glad" not in told.text


def test_after_a_no_the_answers_bring_no_new_offer_but_a_yes_is_still_one() -> None:
    chat = offered()
    chat.says("no thanks", "deny")
    told = chat.says("and what if it's gone for good?", "nlu_fallback", second="if_lost")
    assert "a person take this" not in told.text
    assert "pass this to a person" not in told.text
    chat.says("ok", "affirm")
    assert chat.dialogue.case is None
    chat.says("and what if it's gone for good?", "nlu_fallback", second="lost")
    chat.says("yes please", "affirm")
    assert chat.dialogue.case is not None


def test_nothing_has_changed_answers_only_who_asks_how_it_stands() -> None:
    chat = told_of(ON_THE_WAY)
    assert "nothing has changed" not in chat.says("a bit slow for a sticker, hm", "where_is_my_order").text
    chat = told_of(ON_THE_WAY)
    assert "nothing has changed" in chat.says("any news of it?", "where_is_my_order").text


@pytest.mark.parametrize("text", ["I tapped yes and it does nothing?", "oops, meant yes"])
def test_a_button_that_did_nothing_is_pressed_by_its_word(text: str) -> None:
    chat = offered()
    chat.says(text, "nlu_fallback", second="yes_or_no")
    assert chat.dialogue.case is not None


def test_whose_mail_is_read_by_somebody_else_is_not_asked_for_it() -> None:
    chat = offered()
    told = chat.says("yes please, but never by e-mail, my brother reads my mail", "affirm")
    assert chat.dialogue.case is not None
    assert chat.dialogue.case.email == ""
    assert "Which e-mail" not in told.text


def test_who_says_yes_and_no_in_one_breath_has_not_decided() -> None:
    chat = offered()
    chat.says("yes, no, wait. if it goes to a person, may I still ask my bank?", "affirm")
    assert chat.dialogue.case is None


def test_who_asks_why_a_yes_is_needed_is_given_no_plain_answer() -> None:
    told = offered().says("why must it be me who says yes to it", "nlu_fallback", second="yes_or_no")
    assert "Neither" not in told.text
    assert "No, " not in told.text
