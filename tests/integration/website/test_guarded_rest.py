from __future__ import annotations

import pytest
import requests

from tests.integration.website.running import Server
from tests.integration.website.shopper import TIMEOUT_S


def post(server: Server, body: object) -> requests.Response:
    return requests.post(f"{server.url}/rest/webhook", json=body, timeout=TIMEOUT_S)


def say(server: Server, sender: str, text: str) -> list[str]:
    return [m["text"] for m in post(server, {"sender": sender, "message": text}).json()]


def test_an_ordinary_message_is_answered(server: Server) -> None:
    assert say(server, "ann", "where is my parcel") == ["heard: where is my parcel"]


def test_a_typed_command_reaches_the_assistant_as_words(server: Server) -> None:
    assert say(server, "bob", "/restart") == ["heard: restart"]


def test_a_button_that_was_just_offered_may_be_pressed(server: Server) -> None:
    say(server, "cat", "menu")
    assert say(server, "cat", "/affirm") == ["heard: /affirm"]


def test_a_button_offered_to_somebody_else_may_not(server: Server) -> None:
    say(server, "dan", "menu")
    assert say(server, "eve", "/affirm") == ["heard: affirm"]


def test_a_button_of_an_earlier_answer_may_not(server: Server) -> None:
    say(server, "fay", "menu")
    say(server, "fay", "something else")
    assert say(server, "fay", "/affirm") == ["heard: affirm"]


def test_an_empty_message_is_answered_without_asking_the_assistant(server: Server) -> None:
    assert say(server, "gus", " \u0007 ") == ["EMPTY"]


def test_a_long_message_is_cut_and_the_shopper_is_told(server: Server) -> None:
    assert say(server, "hal", "x" * 2001) == ["TOO LONG", "heard: " + "x" * 2000]


@pytest.mark.parametrize("order", ["boom", "silence"])
def test_a_failing_or_silent_assistant_is_apologised_for(server: Server, order: str) -> None:
    assert say(server, "ida", order) == ["WATCHDOG"]


def test_the_apology_brings_a_button_that_works(server: Server) -> None:
    say(server, "jon", "boom")
    assert say(server, "jon", "/talk_to_human") == ["heard: /talk_to_human"]


def test_a_late_answer_comes_once_with_the_next_one(server: Server) -> None:
    assert say(server, "kim", "hold 1") == ["WATCHDOG"]
    say(server, "lea", "release 1")
    assert say(server, "kim", "hello") == ["heard: hold 1", "heard: hello"]
    assert say(server, "kim", "hello") == ["heard: hello"]


@pytest.mark.parametrize(
    "body",
    [{"sender": "x"}, {"sender": "x", "message": 7}, {"sender": 7, "message": "hi"}, ["hi"], "hi", None],
)
def test_a_body_that_is_not_a_message_is_refused(server: Server, body: object) -> None:
    answer = post(server, body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_request")


def test_malformed_json_is_refused(server: Server) -> None:
    answer = requests.post(f"{server.url}/rest/webhook", data=b"{", timeout=TIMEOUT_S)
    assert answer.status_code == 400
