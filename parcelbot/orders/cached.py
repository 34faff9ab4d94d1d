"""Remember an order directory's last answers for some seconds: one turn asks about the same order more than once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from parcelbot.core.parcel.orders import Order, normalise_order_number
from parcelbot.orders.protocol import OrderDirectory

#: An order number and an e-mail, both normalised: who corrects either of them asks anew.
_Key = tuple[str, str]


@dataclass(frozen=True)
class CachedOrders:
    """An `OrderDirectory` that answers again for `ttl_s` seconds without asking `directory`. Thread-safe.

    "No such order" is remembered like an order, under the number and the e-mail that were given; an OrderError
    never is. At most `max_answers` are kept, the newest. `monotonic_s` gives seconds that only grow.
    """

    directory: OrderDirectory
    ttl_s: float = 10.0
    max_answers: int = 256
    monotonic_s: Callable[[], float] = time.monotonic
    _answers: dict[_Key, tuple[float, Order | None]] = field(default_factory=dict, init=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def find(self, order_number: str, email: str) -> Order | None:
        """Find the order that has both; None when either differs. Raises OrderError."""
        key = (normalise_order_number(order_number), email.strip().casefold())
        with self._lock:
            self._forget_old()
            if key in self._answers:
                return self._answers[key][1]
        # unlocked: a directory that is slow for one shopper must not hold up the others
        order = self.directory.find(order_number, email)
        with self._lock:
            self._answers.pop(key, None)
            self._answers[key] = (self.monotonic_s(), order)
            self._forget_old()
        return order

    def recent_only(self) -> bool:
        """Tell whether the shop has shown that we may not see its older orders."""
        return self.directory.recent_only()

    def _forget_old(self) -> None:
        """Drop what is older than `ttl_s` and the oldest beyond `max_answers`; the dict is in order of age."""
        now = self.monotonic_s()
        for key, (answered_at, _) in list(self._answers.items()):
            if now - answered_at < self.ttl_s and len(self._answers) <= self.max_answers:
                return
            del self._answers[key]
