"""Model a watch: what a person was promised to be told of a parcel, where, and until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.questions import Question
from parcelbot.core.watching.news import Wanted
from parcelbot.core.watching.seen import SeenParcel

#: A parcel that has not arrived by then is a case, not a matter of waiting.
WATCHED_FOR = timedelta(days=60)
#: A parcel's page can be opened for so long after its watch is over.
PAGE_OUTLIVES = timedelta(days=14)
#: A link that confirms an address is good for so long.
CONFIRM_WITHIN = timedelta(days=7)

#: What `WatchOrder.agreed` says where nobody agreed to anything.
UNASKED = "radar"

_ID_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"
_ID_LENGTH = 10


class MailConsent(str, Enum):
    """Standing of a watch's address: none given, asked to confirm it, confirmed, known to the shop, not reachable."""

    NONE = "none"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    VOUCHED = "vouched"
    BOUNCED = "bounced"

    @property
    def may_be_written_to(self) -> bool:
        """True when news may go to the address."""
        return self in (MailConsent.CONFIRMED, MailConsent.VOUCHED)


class WatchEnd(str, Enum):
    """Reason why a watch is over; `overtaken`: the parcel moved before the word was written that it was made for."""

    ARRIVED = "arrived"
    TOO_LONG = "too_long"
    STOPPED_IN_CHAT = "stopped_in_chat"
    STOPPED_BY_MAIL = "stopped_by_mail"
    STOPPED_BY_AGENT = "stopped_by_agent"
    OVERTAKEN = "overtaken"

    @property
    def opted_out(self) -> bool:
        """True when the person wanted no more of it."""
        return self in (WatchEnd.STOPPED_IN_CHAT, WatchEnd.STOPPED_BY_MAIL)


@dataclass(frozen=True)
class WatchOrder:
    """An agreement to be told of a parcel, before it is kept.

    `promised` is the day on which is written at the latest, None without one; `row` and `source` are the answer's that
    the promise was made with. `agreed` is how: the words or the button. `email` with `vouched` may be written to at
    once. `order_number` and `sales_channel` decide the answers to come as they did this one. `warning` is the row of
    the tables, as "table/row", that the radar has the shopper told of without having been asked; "" for none.
    """

    number: str
    question: Question
    row: str
    source: str
    seen: SeenParcel
    wanted: Wanted = Wanted.ANY
    promised: date | None = None
    agreed: str = ""
    email: str = ""
    vouched: bool = False
    order_number: str = ""
    sales_channel: SalesChannel | None = None
    warning: str = ""

    @property
    def unasked(self) -> bool:
        """True when nobody asked to be told: the radar found that the parcel is late."""
        return self.agreed == UNASKED


@dataclass(frozen=True)
class Watch:
    """A kept agreement about one parcel in one conversation; its times are aware.

    `told_on` is the last day, in the person's zone, on which something was written without being asked. `made_by` is
    an agent's e-mail, "" for the shopper. `held` is news that waits for an agent's decision, "" for none. `ended_at` is
    None while it goes on.
    """

    id: str
    conversation_id: str
    order: WatchOrder
    made_at: datetime
    until: date
    consent: MailConsent = MailConsent.NONE
    told_on: date | None = None
    made_by: str = ""
    held: str = ""
    page_withdrawn: bool = False
    ended_at: datetime | None = None
    end: WatchEnd | None = None

    @property
    def active(self) -> bool:
        """True while something is watched for."""
        return self.ended_at is None

    @property
    def page_until(self) -> date:
        """The last day on which the parcel's page can be opened."""
        last = self.until if self.ended_at is None else self.ended_at.date()
        return last + PAGE_OUTLIVES


@dataclass(frozen=True)
class SeenChange:
    """A watched parcel as a person has just been told of it in the chat, so that it is not written again."""

    number: str
    seen: SeenParcel
    promised: date | None


@dataclass
class WatchChanges:
    """Changes that one turn makes to the conversation's watches, in the order of the fields.

    `stops` and `withdrawn_case` are ids and a reference, `email` goes to all that go on. `arrived` are ids of watches
    whose parcel is there.
    """

    begins: list[WatchOrder] = field(default_factory=list)
    seen: list[SeenChange] = field(default_factory=list)
    email: str = ""
    vouched: bool = False
    stops: list[str] = field(default_factory=list)
    arrived: list[str] = field(default_factory=list)
    withdrawn_case: str = ""


def make_watch_id(choose: Callable[[str], str]) -> str:
    """Make a new id such as W-7QF3MXAC34; `choose` picks one character of the alphabet it is given."""
    return "W-" + "".join(choose(_ID_ALPHABET) for _ in range(_ID_LENGTH))


def watch_until(now: datetime) -> date:
    """Give the last day of a watch that begins now."""
    return (now + WATCHED_FOR).date()
