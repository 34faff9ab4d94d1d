"""A conversation as it was said."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from actions.transcripts import transcript_of, transcript_of_events
from parcelbot.core.cases.conversation import Author, Message
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


def message(seq: int, author: Author, text: str = "", file: str = "") -> Message:
    attachment = {"attachment_id": f"a-{seq}", "name": file} if file else None
    return Message("c-1", seq, author, AT + timedelta(seconds=seq), text, attachment=attachment)


def test_the_channels_record_gives_everybodys_words() -> None:
    said = [message(1, Author.SHOPPER, "hi"), message(2, Author.BOT, "hello"), message(3, Author.AGENT, "Ana here")]
    assert [(line.author, line.text) for line in transcript_of(said, None)] == [
        ("shopper", "hi"),
        ("bot", "hello"),
        ("agent", "Ana here"),
    ]


def test_a_file_stands_in_the_transcript_by_its_name() -> None:
    said = [message(1, Author.SHOPPER, file="box.jpg"), message(2, Author.SHOPPER, "see this", "label.pdf")]
    assert [line.text for line in transcript_of(said, None)] == ["[file: box.jpg]", "see this\n[file: label.pdf]"]


def test_times_of_the_record_are_the_shops() -> None:
    utc = AT.astimezone(timezone.utc)
    line = transcript_of([Message("c-1", 1, Author.BOT, utc, "hello")], BERLIN_WINTER)[0]
    assert (line.at, line.at.utcoffset()) == (AT, timedelta(hours=1))
