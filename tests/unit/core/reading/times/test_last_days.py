"""The last day that a shopper names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from parcelbot.core.reading.times.last_days import last_day

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("tomorrow is the last day to fetch it", 1),
        ("They say it goes back today. Help!", 0),
        ("only two days left", 2),
        ("there are 3 days left to open a dispute", 3),
        ("morgen ist der letzte Tag", 1),
        ("demain est le dernier jour", 1),
    ],
)
def test_a_last_day_is_counted_from_the_day_it_was_written(said: str, days: int) -> None:
    assert last_day(said, TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize("said", ["will it come tomorrow?", "nothing for 3 days", "it was posted the other day"])
def test_other_days_are_none(said: str) -> None:
    assert last_day(said, TODAY) is None
