"""Describe deliveries to the outside: tickets for a helpdesk, mail for a shopper. Pure; the store keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any


class DeliveryKind(str, Enum):
    """The kind of a delivery: the case itself, one line said in it, its status, or a mail to the shopper.

    The last four are about a parcel and no case: news of a watched one by mail, the question whether an address is
    theirs, news in a browser, and what the radar found of an open one.

    The payload of a mail names the line by its `seq`, and has `closes` when the mail tells that the case has ended.
    """

    TICKET = "ticket"
    MESSAGE = "message"
    STATUS = "status"
    REPLY_MAIL = "reply_mail"
    NEWS_MAIL = "news_mail"
    CONFIRM_MAIL = "confirm_mail"
    NEWS_PUSH = "news_push"
    RADAR_FINDING = "radar_finding"


class DeliveryState(str, Enum):
    """The state of a delivery. A `dead` one waits for a person, a `cancelled` one had become needless."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    DEAD = "dead"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class NewDelivery:
    """A delivery to put into the outbox.

    `key` is the idempotency key: the outbox takes each key once per destination. `payload` only names the seq or the
    status that is meant; the words are read when it is delivered. `not_before` is aware. `after_seq` is the
    conversation's newest line at that time; the delivery goes out behind it.
    """

    destination: str
    kind: DeliveryKind
    reference: str
    key: str
    not_before: datetime
    payload: Mapping[str, Any] = field(default_factory=dict)
    after_seq: int = 0


@dataclass(frozen=True)
class Delivery:
    """A row of the outbox, claimed for delivery by `runner`; `attempts` includes the present one."""

    id: int
    destination: str
    kind: DeliveryKind
    reference: str
    key: str
    payload: Mapping[str, Any]
    attempts: int
    created_at: datetime
    runner: str = ""


@dataclass(frozen=True)
class OutboxLine:
    """A delivery as people see it.

    `last_error` says why it failed or was cancelled, `not_before` when it is tried next. `blocked` while it waits for
    an earlier one of the same case.
    """

    delivery: Delivery
    state: DeliveryState
    not_before: datetime
    delivered_at: datetime | None
    last_error: str
    blocked: bool


class DeliveryFailed(Exception):
    """A destination did not take a delivery.

    `permanent` when trying again cannot help; `retry_after_s` is the wait that the destination asked for, None without.
    """

    def __init__(self, reason: str, *, permanent: bool = False, retry_after_s: float | None = None) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.retry_after_s = retry_after_s
