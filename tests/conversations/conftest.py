from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from tests.support.shopper import Shopper
from tests.support.stack import MODEL, Stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    assert MODEL.exists(), "no model: run `make train` first"
    with Stack(tmp_path_factory.mktemp("stack")) as running:
        yield running


@pytest.fixture
def shopper(stack: Stack) -> Shopper:
    return Shopper(stack.url("rasa"))


@pytest.fixture
def parcel(stack: Stack) -> Callable[..., str]:
    """Put a parcel into the sandbox; returns its number."""

    def put(number: str, **entry: Any) -> str:
        answer = requests.post(
            f"{stack.url('sandbox')}/sandbox/shipments", json={"number": number, **entry}, timeout=60
        )
        assert answer.ok, answer.text
        return number

    return put


@pytest.fixture
def faults(stack: Stack) -> Iterator[Callable[..., None]]:
    """Switch a fault mode of the sandbox on; it is off again after the test."""

    def switch(mode: str, times: int = 100) -> None:
        body = {"mode": mode, "times": times}
        assert requests.post(f"{stack.url('sandbox')}/sandbox/faults", json=body, timeout=60).ok

    yield switch
    switch("none")
