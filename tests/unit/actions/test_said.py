"""A conversation as it was said."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from actions.said import transcript_of_events
from parcelbot.core.cases.tickets import TranscriptLine

BERLIN_WINTER = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 21, 13, 0, tzinfo=BERLIN_WINTER)
SHOPPER = {"event": "user", "text": "where is it?", "timestamp": AT.timestamp()}
BOT = {"event": "bot", "text": "On its way.", "timestamp": AT.timestamp() + 1}


def test_shopper_and_bot_are_told_apart_in_the_order_they_spoke() -> None:
    assert transcript_of_events([SHOPPER, BOT], BERLIN_WINTER) == (
        TranscriptLine("shopper", AT, "where is it?"),
        TranscriptLine("bot", AT + timedelta(seconds=1), "On its way."),
    )


def test_what_nobody_said_is_left_out() -> None:
    silent = [{"event": "action", "name": "action_listen"}, {"event": "slot", "name": "email"}, {**BOT, "text": None}]
    assert transcript_of_events(silent, BERLIN_WINTER) == ()


def test_times_are_the_shops() -> None:
    assert transcript_of_events([SHOPPER], BERLIN_WINTER)[0].at.utcoffset() == timedelta(hours=1)


def test_without_a_zone_times_are_utc() -> None:
    assert transcript_of_events([SHOPPER], None)[0].at.utcoffset() == timedelta(0)
