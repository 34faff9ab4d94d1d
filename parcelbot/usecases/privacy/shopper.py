"""Carry out a shopper's rights: show what is kept about them, export it, erase it."""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from parcelbot.core.owner.privacy import IdentityTraces, KeptData, belongs_to, comparable_email, emails_in
from parcelbot.core.parcel.orders import Order, normalise_order_number
from parcelbot.core.reading.given_numbers.number_types import FoundNumber, NumberKind
from parcelbot.orders.protocol import OrderDirectory, OrderError
from parcelbot.usecases.privacy.dossier import archive
from parcelbot.usecases.privacy.removal import Remover, removed_in_words

logger = logging.getLogger(__name__)

#: Shoppers do not stop writing because they are being erased.
_ROUNDS = 3
#: What the radar keeps, as it is counted.
_OPEN = "parcel of an open order"
_ORDERS = frozenset({NumberKind.SHOP_ORDER, NumberKind.MARKETPLACE_ORDER})


class NotAnAddress(ValueError):
    """An input that is not one e-mail address."""


class AuditLog(Protocol):
    """A log of who did what."""

    def write(self, agent: str, action: str, reference: str = "", detail: str = "") -> None:
        """Add a line."""


@dataclass(frozen=True)
class Privacy:
    """The use cases about one shopper's data. `secret` keys the hash that stands for an address in the audit log.

    `read_numbers` finds parcels and orders in a text.
    """

    remover: Remover
    orders: OrderDirectory
    audit: AuditLog
    secret: str
    read_numbers: Callable[[str], Iterable[FoundNumber]]

    def kept_data(self, email: str) -> KeptData:
        """Sum up what is kept about the shopper with this address; changes nothing. NotAnAddress."""
        own, others = self._own_and_others(_checked(email))
        found = self.remover.records.findings([traces.conversation_id for traces in own])
        open_now = Counter({_OPEN: len(self.remover.records.open_parcels(email.strip()))})
        return replace(found, mentions=len(others), counts={**found.counts, **+open_now})

    def export(self, email: str, by: str) -> bytes:
        """Pack everything about the shopper into a ZIP file; nothing of others who named the address. NotAnAddress."""
        email = _checked(email)
        own, _ = self._own_and_others(email)
        ids = [traces.conversation_id for traces in own]
        records = self.remover.records
        dossier = {**records.dossier(ids), "parcels_of_open_orders": records.open_parcels(email)}
        memories = self.remover.trackers.memories(ids)
        self.audit.write(by, "exported", detail=f"shopper {self.hash_of(email)}: {len(ids)} conversations")
        return archive(email, dossier, memories, self.remover.attachments_dir, self.remover.clock())

    def erase(self, email: str, by: str) -> KeptData:
        """Remove the shopper from everything; gives what was removed and what has to be deleted elsewhere.

        May be repeated at any time. NotAnAddress, StillBusy.
        """
        email = _checked(email)
        removed, rounds = Counter[str](), list[KeptData]()
        while len(rounds) < _ROUNDS and (own := self._own_and_others(email)[0]):
            ids = [traces.conversation_id for traces in own]
            rounds.append(self.remover.records.findings(ids))
            removed += self.remover.remove(ids, self._parcels(own, email))
        removed += Counter({_OPEN: self.remover.records.forget_open(email, self.remover.clock())})
        masked = self.remover.records.mask(email) + self.remover.trackers.mask(email)
        removed += Counter({"mention by others": masked})
        self.audit.write(by, "erased", detail=f"shopper {self.hash_of(email)}: {removed_in_words(removed)}")
        return KeptData(
            conversations=tuple(i for found in rounds for i in found.conversations),
            tickets=tuple(reference for found in rounds for reference in found.tickets),
            counts=removed,
            external_copies=tuple(copy for found in rounds for copy in found.external_copies),
        )

    def hash_of(self, email: str) -> str:
        """Make the name of an address in the audit log: only who has our secret can tell whose it is."""
        return hmac.new(self.secret.encode(), comparable_email(email).encode(), hashlib.sha256).hexdigest()[:32]

    def _own_and_others(self, email: str) -> tuple[list[IdentityTraces], list[IdentityTraces]]:
        """Find the shopper's own conversations, and those of others that name the address."""
        own: list[IdentityTraces] = []
        others: list[IdentityTraces] = []
        for traces in self.remover.records.mentioning([email]):
            if belongs_to(email, traces, self._proven(traces)):
                own.append(traces)
            elif email in emails_in("\n".join(traces.all_texts)):
                others.append(traces)
        return own + self._nameless(own, email), others

    def _nameless(self, own: Sequence[IdentityTraces], email: str) -> list[IdentityTraces]:
        """Find conversations without any address about an order of this shopper or its parcels."""
        orders = self._orders_of(own, email)
        numbers = {order.order_number for order in orders}.union(*(order.parcels for order in orders))
        known = {traces.conversation_id for traces in own}
        found = self.remover.records.mentioning(sorted(numbers)) if numbers else ()
        return [
            traces
            for traces in found
            if traces.conversation_id not in known
            and not (traces.vouched_emails or traces.typed_emails)
            and numbers & (self._order_numbers(traces) | self._parcel_numbers(traces))
        ]

    def _proven(self, traces: IdentityTraces) -> list[str]:
        """List those of several typed addresses that have an order that was named; [] for a single or a vouched one."""
        if traces.vouched_emails or len(traces.typed_emails) < 2:
            return []
        return [email for email in traces.typed_emails if self._orders_of([traces], email)]

    def _orders_of(self, own: Sequence[IdentityTraces], email: str) -> list[Order]:
        numbers = sorted(set().union(*map(self._order_numbers, own)))
        try:
            found = [self.orders.find(number, email) for number in numbers]
        except OrderError as error:
            logger.warning(
                "order directory unavailable; conversations without an address are not looked for: %s", error
            )
            return []
        return [order for order in found if order]

    def _parcels(self, own: Sequence[IdentityTraces], email: str) -> set[str]:
        ordered = {parcel for order in self._orders_of(own, email) for parcel in order.parcels}
        return ordered.union(*map(self._parcel_numbers, own))

    def _order_numbers(self, traces: IdentityTraces) -> set[str]:
        said = {n.value for text in traces.shopper_texts for n in self.read_numbers(text) if n.kind in _ORDERS}
        return {normalise_order_number(number) for number in said | traces.orders}

    def _parcel_numbers(self, traces: IdentityTraces) -> set[str]:
        said = {
            n.value for text in traces.shopper_texts for n in self.read_numbers(text) if n.kind is NumberKind.TRACKING
        }
        return said | traces.parcels


def _checked(email: str) -> str:
    email = comparable_email(email)
    if emails_in(email) != {email}:
        raise NotAnAddress(email)
    return email
