"""What was given is not asked for again, what was passed over twice is dropped, and who leaves hears what is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from tests.unit.actions.talk import LP, MONDAY, Chat, entity, kept, of_the_shop, real_knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider

KNOWLEDGE = real_knowledge()
MAIL = "mo@example.org"
OFFER, E_MAIL = "Would you like me to pass this to a person?", "e-mail"
UNSENT = "isn't with anybody on our team yet"
BROUGHT = shipment(
    scan(Substatus.DELIVERED_OTHER, 2, "Ghent, BE"),
    status=Status.DELIVERED,
    substatus=Substatus.DELIVERED_OTHER,
    number=LP,
)

WAITS = shipment(
    scan(Substatus.AVAILABLE_FOR_PICKUP_OTHER, 2, "Ghent, BE"),
    status=Status.AVAILABLE_FOR_PICKUP,
    substatus=Substatus.AVAILABLE_FOR_PICKUP_OTHER,
    number=LP,
)


def told_of() -> Chat:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.asks_where()
    return conversation


def asked_for_an_email() -> Chat:
    conversation = told_of()
    conversation.says("a person please", "talk_to_human")
    return conversation


# ---- what is known ---------------------------------------------------------------------------------------


def test_who_gave_the_order_is_not_told_to_have_its_number_ready() -> None:
    found = FakeProvider(Lookup(LookupOutcome.FOUND, BROUGHT))
    chat = Chat(replace(of_the_shop(tickets=kept(), tracking=found), knowledge=KNOWLEDGE))
    chat.gives_order()
    told = chat.says("can I send the runner back", "return_item").text
    assert "please don't send anything back" in told
    assert "order number" not in told


def test_who_named_the_day_is_not_asked_whether_one_matters() -> None:
    chat = told_of()
    chat.says("I need it on 4 December", "late_delivery", entity("needed_by", "2026-12-04"))
    told = chat.says("will a new one make it", "replacement_wanted", second="new_in_time")
    assert "If a day hangs on it" not in told.text


# ---- what was passed over --------------------------------------------------------------------------------


def test_an_offer_that_was_passed_over_twice_is_not_made_again() -> None:
    chat, said = told_of(), []
    for words in ("that was no use", "still of no use", "none of it helps", "no use at all"):
        chat.says("which van is it", "carrier_contact")
        said.append(chat.says(words, "feedback_not_useful").text)
    assert ["person" in text for text in said[:2]] == [True, True]
    assert not any("Shall" in text or OFFER in text for text in said[2:])
    assert chat.dialogue.open is not None
    assert chat.dialogue.open.asked is Asked.PERSON


def test_an_e_mail_is_asked_for_twice_at_most() -> None:
    chat = asked_for_an_email()
    asked = [
        "e-mail" in chat.says(text, "carrier_contact", second=second).text
        for text, second in [
            ("who drives it", "local_courier"),
            ("does it come on a weekend", "weekend"),
            ("how big is it", "parcel_size"),
            ("is it insured against rain", "safe_dry"),
            ("who has it", "who_has_it"),
        ]
    ]
    assert asked.count(True) <= 1
    assert chat.dialogue.case is None


def test_an_e_mail_that_comes_later_takes_the_offer_up() -> None:
    chat = asked_for_an_email()
    for second in ("local_courier", "weekend", "parcel_size", "safe_dry", "who_has_it"):
        chat.says("and what of that", "carrier_contact", second=second)
    assert "This is what I'll send" in chat.says(MAIL, "provide_details", entity("email", MAIL)).text


@pytest.mark.parametrize("text", ["I don't want a person, thanks", "no agent please, I'll ring the depot myself"])
def test_who_wants_nobody_is_offered_nobody_again(text: str) -> None:
    chat = asked_for_an_email()
    assert E_MAIL not in chat.says(text, "deny").text
    assert chat.dialogue.case is None
    assert "Shall" not in chat.says("that was no use", "feedback_not_useful").text


def test_who_wants_one_after_all_has_one() -> None:
    chat = asked_for_an_email()
    chat.says("I don't want a person, thanks", "deny")
    assert E_MAIL in chat.says("a person please, after all", "talk_to_human").text


# ---- what was put right ----------------------------------------------------------------------------------


def test_a_day_that_is_counted_anew_is_said_back_as_it_is_now() -> None:
    chat = told_of()
    day = MONDAY.date()
    chat.says("I need it in 8 days", "late_delivery", entity("needed_by", day.replace(day=day.day + 7).isoformat()))
    told = chat.says("sorry, 6 days, not 7", "late_delivery", entity("duration", "6 days"))
    assert "that you need it by" in told.text
    assert chat.slots["claims"]["needed_by"] == day.replace(day=day.day + 6).isoformat()
    assert "duration" not in chat.slots["claims"]


# ---- who leaves ------------------------------------------------------------------------------------------


def has_told_what_a_person_can_act_upon() -> Chat:
    found = FakeProvider(Lookup(LookupOutcome.FOUND, WAITS))
    chat = Chat(replace(of_the_shop(tickets=kept(), tracking=found), knowledge=KNOWLEDGE))
    chat.asks_where()
    chat.says("the porter only takes what has our shop's name on it", "out_of_scope")
    return chat


def test_who_leaves_with_something_told_hears_once_that_nobody_has_it() -> None:
    chat = has_told_what_a_person_can_act_upon()
    assert UNSENT in chat.says("ok", "affirm").text
    assert UNSENT not in chat.says("thanks", "thanks").text


def test_a_yes_to_that_passes_it_on() -> None:
    chat = has_told_what_a_person_can_act_upon()
    chat.says("ok", "affirm")
    assert E_MAIL in chat.says("yes please", "affirm").text


def test_who_only_mentioned_something_takes_leave_shortly() -> None:
    chat = told_of()
    chat.says("my niece has the key, I merely mention it", "out_of_scope")
    assert UNSENT not in chat.says("thanks", "thanks").text


def test_who_has_told_nothing_takes_leave_shortly() -> None:
    assert UNSENT not in told_of().says("thanks", "thanks").text


def test_who_threw_the_packing_away_is_asked_for_no_picture_of_it() -> None:
    chat = told_of()
    chat.says("the runner came with a burnt hem", "item_damaged")
    told = chat.says("a picture of the carton? I threw the carton away", "delivery_proof", second="photos_where")
    assert "the label" not in told.text
