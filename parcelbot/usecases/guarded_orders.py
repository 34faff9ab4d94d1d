"""Find orders for shoppers, and stop those who try numbers and e-mails until two of them fit."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from parcelbot.core.parcel.guessing import CountedBy, OrderKeys, order_keys
from parcelbot.core.parcel.identify import OrderFound
from parcelbot.core.parcel.orders import Order
from parcelbot.core.wording import mask_email
from parcelbot.orders.protocol import OrderDirectory, OrderError
from parcelbot.telemetry.metrics import ORDERS_LOCKED

logger = logging.getLogger(__name__)


class GuessBook(Protocol):
    """The pairs of order number and e-mail that shoppers have tried, over all conversations."""

    def admit(self, conversation_id: str, keys: OrderKeys, now: datetime) -> CountedBy | None:
        """Count the pair as a wrong one until it is known better; None, or what there were too many wrong pairs of.

        A pair that this conversation has shown to fit is always admitted.
        """

    def fits(self, conversation_id: str, keys: OrderKeys) -> None:
        """Keep that the pair fits: it was no guess."""

    def withdraw(self, conversation_id: str, keys: OrderKeys) -> None:
        """Forget the pair: nobody could say whether it fits."""

    def network(self, conversation_id: str) -> str:
        """Give the network that the conversation's shopper writes from; "" where the channel knows none."""


class OwnersNotices(Protocol):
    """The notices that the owner finds in the inbox."""

    def orders_guessed(self, who: str, now: datetime) -> None:
        """Tell, once in a while for each `who`, that somebody guesses."""


@dataclass(frozen=True)
class GuardedOrders:
    """The only way from a shopper's words to an order. `clock` gives an aware now."""

    directory: OrderDirectory
    guesses: GuessBook
    notices: OwnersNotices
    clock: Callable[[], datetime]

    def find(self, order_number: str, email: str, conversation_id: str) -> OrderFound:
        """Find the order that has both, unless too many wrong pairs were tried; each wrong pair counts once."""
        keys, now = order_keys(order_number, email), self.clock()
        by = self.guesses.admit(conversation_id, keys, now)
        if by is not None:
            self._report(by, keys, conversation_id, now)
            return OrderFound(locked=True)
        try:
            order = self.directory.find(order_number, email)
        except OrderError:
            logger.warning("order directory unavailable")
            self.guesses.withdraw(conversation_id, keys)
            return OrderFound(directory_down=True)
        if order is not None:
            self.guesses.fits(conversation_id, keys)
        return OrderFound(order, recent_only=order is None and self.directory.recent_only())

    def proven(self, order_number: str, email: str) -> Order | None:
        """Find an order whose shopper has shown both before; None when it is gone or the directory does not answer."""
        try:
            return self.directory.find(order_number, email)
        except OrderError:
            logger.warning("order directory unavailable")
            return None

    def _report(self, by: CountedBy, keys: OrderKeys, conversation_id: str, now: datetime) -> None:
        ORDERS_LOCKED.labels(by.value).inc()
        logger.warning("an order stays closed in %s: too many wrong pairs by %s", conversation_id, by.value)
        who = {
            CountedBy.CONVERSATION: conversation_id,
            CountedBy.ORDER: keys.order_number,
            CountedBy.EMAIL: mask_email(keys.email),
            CountedBy.NETWORK: self.guesses.network(conversation_id),
        }
        self.notices.orders_guessed(f"{by.value} {who[by]}", now)
