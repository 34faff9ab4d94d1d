"""Reaching the parcel: the number to use, corrections, the carrier that sends people back to us."""

from __future__ import annotations

import pytest

from tests.support.shopper import Shopper

NOBODY_HOME = "RR700455417CN"
OUT_FOR_DELIVERY = "YT2632500000000141"
HANDED_OVER = "LP00000000000133"
GOING_BACK = "YT2632500000000171"
DELIVERED = "YT2632500000000152"


@pytest.mark.parametrize(
    "told",
    [
        "I rang the carrier and they said I should ask the seller",
        "called royal mail this morning, they sent me back to you",
        "the depot told me only the sender can do anything, i phoned them twice",
    ],
)
def test_whoever_the_carrier_sent_back_is_taken_on_and_not_sent_there_again(shopper: Shopper, told: str) -> None:
    shopper.says(f"where is {NOBODY_HOME}")
    heard = shopper.says(told)
    assert heard.rows == ["follow_ups/carrier_sent_back"]
    assert "e-mail" in heard


@pytest.mark.parametrize(
    "correction",
    [
        "can you correct this number? it's 0048 512 334 778",
        "the phone on my order was my old one, please change it to +44 7700 900123",
    ],
)
def test_a_telephone_number_corrects_the_parcels_and_is_no_tracking_number(shopper: Shopper, correction: str) -> None:
    shopper.says(f"where is {NOBODY_HOME}")
    heard = shopper.says(correction)
    assert heard.rows[0].startswith("follow_ups/corrects")
    assert "telephone number" not in heard


@pytest.mark.parametrize(
    "question",
    ["which number do I use with the local carrier?", "what number do I give them there"],
)
def test_the_local_carriers_number_is_said_in_words(shopper: Shopper, question: str) -> None:
    shopper.says(f"where is {HANDED_OVER}")
    assert shopper.says(question).rows == ["follow_ups/which_number_local"]


@pytest.mark.parametrize("question", ["do I get a text message?", "can you text me instead"])
def test_no_text_messages_are_promised(shopper: Shopper, question: str) -> None:
    shopper.says(f"where is {OUT_FOR_DELIVERY}")
    assert "no text messages" in shopper.says(question) or "No texts" in shopper.says(question)


def test_a_parcel_on_its_round_is_looked_for_in_no_letterbox(shopper: Shopper) -> None:
    assert "letterbox" not in shopper.says(f"where is {OUT_FOR_DELIVERY}")


@pytest.mark.parametrize(
    "question", ["does it cost me anything if you send it again?", "is it free to send it out again"]
)
def test_nothing_is_promised_free_on_the_way_back(shopper: Shopper, question: str) -> None:
    shopper.says(f"where is {GOING_BACK}")
    assert shopper.says(question).rows == ["follow_ups/resend_cost"]


def test_whoever_asks_to_see_the_carriers_photo_is_not_asked_to_send_one(shopper: Shopper) -> None:
    shopper.says(f"{DELIVERED} says delivered and it isn't here")
    assert "paper-clip" not in shopper.says("is there a photo, can I see it?")


def test_people_who_were_asked_stand_in_no_checklist(shopper: Shopper) -> None:
    heard = shopper.says(f"{DELIVERED} delivered but it's not here, I asked both neighbours and my wife")
    assert "neighbours on both sides" not in heard
