"""Agents are warned in time that new parcels can no longer be looked up."""

from __future__ import annotations

import pytest

from parcelbot.core.owner.quota import QuotaState
from parcelbot.inbox.navigation import quota_warning
from tests.unit.core.builders import NOW


@pytest.mark.parametrize("remain", [1000, 500, 100])
def test_while_there_are_enough_nothing_is_said(remain: int) -> None:
    assert quota_warning(QuotaState(1000, remain, NOW)) == ""


def test_before_the_provider_has_said_so_nothing_is_said() -> None:
    assert quota_warning(None) == ""


def test_below_a_tenth_it_says_how_many_are_left() -> None:
    assert "Only 99 of 1000" in quota_warning(QuotaState(1000, 99, NOW))


def test_when_all_are_used_it_says_so() -> None:
    assert "used up" in quota_warning(QuotaState(1000, 0, NOW))
