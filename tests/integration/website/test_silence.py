from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone

import pytest

from parcelbot.core.cases.conversation import Author, OwnershipMove
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.schema.engine import open_engine
from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper
from tests.integration.website.test_talking import texts


@pytest.fixture(scope="module")
def ledger(server: Server) -> Ledger:
    """The ledger as another process sees it, say the agents' inbox."""
    return Ledger(open_engine(server.database_url))


@pytest.mark.parametrize("order", ["boom", "silence"])
def test_when_the_assistant_fails_the_channel_says_so_and_offers_a_person(shopper: Shopper, order: str) -> None:
    last_word = shopper.ask(order)[0]
    assert (last_word["text"], last_word["answer"]["row"]) == ("GIVEN UP", "given_up")
    pressed = shopper.press(last_word["choices"][0]["id"])
    assert texts(shopper.wait_for(1, after=pressed.json()["seq"])) == ["heard: /talk_to_human"]


def test_the_channel_speaks_the_language_of_the_conversation(server: Server) -> None:
    shopper = Shopper(f"{server.url}/website").arrive(language="de-AT")
    last_word = shopper.ask("boom")[0]
    assert (last_word["text"], last_word["language"]) == ("AUFGEGEBEN", "de")
    assert [choice["title"] for choice in last_word["choices"]] == ["Ein Mensch"]
    shopper.ask("hello")  # the stand-in speaks English, and so does the channel from then on
    assert shopper.ask("boom")[0]["text"] == "GIVEN UP"


def test_an_apology_comes_in_the_language_of_the_conversation(server: Server) -> None:
    shopper = Shopper(f"{server.url}/website").arrive(language="de-AT")
    apology = shopper.ask("away 4")[0]
    assert (apology["text"], apology["answer"]["row"], apology["language"]) == ("WACHHUND", "watchdog", "de")


@pytest.mark.parametrize("nonsense", ["xx", "de\u0000", "d" * 300, 7, None, {"a": 1}, "'; --"])
def test_a_language_there_is_not_is_english(server: Server, nonsense: object) -> None:
    shopper = Shopper(f"{server.url}/website").arrive(language=nonsense)
    assert shopper.ask("boom")[0]["text"] == "GIVEN UP"


def test_a_turn_in_which_an_action_failed_is_not_half_answered_but_tried_again(shopper: Shopper) -> None:
    assert texts(shopper.ask("away 2")) == ["heard: away 2"]
    assert texts(shopper.messages()) == ["away 2", "heard: away 2"]


def test_after_the_apology_the_answer_comes_as_soon_as_the_part_is_back(shopper: Shopper) -> None:
    shopper.send("away 4")
    shopper.send("and this?")
    assert texts(shopper.wait_for(3)) == ["WATCHDOG", "heard: away 4", "heard: and this?"]


def test_an_answer_that_is_late_still_comes_once(shopper: Shopper, visit: Callable[[], Shopper]) -> None:
    assert texts(shopper.ask("hold late")) == ["WATCHDOG"]
    visit().ask("release late")
    assert texts(shopper.wait_for(2)) == ["WATCHDOG", "heard: hold late"]
    shopper.ask("and now?")
    assert texts(shopper.messages()) == [
        "hold late",
        "WATCHDOG",
        "heard: hold late",
        "and now?",
        "heard: and now?",
    ]


def test_one_apology_is_enough_for_all_that_waits(shopper: Shopper, visit: Callable[[], Shopper]) -> None:
    shopper.send("hold queue")
    shopper.send("hello?")
    shopper.send("anybody?")
    shopper.wait_for(1)
    visit().ask("release queue")
    assert texts(shopper.wait_for(4)) == [
        "WATCHDOG",
        "heard: hold queue",
        "heard: hello?",
        "heard: anybody?",
    ]


def test_the_shopper_sees_that_the_assistant_is_at_work(shopper: Shopper, visit: Callable[[], Shopper]) -> None:
    with shopper.listen() as events:
        shopper.send("hold typing")
        at_work = (event.data for event in events if event.name == "typing")
        assert next(at_work) == {"typing": True}
        visit().ask("release typing")
        assert next(at_work) == {"typing": False}


def test_while_a_person_owns_the_conversation_the_bot_is_silent(shopper: Shopper, ledger: Ledger) -> None:
    shopper.ask("hello")
    ledger.change_owner(shopper.conversation_id, OwnershipMove.REQUEST)
    ledger.change_owner(shopper.conversation_id, OwnershipMove.CLAIM, agent="Mia")
    shopper.send("are you there?")
    ledger.append(shopper.conversation_id, Author.AGENT, "I am", now=datetime.now(timezone.utc))
    ledger.change_owner(shopper.conversation_id, OwnershipMove.SOLVE)
    assert texts(shopper.ask("thanks")) == ["heard: thanks"]
    assert texts(shopper.messages()) == [
        "hello",
        "heard: hello",
        "are you there?",
        "I am",
        "thanks",
        "heard: thanks",
    ]


def test_the_bot_does_not_talk_over_a_person_who_came_meanwhile(
    shopper: Shopper, visit: Callable[[], Shopper], ledger: Ledger
) -> None:
    shopper.ask("hold person")
    ledger.change_owner(shopper.conversation_id, OwnershipMove.CLAIM, agent="Mia")
    with shopper.listen() as events:
        visit().ask("release person")
        next(event for event in events if event.name == "typing" and not event.data["typing"])
    assert texts(shopper.messages()) == ["hold person", "WATCHDOG"]


def test_an_agents_reply_from_another_process_wakes_the_stream(shopper: Shopper, ledger: Ledger) -> None:
    with shopper.listen() as events:
        ledger.append(shopper.conversation_id, Author.AGENT, "Hello, Mia here", now=datetime.now(timezone.utc))
        event = next(event for event in events if event.name == "message")
    assert (event.id, event.data["author"], event.data["text"]) == ("1", "agent", "Hello, Mia here")


def test_a_handoff_is_told_and_told_again_to_who_comes_later(shopper: Shopper, ledger: Ledger) -> None:
    with shopper.listen() as events:
        ledger.change_owner(shopper.conversation_id, OwnershipMove.CLAIM, agent="Mia")
        told = next(event for event in events if event.name == "handoff")
    with shopper.listen() as events:
        told_again = next(event for event in events if event.name == "handoff")
    assert told.data == told_again.data == {"state": "human", "agent": "Mia"}
