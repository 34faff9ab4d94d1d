"""Which failures pass when a part comes back."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import ClientConnectionError
from rasa.core.lock_store import LockError
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import ClientResponseError
from sqlalchemy.exc import OperationalError

from parcelbot.rasa_plugins.website.turns.failures import is_away


def as_rasa_wraps(error: Exception) -> RasaException:
    """The exception that Rasa raises in its place, without saying `from`."""
    wrapped = RasaException("Failed to execute custom action")
    wrapped.__context__ = error
    return wrapped


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError(),
        asyncio.TimeoutError(),
        OperationalError("SELECT 1", {}, Exception("database is locked")),
        LockError("expired"),
        as_rasa_wraps(ClientConnectionError()),
        as_rasa_wraps(ClientResponseError(503, "Service Unavailable", "")),
    ],
    ids=repr,
)
def test_a_part_that_is_away_comes_back(error: Exception) -> None:
    assert is_away(error)


@pytest.mark.parametrize(
    "error", [None, KeyError("x"), as_rasa_wraps(ClientResponseError(500, "Internal Server Error", ""))], ids=repr
)
def test_a_fault_of_ours_stays(error: Exception | None) -> None:
    assert not is_away(error)
