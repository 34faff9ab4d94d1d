from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest

from parcelbot.core.cases.conversation import Author
from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper, in_parallel
from tests.integration.website.test_talking import texts
from tests.support.ports import free_port


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed on this machine")
    port = free_port()
    process = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        stdout=subprocess.DEVNULL,
    )
    yield f"redis://127.0.0.1:{port}/0"
    process.kill()
    process.wait()


@pytest.fixture(scope="module")
def pair(start: Callable[..., Server], redis_url: str) -> tuple[Server, Server]:
    """Two servers over one database, as two workers of one server would be."""
    first = start(REDIS_URL=redis_url, WEBSITE_SILENCE_S="30")
    second = start(REDIS_URL=redis_url, WEBSITE_SILENCE_S="30", DATABASE_URL=first.database_url)
    return first, second


def seen_from(server: Server, shopper: Shopper) -> Shopper:
    return Shopper(f"{server.url}/website", shopper.token, shopper.conversation_id)


def test_a_token_opens_the_conversation_at_every_worker(pair: tuple[Server, Server]) -> None:
    shopper = Shopper(f"{pair[0].url}/website").arrive()
    shopper.ask("hello")
    assert texts(seen_from(pair[1], shopper).messages()) == ["hello", "heard: hello"]


def test_what_one_worker_takes_in_wakes_the_streams_of_the_other(pair: tuple[Server, Server]) -> None:
    shopper = Shopper(f"{pair[0].url}/website").arrive()
    with seen_from(pair[1], shopper).listen() as events:
        shopper.send("hold far away")
        assert next(event.data for event in events if event.name == "typing") == {"typing": True}
        Shopper(f"{pair[0].url}/website").arrive().ask("release far away")
        told = next(event.data for event in events if event.name == "message" and event.data["seq"] == 2)
    assert told["text"] == "heard: hold far away"


def test_messages_sent_to_both_workers_are_answered_once_and_in_order(pair: tuple[Server, Server]) -> None:
    near = Shopper(f"{pair[0].url}/website").arrive()
    doors = [near, seen_from(pair[1], near)]
    in_parallel([lambda d=d, n=n: doors[d].send(f"m{d}{n}") for n in range(5) for d in range(2)])
    near.wait_for(10)
    said = near.messages()
    assert [message["seq"] for message in said] == list(range(1, 21))
    asked = [message["text"] for message in said if message["author"] == Author.SHOPPER]
    answered = [message["text"] for message in said if message["author"] == Author.BOT]
    assert answered == [f"heard: {text}" for text in asked]


def test_when_a_worker_dies_another_one_answers_for_it(pair: tuple[Server, Server]) -> None:
    shopper = Shopper(f"{pair[0].url}/website").arrive()
    (pair[1].directory / "died").touch()  # the other one is to live
    shopper.send("say-and-die 2")
    pair[0].wait_until_dead()
    assert texts(seen_from(pair[1], shopper).wait_for(2)) == ["part 0", "part 1"]
