"""The front in a process of its own: shoppers are served whatever becomes of the assistant's."""

from __future__ import annotations

import signal
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.integration.website.conftest import ROOMY
from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper
from tests.integration.website.test_talking import texts

PAUSES = 50
SIGCONT_S = 0.05


@dataclass
class House:
    """An assistant, and the front that shoppers talk to, over one database."""

    assistant: Server
    front: Server

    def visit(self, **body: str) -> Shopper:
        return Shopper(f"{self.front.url}/website").arrive(**body)

    def pause(self) -> None:
        """Stop the assistant between two of its writes: SQLite would keep the lock of one that is under way."""
        for _ in range(PAUSES):
            self.assistant.stop()
            if self._takes_writes():
                return
            self.assistant.signal(signal.SIGCONT)
            time.sleep(SIGCONT_S)
        pytest.fail("the assistant never stopped writing")

    def _takes_writes(self) -> bool:
        database = sqlite3.connect(self.assistant.database_url.removeprefix("sqlite:///"), timeout=0.2)
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        finally:
            database.close()
        return True

    def revive(self) -> None:
        if self.assistant.process is None:
            self.assistant.start()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    assistant = Server(folder, ROOMY).start()
    front = Server(folder, ROOMY, is_front=True).start()
    yield House(assistant, front)
    front.kill()
    assistant.kill()


@pytest.fixture
def house(running: House) -> House:
    """The house with its assistant at work."""
    running.revive()
    return running


@pytest.fixture
def without_assistant(running: House) -> House:
    running.assistant.kill()
    return running


def test_what_the_front_takes_in_the_assistant_answers(house: House) -> None:
    shopper = house.visit()
    with shopper.listen() as events:
        shopper.send("hello")
        heard = [next(e for e in events if e.name == "message").data["text"] for _ in range(2)]
    assert heard == ["hello", "heard: hello"]


def test_who_writes_while_the_assistant_is_dead_hears_so_and_is_answered_when_it_is_back(
    without_assistant: House,
) -> None:
    shopper = without_assistant.visit()
    assert texts(shopper.ask("where is it")) == ["WATCHDOG"]
    without_assistant.assistant.start()
    assert texts(shopper.wait_for(2)) == ["WATCHDOG", "heard: where is it"]


def test_the_apology_is_in_the_language_of_the_page(without_assistant: House) -> None:
    assert texts(without_assistant.visit(language="de").ask("hallo")) == ["WACHHUND"]


def test_three_messages_while_it_is_dead_get_one_apology_and_three_answers(without_assistant: House) -> None:
    shopper = without_assistant.visit()
    for text in ("one", "two", "three"):
        shopper.send(text)
    assert texts(shopper.wait_for(1)) == ["WATCHDOG"]
    without_assistant.assistant.start()
    assert texts(shopper.wait_for(4)) == ["WATCHDOG", "heard: one", "heard: two", "heard: three"]


def test_a_person_is_called_while_the_assistant_is_dead(without_assistant: House) -> None:
    shopper = without_assistant.visit()
    [sorry] = shopper.ask("where is it")
    shopper.press(sorry["choices"][0]["id"])
    [_, opened] = shopper.wait_for(2)
    assert opened["text"].startswith("OPENED KT-")
    assert opened["card"]["reference"] in opened["text"]


def test_an_assistant_that_hangs_is_apologised_for_and_answers_once_when_it_goes_on(house: House) -> None:
    shopper = house.visit()
    house.pause()
    try:
        assert texts(shopper.ask("are you there")) == ["WATCHDOG"]
    finally:
        house.assistant.signal(signal.SIGCONT)
    assert texts(shopper.wait_for(2)) == ["WATCHDOG", "heard: are you there"]


def test_a_killed_front_loses_nothing(house: House) -> None:
    shopper = house.visit()
    shopper.send("hold line")
    house.front.kill()
    house.front.start()
    house.visit().ask("release line")
    said = texts(shopper.wait_for(1))
    assert "heard: hold line" in (said if said != ["WATCHDOG"] else texts(shopper.wait_for(2)))


def test_the_front_is_well_without_an_assistant(without_assistant: House) -> None:
    assert without_assistant.visit().get("/health").json() == {"status": "ok"}
