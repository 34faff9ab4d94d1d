"""Define what is counted and measured. Labels have few values, all our own: no id, no number, no address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from prometheus_client import Counter, Gauge, Histogram

from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.watching.judging import WatchVerdict

_WAITS_S = (60, 300, 900, 1800, 3600, 2 * 3600, 4 * 3600, 8 * 3600, 24 * 3600, 48 * 3600, 96 * 3600)

SHOPPER_MESSAGES = Counter("parcelbot_shopper_messages_total", "Messages that shoppers sent", ["kind"])
ANSWERS = Counter("parcelbot_answers_total", "Answers by the row of the tables that gave them", ["table", "row"])
MESSAGES_GIVEN_UP = Counter(
    "parcelbot_messages_given_up_total", "Messages that the assistant has stopped trying to answer", ["reason"]
)
FIRST_WORD = Histogram(
    "parcelbot_first_word_seconds",
    "From a shopper's message to the first word about it",
    buckets=(0.1, 0.25, 0.5, 1, 2, 3, 5, 8, 13, 30),
)
LOOKUPS = Histogram(
    "parcelbot_tracking_lookup_seconds",
    "Look-ups at the tracking provider by how they ended",
    ["outcome"],
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10),
)
PROVIDER_CALLS = Counter(
    "parcelbot_tracking_calls_total",
    "Calls to the tracking provider: sent, or given up for want of a turn",
    ["outcome"],
)
PUSHES = Counter("parcelbot_tracking_pushes_total", "Pushes of the tracking provider by what came of them", ["outcome"])
QUOTA_LEFT = Gauge("parcelbot_tracking_quota_left", "New numbers that the tracking provider still lets us register")
CIRCUIT_OPEN = Gauge(
    "parcelbot_tracking_circuit_open", "1 while the provider is not asked because it failed repeatedly"
)
TICKETS_OPENED = Counter("parcelbot_tickets_opened_total", "Tickets that were opened", ["priority"])
TICKETS_ADDED = Counter("parcelbot_tickets_added_to_total", "Additions to tickets that were open already")
AGENT_REPLIES = Counter("parcelbot_agent_replies_total", "Answers that agents wrote")
HANDOVER_WAIT = Histogram(
    "parcelbot_handover_wait_seconds",
    "From opening a ticket to an agent's first answer",
    ["priority"],
    buckets=_WAITS_S,
)
ORDERS_LOCKED = Counter(
    "parcelbot_orders_locked_total", "Orders not opened because too many wrong pairs were tried", ["counted_by"]
)
ENGLISH_SENTENCES = Counter(
    "parcelbot_english_sentences_total", "Sentences that had to be said in English", ["language"]
)
NEWS_TOLD = Counter("parcelbot_news_told_total", "Messages written without having been asked", ["what"])
NEWS_LATE = Histogram(
    "parcelbot_news_late_seconds",
    "From the moment at which something was to be written until it was",
    buckets=_WAITS_S,
)
CALLS_REFUSED = Counter("parcelbot_calls_refused_total", "Calls of shoppers refused by a limit", ["limit"])
EVENTS_DROPPED = Counter("parcelbot_events_dropped_total", "Events of conversations that the event broker never got")
ERRORS = Counter("parcelbot_errors_total", "Lines logged as errors", ["logger"])
HTTP_REQUESTS = Counter("parcelbot_http_requests_total", "Requests by route", ["method", "route", "status"])


def ticket_stored(ticket: Ticket, is_new: bool) -> None:
    """Count a case that was handed over, or an addition to one that is open."""
    if is_new:
        TICKETS_OPENED.labels(ticket.draft.priority.value).inc()
    else:
        TICKETS_ADDED.inc()


def agent_replied(before: Ticket, after: Ticket) -> None:
    """Count an agent's answer and, for the first, measure how long the shopper had waited."""
    AGENT_REPLIES.inc()
    if before.first_response_at is None and after.first_response_at is not None:
        wait = after.first_response_at - after.created_at
        HANDOVER_WAIT.labels(after.draft.priority.value).observe(wait.total_seconds())


def promise_judged(verdict: WatchVerdict, late_s: float) -> None:
    """Count what was written about a watched parcel, and measure how late that was."""
    if verdict.step.writes:
        NEWS_TOLD.labels(verdict.kind.value if verdict.kind else verdict.step.value).inc()
        NEWS_LATE.observe(max(0.0, late_s))


def first_word(heard_at: datetime, now: datetime) -> None:
    """Measure how long a shopper who wrote at `heard_at` waited for the first word."""
    FIRST_WORD.observe(max(0.0, (now - heard_at).total_seconds()))


def watch_circuit(is_open: Callable[[], bool]) -> None:
    """Report the state of the provider's circuit breaker at each scrape."""
    CIRCUIT_OPEN.set_function(lambda: float(is_open()))
