from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from typing import Any

import pytest
import requests

from tests.integration.website.running import Server
from tests.integration.website.shopper import PATIENCE_S, TIMEOUT_S, Shopper, in_parallel
from tests.integration.website.test_talking import texts

CONVERSATIONS = 50
MESSAGES = 4


def test_the_stream_goes_on_after_the_seq_it_is_given(shopper: Shopper) -> None:
    shopper.ask("burst 3", answers=3)
    with shopper.listen(after=2) as events:
        ids = [event.id for event in itertools.islice((e for e in events if e.name == "message"), 2)]
    assert ids == ["3", "4"]


def test_last_event_id_counts_more_than_after(shopper: Shopper) -> None:
    shopper.ask("burst 3", answers=3)
    with shopper.listen(after=0, headers={"Last-Event-ID": "3"}) as events:
        assert next(event for event in events if event.name == "message").id == "4"


def test_the_list_and_the_stream_say_the_same(shopper: Shopper) -> None:
    shopper.ask("burst 3", answers=3)
    with shopper.listen() as events:
        streamed = [event.data for event in itertools.islice((e for e in events if e.name == "message"), 4)]
    assert streamed == shopper.messages()


def test_two_tabs_hear_the_same(shopper: Shopper) -> None:
    with shopper.listen() as first, shopper.listen() as second:
        shopper.send("hello")
        heard = [
            [event.data for event in itertools.islice((e for e in tab if e.name == "message"), 2)]
            for tab in (first, second)
        ]
    assert heard[0] == heard[1]


def test_a_stream_with_nothing_to_say_shows_that_it_lives(shopper: Shopper) -> None:
    url, headers = f"{shopper.url}/events", shopper.headers
    with requests.get(url, headers=headers, stream=True, timeout=TIMEOUT_S) as answer:
        lines = (line for line in answer.iter_lines(chunk_size=1, decode_unicode=True) if line)
        assert next(lines).startswith("retry:")
        assert next(lines).startswith(":")


def test_more_streams_than_a_shopper_has_tabs_are_refused(visit: Callable[[], Shopper]) -> None:
    shopper = visit()
    url, headers = f"{shopper.url}/events", shopper.headers
    tabs = [requests.get(url, headers=headers, stream=True, timeout=TIMEOUT_S) for _ in range(11)]
    try:
        assert [tab.status_code for tab in tabs] == [200] * 10 + [429]
    finally:
        for tab in tabs:
            tab.close()


@pytest.fixture(scope="module")
def mortal(start: Callable[..., Server]) -> Server:
    """May be killed, and a busy machine takes its time to start it again; limits are the default ones."""
    return start(
        WEBSITE_SILENCE_S=str(PATIENCE_S),
        WEBSITE_REQUESTS_BURST="2000",
        WEBSITE_MESSAGES_BURST="20",
        WEBSITE_SESSIONS_BURST="200",
    )


def test_fifty_shoppers_with_bad_connections_hear_everything_once_in_order(mortal: Server) -> None:
    heard: dict[int, list[dict[str, Any]]] = {n: [] for n in range(CONVERSATIONS)}

    def talk(n: int) -> None:
        dice = random.Random(n)
        shopper = Shopper(f"{mortal.url}/website").arrive()
        for m in range(MESSAGES):
            for _ in range(dice.choice([1, 1, 2])):  # an impatient client sends again
                assert shopper.send(f"c{n} m{m}", f"echo-{m}").status_code in (200, 202)
            listen_a_little(shopper, heard[n], dice)
        while len(heard[n]) < 2 * MESSAGES:
            listen_a_little(shopper, heard[n], dice)

    def listen_a_little(shopper: Shopper, said: list[dict[str, Any]], dice: random.Random) -> None:
        with shopper.listen(after=said[-1]["seq"] if said else 0) as events:
            messages = (event.data for event in events if event.name == "message")
            missing = 2 * MESSAGES - len(said)
            said.extend(itertools.islice(messages, min(missing, dice.randint(1, 2))))

    in_parallel([lambda n=n: talk(n) for n in range(CONVERSATIONS)])
    for n, said in heard.items():
        assert [message["seq"] for message in said] == list(range(1, 2 * MESSAGES + 1))
        asked = [f"c{n} m{m}" for m in range(MESSAGES)]
        assert [m["text"] for m in said if m["author"] == "shopper"] == asked
        assert [m["text"] for m in said if m["author"] == "bot"] == [f"heard: {text}" for text in asked]


def test_a_conversation_goes_on_after_the_server_was_killed(mortal: Server) -> None:
    shopper = Shopper(f"{mortal.url}/website").arrive()
    shopper.ask("hello")
    choice = shopper.ask("menu")[0]["choices"][0]["id"]
    accepted = shopper.send("hold for ever", "e-9").json()["seq"]
    mortal.kill()
    mortal.start()
    assert shopper.send("hold for ever", "e-9").json() == {"seq": accepted}
    assert shopper.press(choice).status_code == 202
    Shopper(f"{mortal.url}/website").arrive().ask("release for ever")
    assert texts(shopper.wait_for(4)) == ["heard: hello", "Choose", "heard: hold for ever", "heard: /affirm"]
    assert [message["seq"] for message in shopper.messages()] == list(range(1, 9))


@pytest.mark.parametrize("order", ["say-and-die 3", "answer-and-die"])
def test_a_server_that_dies_while_answering_says_nothing_twice(mortal: Server, order: str) -> None:
    (mortal.directory / "died").unlink(missing_ok=True)
    shopper = Shopper(f"{mortal.url}/website").arrive()
    shopper.send(order)
    mortal.wait_until_dead()
    mortal.start()
    shopper.send("still there?")
    expected = ["part 0", "part 1", "part 2"] if order.startswith("say") else ["heard: answer-and-die"]
    assert texts(shopper.wait_for(len(expected) + 1)) == [*expected, "heard: still there?"]
