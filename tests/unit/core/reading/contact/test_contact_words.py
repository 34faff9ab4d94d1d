"""Being in touch: with a person, by telephone, or in vain."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.contact.contact_words import (
    asks_to_be_rung,
    asks_whether_drivers_ring,
    carrier_sent_to_us,
    doubts_a_message,
    speaks_of_texts,
    turned_to_a_carrier,
    was_told_to_wait,
    writes_again,
    wrote_in_vain,
)
from parcelbot.core.reading.contact.persons import asks_for_a_person
from parcelbot.core.reading.contact.whose_number import is_anothers_number


@pytest.mark.parametrize(
    ("text", "rung"), [("please ring me on my mobile", True), ("could you call the depot?", False)]
)
def test_who_is_to_be_called_is_told_apart(text: str, rung: bool) -> None:
    assert asks_to_be_rung(text) is rung


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("right, get me a person", True),
        ("I want to talk to a human being", True),
        ("i dont need a person for that", False),
        ("what a nice person", False),
    ],
)
def test_a_person_is_asked_for_or_declined(text: str, asked: bool) -> None:
    assert asks_for_a_person(text) is asked


@pytest.mark.parametrize(
    ("text", "in_vain"),
    [
        ("I mailed you on Monday about my towels", True),
        ("nobody has replied to me so far", True),
        ("you don't answer your messages", True),
        ("so I write here again on Friday, right?", False),
        ("will the reply come by e-mail?", False),
        ("if nobody answers by Tuesday I'll go elsewhere", False),
    ],
)
def test_what_was_written_before_is_told_from_what_is_still_to_come(text: str, in_vain: bool) -> None:
    assert wrote_in_vain(text) is in_vain


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("I called DHL three times and nobody answers", True),
        ("i emailed the courier last week, no reply", True),
        ("he llamado a DHL tres veces y nadie contesta", True),
        ("Ich habe DHL schon dreimal angerufen, keiner geht ran", True),
        ("I wrote to you and to DHL", False),
        ("you never answered my mail", False),
    ],
)
def test_who_rang_the_carrier_in_vain_was_not_left_waiting_by_us(text: str, carrier: bool) -> None:
    assert turned_to_a_carrier(text) is carrier
    assert not (carrier and wrote_in_vain(text))


@pytest.mark.parametrize(
    ("text", "anothers"),
    [
        ("ring DHL, their number is +44 20 8818 0000", True),
        ("the hotline is 0345 740 0740", True),
        ("somebody called me from 0341 2345678, was that the courier?", True),
        ("DHL rang me from 0341 2345678", True),
        ("my number is 07700 900123", False),
        ("the courier can ring 07700 900123", False),
        ("07700 900123", False),
        ("no number here", False),
    ],
)
def test_a_carriers_number_is_not_the_shoppers(text: str, anothers: bool) -> None:
    assert is_anothers_number(text) is anothers


@pytest.mark.parametrize(
    "text",
    [
        "the carrier told me to ask the shop. so im asking the shop",
        "post said they dont have it and you must open an investigation",
        "dhl says I have to contact the sender",
        "They told me it is up to the seller",
    ],
)
def test_a_carrier_that_sends_the_shopper_to_us_refers(text: str) -> None:
    assert carrier_sent_to_us(text)


@pytest.mark.parametrize("text", ["post me the parcel", "the carrier told me it comes today", "who told you that"])
def test_the_word_told_alone_is_no_referral(text: str) -> None:
    assert not carrier_sent_to_us(text)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("This is the THIRD time I'm writing", True),
        ("i am writing to you for the second time now", True),
        ("my 4th message about this, i've asked nicely before", True),
        ("they tried to deliver a second time", False),
        ("the second time slot suits me", False),
        ("I won't run down to the concierge to ask him a fourth time", False),
        ("must I ask for the second time?", False),
    ],
)
def test_who_writes_again_is_heard(text: str, again: bool) -> None:
    assert writes_again(text) is again
    assert not again or wrote_in_vain(text)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("got an sms 'DHL: shipment on hold, confirm your card' is that from you people?", True),
        ("weird mail says pay 1,95 for redelivery. fake?", True),
        ("i got a text that it comes today, is that from you?", False),
        ("are you a scam? i paid and got no mail", False),
        ("they want me to pay a customs fee", False),
    ],
)
def test_a_message_that_wants_money_is_doubted_in_so_many_words(text: str, doubted: bool) -> None:
    assert doubts_a_message(text) is doubted


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("i rang them and they said ask the seller", True),
        ("I rang royal mail, they sent me back to you", True),
        ("he llamado a correos y me dicen que hable con el vendedor", True),
        ("Hermes sagt ich soll den Absender fragen", True),
        ("La Poste me dit de voir avec le vendeur", True),
        ("they said it comes tomorrow", False),
        ("you said i should ask the seller", False),
        ("the driver said you should leave a note", False),
        ("I'd rather not say why, but must they hand it to the dhl shop?", False),
    ],
)
def test_a_carrier_that_sends_people_to_the_shop_is_heard(text: str, sent: bool) -> None:
    assert carrier_sent_to_us(text) is sent


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("do they ring me before", True),
        ("will the delivery man phone first", True),
        ("can somebody call me", False),
        ("could someone from your team call me", False),
    ],
)
def test_a_driver_who_rings_is_no_call_of_ours(text: str, asked: bool) -> None:
    assert asks_whether_drivers_ring(text) is asked


def test_text_messages_are_told_from_other_texts() -> None:
    assert speaks_of_texts("do i get a text when it comes")
    assert not speaks_of_texts("what does the context say")


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("you wrote to me twice already that I should wait", True),
        ("your colleagues told me two times by mail to be patient", True),
        ("both mails said I should just hold on", True),
        ("you keep telling me to wait", True),
        ("I wrote to you twice and I'm still waiting", False),
        ("you said you'd answer and I'm still waiting", False),
        ("nobody of you ever answered me", False),
    ],
)
def test_who_was_told_to_wait_was_not_left_without_a_word(text: str, answered: bool) -> None:
    assert was_told_to_wait(text) is answered


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("I mailed you on Monday and received a reply that it was on its way", True),
        ("I never got an answer from you", False),
        ("I haven't had a reply", False),
    ],
)
def test_who_had_a_reply_was_answered(text: str, answered: bool) -> None:
    assert was_told_to_wait(text) is answered
