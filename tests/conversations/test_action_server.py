"""With ACTIONS_URL the actions run in a server of their own: the same answers, and no silence when it dies."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from tests.support.shopper import Shopper
from tests.support.stack import WITH_ACTION_SERVER, Stack

EXPORTED = "YT2632500000000121"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("action_server"), names=WITH_ACTION_SERVER) as running:
        yield running


@pytest.fixture
def shopper(stack: Stack) -> Shopper:
    return Shopper(stack.url("rasa"))


def test_a_parcel_is_found_by_the_action_server(stack: Stack, shopper: Shopper) -> None:
    assert shopper.says(f"where is {EXPORTED}").rows == ["in_transit/exported_normal"]


def test_a_killed_action_server_leaves_no_silence(stack: Stack, shopper: Shopper) -> None:
    shopper.says("my tracking is stuck")
    stack.stop("actions", signal.SIGKILL)
    try:
        assert shopper.says(EXPORTED).text
    finally:
        stack.start("actions")
        stack.wait_for("actions")
    assert Shopper(shopper.base_url).says(f"where is {EXPORTED}").rows == ["in_transit/exported_normal"]
