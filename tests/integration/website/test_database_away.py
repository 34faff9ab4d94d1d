"""The database cannot be written: shoppers hear within the limit that their words are not here, or that they wait."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest

from tests.integration.website.conftest import ROOMY
from tests.integration.website.running import Server
from tests.integration.website.shopper import Event, Shopper, in_parallel
from tests.integration.website.test_talking import texts

#: All of the front's threads that write are busy then.
MORE_THAN_THREADS = 10


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("away")
    assistant = Server(folder, ROOMY).start()
    front = Server(folder, ROOMY, is_front=True).start()
    yield front
    front.kill()
    assistant.kill()


@pytest.fixture
def visit(front: Server) -> Callable[..., Shopper]:
    return lambda **body: Shopper(f"{front.url}/website").arrive(**body)


@pytest.fixture
def locked(front: Server) -> Callable[[], Any]:
    """Keeps everybody else from writing, as a stuck backup does."""

    @contextmanager
    def lock() -> Iterator[None]:
        database = sqlite3.connect(
            front.database_url.removeprefix("sqlite:///"), timeout=20, isolation_level=None, check_same_thread=False
        )
        database.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            database.rollback()
            database.close()

    return lock


def answer(shopper: Shopper) -> list[str]:
    """What is answered; an apology may come before it."""
    said = texts(shopper.wait_for(1))
    return said if said != ["WATCHDOG"] else texts(shopper.wait_for(2))[1:]


def notice_of(events: Iterator[Event]) -> str:
    return str(next(e for e in events if e.name == "notice").data["text"])


def test_who_cannot_be_heard_is_told_so_by_the_stream_and_in_the_answer(
    visit: Callable[..., Shopper], locked: Callable[[], Any]
) -> None:
    shopper = visit()
    with shopper.listen() as events, locked():
        refused = shopper.send("where is it")
        assert refused.status_code == 503
        assert refused.json()["error"]["code"] == "not_taken"
        assert refused.json()["error"]["notice"] == notice_of(events) == "NOT TAKEN"
        assert shopper.messages() == []


def test_that_is_said_in_the_language_of_the_page(visit: Callable[..., Shopper], locked: Callable[[], Any]) -> None:
    shopper = visit(language="de")
    with shopper.listen() as events, locked():
        assert shopper.send("wo ist es").json()["error"]["notice"] == notice_of(events) == "NICHT DA"


def test_sent_again_it_is_answered_once(visit: Callable[..., Shopper], locked: Callable[[], Any]) -> None:
    shopper = visit()
    with locked():
        assert shopper.send("still there", echo_id="mine").status_code == 503
    again = shopper.send("still there", echo_id="mine")
    assert again.ok
    assert answer(shopper) == ["heard: still there"]
    assert [said["text"] for said in shopper.messages() if said["text"] != "WATCHDOG"] == [
        "still there",
        "heard: still there",
    ]


def test_who_opens_the_chat_hears_it_too(front: Server, locked: Callable[[], Any]) -> None:
    with locked():
        refused = Shopper(f"{front.url}/website").post("/sessions", json={"language": "de"})
    assert (refused.status_code, refused.json()["error"]["notice"]) == (503, "NICHT DA")


def test_what_was_taken_in_and_cannot_be_answered_nor_apologised_for_is_told(
    visit: Callable[..., Shopper], locked: Callable[[], Any]
) -> None:
    shopper = visit()
    with shopper.listen() as events:
        assert shopper.send("hold me").status_code == 202
        with locked():
            assert notice_of(events) == "DELAYED"
    visit().send("release me")
    assert answer(shopper) == ["heard: hold me"]


def test_what_was_said_is_read_however_many_wait_to_write(
    visit: Callable[..., Shopper], locked: Callable[[], Any]
) -> None:
    reader, writers = visit(), [visit() for _ in range(MORE_THAN_THREADS)]
    with locked():
        in_parallel([partial(writer.send, "still there") for writer in writers])
        assert reader.get("/messages").status_code == 200
        with reader.listen():
            pass


def test_a_front_that_died_is_back_before_anything_can_be_written(
    front: Server, visit: Callable[..., Shopper], locked: Callable[[], Any]
) -> None:
    shopper = visit()
    with locked():
        front.kill()
        front.start()
        assert shopper.send("lost").json()["error"]["code"] == "not_taken"


def test_pages_stay_open_and_hear_what_comes_afterwards(
    visit: Callable[..., Shopper], locked: Callable[[], Any]
) -> None:
    shopper = visit()
    with shopper.listen() as events:
        with locked():
            shopper.send("lost", echo_id="one")
            notice_of(events)
        shopper.send("kept", echo_id="two")
        # the first may still be written, and answered, once the lock is gone: it was only not taken in time
        assert "heard: kept" in (e.data["text"] for e in events if e.name == "message" and e.data["author"] == "bot")
