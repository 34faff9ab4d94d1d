from __future__ import annotations

from datetime import datetime, timezone

import pytest

from parcelbot.core.outgoing.retry_after import retry_after_s

NOW = datetime(2026, 11, 22, 14, 0, tzinfo=timezone.utc)


@pytest.mark.parametrize(("header", "pause_s"), [("0", 0), ("7", 7), (" 120 ", 120)])
def test_a_pause_in_seconds(header: str, pause_s: float) -> None:
    assert retry_after_s(header, NOW) == pause_s


def test_a_pause_until_a_date() -> None:
    assert retry_after_s("Sun, 22 Nov 2026 14:01:30 GMT", NOW) == 90


def test_a_date_that_has_passed_is_no_pause() -> None:
    assert retry_after_s("Sun, 22 Nov 2026 13:00:00 GMT", NOW) == 0


@pytest.mark.parametrize("header", ["", "soon", "-5", "1.5", "٣", "2026-11-22T14:01:30Z", "Sun, 22 Nov 2026 14:01:30"])
def test_what_is_neither_says_nothing(header: str) -> None:
    assert retry_after_s(header, NOW) is None
