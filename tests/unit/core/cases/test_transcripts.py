"""Messages as a transcript, and a transcript as messages."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.cases.transcripts import transcript_as_messages, transcript_of

BERLIN_WINTER = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 21, 13, 0, tzinfo=BERLIN_WINTER)


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


def test_a_message_without_words_or_file_is_left_out() -> None:
    assert transcript_of([message(1, Author.BOT)], None) == ()


def test_a_tickets_transcript_reads_as_messages_numbered_from_one() -> None:
    said = [message(1, Author.SHOPPER, "hi"), message(2, Author.AGENT, "Ana here")]
    draft = TicketDraft("c-1", transcript=transcript_of(said, BERLIN_WINTER))
    assert transcript_as_messages(Ticket("KT-AAAAAA", draft, TicketStatus.NEW, AT, AT, AT)) == tuple(said)
