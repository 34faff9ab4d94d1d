"""Put codes and moments into words for agents. Pure; the sentences around them are in the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.questions import QUESTIONS, TEAM_REQUESTS
from parcelbot.core.watching.news import Wanted
from parcelbot.core.watching.watch import MailConsent
from parcelbot.core.wording import day_words, moment_words, plural

ISSUES: Mapping[str, str] = {
    **{question.value: traits.label for question, traits in QUESTIONS.items()},
    **TEAM_REQUESTS,
}
STATUSES: Mapping[str, str] = {
    "new": "New",
    "open": "Open",
    "pending": "Waiting for the shopper",
    "on_hold": "On hold",
    "solved": "Solved",
    "closed": "Closed",
}
PRIORITIES: Mapping[str, str] = {"normal": "Normal", "high": "High", "urgent": "Urgent"}
CHANNELS: Mapping[str, str] = {"shop": "KOSSR shop", "aliexpress": "AliExpress"}
CHECKS: Mapping[str, str] = {
    "places_checked": "Looked in the usual places",
    "people_asked": "Asked household and neighbours",
    "carrier_contacted": "Contacted the carrier",
    "seller_contacted": "Contacted the seller",
}

_FAR = timedelta(hours=12)
_SOON = timedelta(hours=1)


@dataclass(frozen=True)
class Promise:
    """The promised answer to a ticket as it stands now; `tone` is "calm", "soon", "late" or "kept"."""

    text: str
    tone: str


WANTED: Mapping[Wanted, str] = {
    Wanted.ANY: "Any news that matter",
    Wanted.OUT_FOR_DELIVERY: "When it is out for delivery",
    Wanted.DELIVERED: "When it is delivered",
    Wanted.PROBLEM: "When something goes wrong",
}
CONSENTS: Mapping[MailConsent, str] = {
    MailConsent.NONE: "In the chat",
    MailConsent.ASKED: "In the chat; the address is not confirmed yet",
    MailConsent.CONFIRMED: "In the chat and by e-mail, confirmed by the shopper",
    MailConsent.VOUCHED: "In the chat and by e-mail, known to the shop",
    MailConsent.BOUNCED: "In the chat; the address takes no mail",
}


def check_words(name: str) -> str:
    """Name what a shopper was asked to check."""
    return CHECKS.get(name) or name.replace("_", " ").capitalize()


def span(length: timedelta) -> str:
    """Write a length of time, short: "under a minute", "25 min", "3 h", "2 days"; its sign does not matter."""
    minutes = int(abs(length).total_seconds() // 60)
    if minutes < 1:
        return "under a minute"
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else plural(minutes // (24 * 60), "day")


def ago(at: datetime, now: datetime) -> str:
    """Write how long ago something was: "just now", "5 min ago", "3 h ago", "2 days ago"."""
    if now - at < timedelta(minutes=1):
        return "just now"
    return f"{span(now - at)} ago"


def moment(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Write a moment in the shop's zone: "today, 14:05", "yesterday, 09:30", "Thu 3 December, 14:05"."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    days = (today - local.date()).days
    day = {0: "today", 1: "yesterday", -1: "tomorrow"}.get(days) or day_words(local.date(), today)
    return f"{day}, {local:%H:%M}"


def full_moment(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Write a moment with its day, hour and zone, as shoppers are promised it: "Thu 3 December, 14:05 CET"."""
    return moment_words(at, now.astimezone(zone))


def promise(ticket: Ticket, now: datetime, zone: tzinfo) -> Promise:
    """Say which answer is owed and until when, or how the first answer went where none is owed."""
    due = ticket.promised
    if due is None:
        return _kept(ticket)
    if due < now:
        return Promise(f"{span(now - due)} overdue", "late")
    if due - now > _FAR:
        return Promise(f"answer due {moment(due, now, zone)}", "calm")
    return Promise(f"answer due in {span(due - now)}", "soon" if due - now <= _SOON else "calm")


def _kept(ticket: Ticket) -> Promise:
    if ticket.first_response_at is None:
        return Promise("closed without an answer", "kept")
    late = ticket.first_response_at > ticket.first_response_due
    return Promise("first answer was late" if late else "first answer in time", "kept")


def size_words(size_bytes: int) -> str:
    """Write a file's size: "340 bytes", "12 kB", "3.4 MB"."""
    if size_bytes < 1000:
        return plural(size_bytes, "byte")
    return f"{size_bytes // 1000} kB" if size_bytes < 1_000_000 else f"{size_bytes / 1_000_000:.1f} MB"


@dataclass(frozen=True)
class TimeLabels:
    """The time labels of one page, all seen from the same `now` and in the shop's `zone`."""

    now: datetime
    zone: tzinfo

    def moment(self, at: datetime) -> str:
        """Write a moment: "today, 14:05"."""
        return moment(at, self.now, self.zone)

    def full_moment(self, at: datetime) -> str:
        """Write a moment with its zone: "Thu 3 December, 14:05 CET"."""
        return full_moment(at, self.now, self.zone)

    def ago(self, at: datetime) -> str:
        """Write how long ago something was: "5 min ago"."""
        return ago(at, self.now.astimezone(self.zone))

    def promise(self, ticket: Ticket) -> Promise:
        """Say which answer the ticket's shopper was promised."""
        return promise(ticket, self.now, self.zone)
