"""Whose a conversation is, and taking an e-mail address out of what others said. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

#: What stands where somebody's address stood.
REMOVED = "[e-mail removed]"

#: Where a noun ends that may stand in the plural.
_JOINT = re.compile(r"(?= (?:of|in|by) )")
_LOCAL = r"[\w.!#$%&'*+/=?^`{|}~-]+"
_EMAIL = re.compile(rf"{_LOCAL}\s?@\s?[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class IdentityTraces:
    """What ties one conversation to people.

    `identity` is the e-mail the shop vouched for or "", `requesters` the e-mails of its tickets, `orders` and
    `parcels` the numbers that its tickets hold. `shopper_texts` are the shopper's own words, `all_texts` everybody's.
    """

    conversation_id: str
    identity: str = ""
    requesters: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    parcels: frozenset[str] = frozenset()
    shopper_texts: tuple[str, ...] = ()
    all_texts: tuple[str, ...] = ()

    @property
    def vouched_emails(self) -> frozenset[str]:
        """The addresses this conversation certainly belongs to; empty when it was never settled."""
        return frozenset(filter(None, map(comparable_email, [self.identity, *self.requesters])))

    @property
    def typed_emails(self) -> frozenset[str]:
        """The addresses the shopper wrote."""
        return emails_in("\n".join(self.shopper_texts))


@dataclass(frozen=True)
class ExternalCopy:
    """Something that left the house before and has to be deleted there by a person.

    `remote_id` is what the destination calls our ticket, "" where it gave no name; `at` is None when it may
    only just be on its way.
    """

    destination: str
    reference: str
    remote_id: str
    at: datetime | None


@dataclass(frozen=True)
class KeptData:
    """What is kept about a shopper: `counts` by what it is (one of it), references of tickets, what left the house.

    `mentions` is how many conversations of other people name the address.
    """

    conversations: tuple[str, ...] = ()
    tickets: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    mentions: int = 0
    external_copies: tuple[ExternalCopy, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when the address appears nowhere."""
        return not self.conversations and not self.mentions


def count_in_words(what: str, count: int) -> str:
    """A line of `KeptData.counts` in words: "1 ticket", "2 deliveries", "3 lines of statistics"."""
    noun, rest = _JOINT.split(what, maxsplit=1) if _JOINT.search(what) else (what, "")
    if count != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun}{rest}"


def comparable_email(email: str) -> str:
    """An address as it is compared."""
    return email.strip().casefold()


def emails_in(text: str) -> frozenset[str]:
    """Every address in `text`, as it is compared; empty for none."""
    return frozenset(re.sub(r"\s", "", match[0]).strip(".'").casefold() for match in _EMAIL.finditer(text))


def belongs_to(email: str, conversation: IdentityTraces, proven_emails: Collection[str] = ()) -> bool:
    """True when the conversation is this shopper's, not just one that mentions them.

    What the shop or a ticket vouches for decides; then `proven_emails`, the addresses of orders that were named
    there; then any address the shopper typed.
    """
    for owners in (
        conversation.vouched_emails,
        frozenset(map(comparable_email, proven_emails)),
        conversation.typed_emails,
    ):
        if owners:
            return comparable_email(email) in owners
    return False


def without_email(email: str, value: Any) -> Any:
    """`value` (text, or what JSON can hold) with the address replaced by `REMOVED`, however it is written."""
    return _replaced(_pattern(email), value)


def _replaced(pattern: re.Pattern[str], value: Any) -> Any:
    if isinstance(value, str):
        return pattern.sub(REMOVED, value)
    if isinstance(value, Mapping):
        return {key: _replaced(pattern, part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_replaced(pattern, part) for part in value]
    return value


def _pattern(email: str) -> re.Pattern[str]:
    local, _, host = (re.escape(part) for part in email.strip().partition("@"))
    return re.compile(rf"(?<![\w.+-]){local}\s?@\s?{host}(?![\w-]|\.[\w-])", re.IGNORECASE)
