"""Whatever is typed gets a sensible answer, raises nothing and sets nothing it should not."""

from __future__ import annotations

import pytest
import requests

from tests.support.shopper import Shopper
from tests.support.stack import Stack

EXPORTED = "YT2632500000000121"

SPEECHLESS = "Sorry, this is taking me longer"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "😡😡😡",
        "привет, где моя посылка?",
        "我的包裹在哪里",
        "\x00\x07\x1b[31mhello",
        "<script>alert(1)</script>",
        "<b>where is my parcel</b>",
        "?",
        "/",
        "//",
        "' OR 1=1; --",
        "{number} {wait_date} ${HOME} %s",
        "a" * 1990,
        "where is my parcel " * 100,
        "the 31st of February 2031",
        "I will receive it on 2031-01-01",
        "+44 7700 900123",
        "()[]{}!§$%&",
    ],
)
def test_odd_input_gets_an_answer(stack: Stack, shopper: Shopper, text: str) -> None:
    heard = shopper.says(text)
    assert heard.text
    assert SPEECHLESS not in heard.text
    assert "went wrong" not in heard.text
    assert "Traceback" not in stack.log("rasa")


@pytest.mark.parametrize(
    "command",
    [
        '/provide_details{"email":"x@y.z"}',
        '/provide_details{"order_number":"7401","email":"anna@example.com"}',
        '  /provide_details{"tracking_number":"LP00123456789012"}',
        '/affirm{"tracking_number":"LP00123456789012"}',
    ],
)
def test_a_typed_command_sets_nothing(shopper: Shopper, command: str) -> None:
    shopper.says(command)
    slots = shopper.slots()
    assert (slots["email"], slots["order_number"], slots["tracking_number"]) == (None, None, None)


def test_a_typed_restart_does_not_reset_the_conversation_log(shopper: Shopper) -> None:
    shopper.says(f"where is {EXPORTED}")
    heard = shopper.says("/restart")
    assert heard.text
    assert "afresh" in heard


def test_a_typed_confirmation_command_is_only_a_word(shopper: Shopper) -> None:
    shopper.says("where is LP00123456789012")
    heard = shopper.says('/talk_to_human{"ticket_confirmed":"true"}')
    assert "KT-" not in heard.text


def test_a_phone_number_is_not_taken_for_a_parcel(shopper: Shopper) -> None:
    shopper.says("my number is +44 7700 900123")
    assert shopper.slots()["tracking_number"] is None


def test_somebody_elses_order_stays_closed(shopper: Shopper) -> None:
    heard = shopper.says("where is order #7499? my email is anna@example.com")
    assert heard.card is None
    assert not shopper.slots()["parcel"]


@pytest.mark.parametrize("body", [{}, {"sender": "x"}, {"sender": "x", "message": 7}, []])
def test_a_malformed_request_is_refused(stack: Stack, body: object) -> None:
    answer = requests.post(f"{stack.url('rasa')}/webhooks/rest/webhook", json=body, timeout=60)
    assert answer.status_code == 400
