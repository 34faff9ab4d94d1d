"""What a shopper types in one go is read together and answered once, whatever dies meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper
from tests.integration.website.test_talking import texts


@pytest.fixture(scope="module")
def patient(start: Callable[..., Server]) -> Server:
    """Waits for a pause before it answers; may be killed."""
    return start(WEBSITE_PAUSE_S="3", WEBSITE_SILENCE_S="30")


def test_three_lines_are_one_message_with_one_answer(patient: Server) -> None:
    shopper = Shopper(f"{patient.url}/website").arrive()
    for line in ("hello", "are you there", "my parcel is late"):
        shopper.send(line)
    assert texts(shopper.wait_for(1)) == ["heard: hello\nare you there\nmy parcel is late"]
    assert [m["author"] for m in shopper.messages()] == ["shopper", "shopper", "shopper", "bot"]
    assert texts(shopper.ask("thanks")) == ["heard: thanks"]


def test_a_button_is_not_read_with_the_words_before_it(patient: Server) -> None:
    shopper = Shopper(f"{patient.url}/website").arrive()
    choice = shopper.ask("menu")[0]["choices"][0]["id"]
    shopper.send("well")
    shopper.press(choice)
    assert texts(shopper.wait_for(2, after=2)) == ["heard: well", "heard: /affirm"]


def test_lines_that_were_answered_when_the_server_died_are_not_heard_again(patient: Server) -> None:
    shopper = Shopper(f"{patient.url}/website").arrive()
    for line in ("answer-and-die now", "please"):
        shopper.send(line)
    patient.wait_until_dead()
    patient.start()
    shopper.send("still there?")
    heard = texts(shopper.wait_for(2))
    assert heard == ["heard: answer-and-die now\nplease", "heard: still there?"]
