"""Tell whose a conversation is, and take an e-mail address out of what others said. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

#: Stands where somebody's address stood.
REMOVED = "[e-mail removed]"

#: The end of the noun that takes the plural: "line" in "line of statistics".
_NOUN_END = re.compile(r"(?= (?:of|in|by) )")
_LOCAL = r"[\w.!#$%&'*+/=?^`{|}~-]+"
_EMAIL = re.compile(rf"{_LOCAL}\s?@\s?[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class IdentityTraces:
    """The traces that tie one conversation to people.

    `identity` is the e-mail the shop vouched for or "", `requesters` the e-mails of its tickets and those that may be
    written to about parcels, `orders` and `parcels` the numbers that its tickets and watched parcels hold.
    `shopper_texts` are the shopper's own words, `all_texts` everybody's.
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
        """The addresses that this conversation certainly belongs to; empty when nothing vouches for any."""
        return frozenset(filter(None, map(comparable_email, [self.identity, *self.requesters])))

    @property
    def typed_emails(self) -> frozenset[str]:
        """The addresses that the shopper wrote in the chat."""
        return emails_in("\n".join(self.shopper_texts))


@dataclass(frozen=True)
class ExternalCopy:
    """A copy of a ticket that left the house, which a person has to delete at its destination.

    `remote_id` is the destination's own id of our ticket, "" where it gave none. `at` is when it left, None when it may
    only just be on its way.
    """

    destination: str
    reference: str
    remote_id: str
    at: datetime | None


@dataclass(frozen=True)
class KeptData:
    """The data kept about a shopper.

    `conversations` are ids, `tickets` references. `counts` maps a noun in the singular to a number. `mentions` is the
    number of other people's conversations that name the address.
    """

    conversations: tuple[str, ...] = ()
    tickets: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    mentions: int = 0
    external_copies: tuple[ExternalCopy, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when the address appears nowhere."""
        return not self.conversations and not self.mentions and not any(self.counts.values())


def count_in_words(noun_phrase: str, count: int) -> str:
    """Word an entry of `KeptData.counts`: "1 ticket", "2 deliveries", "3 lines of statistics"."""
    noun, rest = _NOUN_END.split(noun_phrase, maxsplit=1) if _NOUN_END.search(noun_phrase) else (noun_phrase, "")
    if count != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun}{rest}"


def comparable_email(email: str) -> str:
    """Give the form in which addresses are compared."""
    return email.strip().casefold()


def emails_in(text: str) -> frozenset[str]:
    """Find every address in `text`, in the form in which addresses are compared; empty for none."""
    return frozenset(re.sub(r"\s", "", match[0]).strip(".'").casefold() for match in _EMAIL.finditer(text))


def belongs_to(email: str, conversation: IdentityTraces, proven_emails: Collection[str] = ()) -> bool:
    """True when the conversation is this shopper's, not just one that mentions them.

    Addresses that the shop or a ticket vouches for decide; without any, `proven_emails`, the addresses of orders that
    were named there; without those, any address that the shopper typed.
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
    """Give `value` (text, or anything JSON can hold) with the address replaced by `REMOVED`, however it is written."""
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
