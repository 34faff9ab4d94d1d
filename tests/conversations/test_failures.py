"""When the provider or a process of ours fails, the shopper is told, and nothing is lost."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from collections.abc import Callable

import pytest

from tests.support.shopper import Shopper
from tests.support.stack import Stack

EXPORTED = "YT2632500000000121"
NEVER_SEEN = "LP00000000000999"

Switch = Callable[..., None]


@pytest.fixture(autouse=True)
def breaker_closed(stack: Stack, faults: Switch, shopper: Shopper) -> None:
    """Wait until the circuit breaker that an earlier test opened lets a call through again."""
    faults("none")
    probe = Shopper(shopper.base_url)
    for _ in range(12):
        if not probe.says("where is QM301188305GB").rows[0].startswith("tracker_down"):
            return
        time.sleep(1)


@pytest.mark.parametrize("mode", ["http_500", "reset", "garbage", "empty", "http_429", "timeout"])
def test_a_failing_provider_gets_an_honest_sentence(shopper: Shopper, faults: Switch, mode: str) -> None:
    faults(mode)
    heard = shopper.says(f"where is {NEVER_SEEN}")
    assert heard.rows == ["tracker_down/nothing_known"]
    assert "Yes, please" in heard.buttons


def test_the_last_known_state_is_told_with_its_age(shopper: Shopper, faults: Switch) -> None:
    shopper.says(f"where is {EXPORTED}")
    faults("http_500")
    heard = Shopper(shopper.base_url).says(f"where is {EXPORTED}")
    assert "What I last saw" in heard
    assert "9 days ago" in heard
    assert "isn't live" in heard


def test_one_failed_call_is_not_noticed(shopper: Shopper, faults: Switch) -> None:
    faults("http_500", times=1)
    assert shopper.says(f"where is {EXPORTED}").rows == ["in_transit/exported_normal"]


def test_a_parcel_the_provider_is_still_looking_up_is_pending(shopper: Shopper) -> None:
    assert shopper.says("where is YT2632500000000182").rows[0].startswith("pending/")


def test_a_killed_assistant_remembers_the_conversation(stack: Stack, shopper: Shopper) -> None:
    shopper.says("my tracking is stuck")
    stack.stop("rasa", signal.SIGKILL)
    stack.start("rasa")
    stack.wait_for("rasa")
    assert shopper.says(EXPORTED).rows == ["in_transit/exported_normal"]
    assert shopper.slots()["question"] == "tracking_not_updating"


def a_day_passes(stack: Stack) -> None:
    """Move all that was said in the conversations a day back."""
    with sqlite3.connect(stack.folder / "conversations.db", timeout=60) as database:
        for number, data in database.execute("SELECT id, data FROM events").fetchall():
            event = json.loads(data)
            event["timestamp"] -= 24 * 3600
            database.execute(
                "UPDATE events SET data = ?, timestamp = timestamp - 86400 WHERE id = ?", [json.dumps(event), number]
            )


def test_a_shopper_who_comes_back_the_next_day_need_not_repeat_the_number(stack: Stack, shopper: Shopper) -> None:
    shopper.says(f"where is {EXPORTED}")
    a_day_passes(stack)
    assert EXPORTED in shopper.says("any news? where is my parcel").text


def test_a_form_left_open_yesterday_is_not_in_the_way_today(stack: Stack, shopper: Shopper) -> None:
    shopper.says("talk to a human")
    a_day_passes(stack)
    assert "I look after parcels" in shopper.says("hello")
