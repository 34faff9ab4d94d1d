"""Deliver to one destination what is due, one delivery after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed, DeliveryKind
from parcelbot.core.outgoing.forwarding import ReadMarks, why_needless
from parcelbot.core.outgoing.retrying import Circuit, RetryPolicy
from parcelbot.telemetry.logs import log_context, log_conversation

logger = logging.getLogger(__name__)

#: Why what is no longer there is not delivered; admins read it.
_GONE = "the case is no longer there"


class DueDeliveries(Protocol):
    """The outbox as a courier uses it."""

    def claim_due(self, runner: str, lease: timedelta, limit: int = 1, destination: str = "") -> list[Delivery]:
        """Take up to `limit` deliveries that are due, for as long as `lease`."""

    def still_held(self, delivery: Delivery, lease: timedelta) -> bool:
        """Hold it for another `lease`; False when somebody else has taken it over."""

    def pin(self, delivery: Delivery, seq: int) -> None:
        """Keep up to which line the copy of the case goes."""

    def delivered(self, delivery: Delivery, remote_id: str = "") -> None:
        """Mark as arrived; `remote_id` is what the destination calls the ticket."""

    def failed(self, delivery: Delivery, error: str, pause: timedelta) -> None:
        """Mark as failed, to be tried again after a `pause`."""

    def dead(self, delivery: Delivery, error: str) -> None:
        """Mark as given up: a person has to look."""

    def cancelled(self, delivery: Delivery, why: str) -> None:
        """Mark as no longer needed."""

    def retry_failed_now(self, destination: str) -> None:
        """Retry this destination's failures at once."""

    def remote_id(self, destination: str, reference: str) -> str:
        """Return what the destination calls our ticket; "" when it does not know it."""


class Copied(Protocol):
    """A copy of what is delivered: a case, or news of a watched parcel."""

    @property
    def conversation_id(self) -> str:
        """Return the conversation that it belongs to."""

    @property
    def last_seq(self) -> int:
        """Return the seq of the last line that it holds; 0 for none."""


C = TypeVar("C", bound=Copied)
C_co = TypeVar("C_co", bound=Copied, covariant=True)
C_contra = TypeVar("C_contra", bound=Copied, contravariant=True)


class Copies(Protocol[C_co]):
    """The copies of all that a courier delivers."""

    def copy(self, delivery: Delivery) -> C_co | None:
        """Copy what the delivery is about; None when it, or the line meant, is no longer there."""

    def read_marks(self, reference: str) -> ReadMarks:
        """Tell how far shopper and agents have read."""


class Addressee(Protocol[C_contra]):
    """A helpdesk or a mailbox that takes such copies. Called from one thread at a time."""

    @property
    def name(self) -> str:
        """Return its name in the outbox."""

    def deliver(self, delivery: Delivery, copied: C_contra, remote_id: str, /) -> str:
        """Deliver, and return what it calls it there; DeliveryFailed for everything that goes wrong."""


@dataclass
class Courier(Generic[C]):
    """Delivers to one destination; `chance` gives random numbers from 0 to 1. Used by one thread."""

    destination: Addressee[C]
    outbox: DueDeliveries
    copies: Copies[C]
    runner: str
    clock: Callable[[], datetime]
    chance: Callable[[], float]
    retry_policy: RetryPolicy = field(default_factory=RetryPolicy)
    lease: timedelta = timedelta(seconds=120)
    circuit: Circuit = field(default_factory=Circuit)

    def step(self) -> bool:
        """Try the oldest delivery that is due; False when there is none or the destination is left alone."""
        if not self.circuit.lets_through(self.clock()):
            return False
        claimed = self.outbox.claim_due(self.runner, self.lease, 1, self.destination.name)
        for delivery in claimed:
            with log_context("", reference=delivery.reference):
                self._attempt(delivery)
        return bool(claimed)

    def _attempt(self, delivery: Delivery) -> None:
        copied = self.copies.copy(delivery)
        why = why_needless(delivery, self.copies.read_marks(delivery.reference)) if copied else _GONE
        if copied is None or why:
            self.outbox.cancelled(delivery, why)
            return
        if delivery.attempts > self.retry_policy.attempts:
            self.outbox.dead(delivery, "Given up: the worker did not survive the last attempt")
            return
        log_conversation(copied.conversation_id)
        delivery = self._pinned(delivery, copied)
        remote_id = self._remote_id(delivery)
        if not self.outbox.still_held(delivery, self.lease):
            logger.warning("%s of %s was taken over: not sent", delivery.kind.value, delivery.reference)
            return
        try:
            remote_id = self.destination.deliver(delivery, copied, remote_id)
        except DeliveryFailed as failure:
            self._failed(delivery, failure)
        except Exception as error:
            # a fault of ours in a client must not stop the destination's other deliveries
            logger.exception("delivering %s to %s failed", delivery.reference, delivery.destination)
            self._failed(delivery, DeliveryFailed(f"internal error: {type(error).__name__}"))
        else:
            self._delivered(delivery, remote_id)

    def _pinned(self, delivery: Delivery, copied: C) -> Delivery:
        """Make the copy of a case say the same at every attempt; what is said later is forwarded by itself."""
        if delivery.kind is not DeliveryKind.TICKET or "seq" in delivery.payload:
            return delivery
        self.outbox.pin(delivery, copied.last_seq)
        return replace(delivery, payload={**delivery.payload, "seq": copied.last_seq})

    def _remote_id(self, delivery: Delivery) -> str:
        return self.outbox.remote_id(delivery.destination, delivery.reference)

    def _delivered(self, delivery: Delivery, remote_id: str) -> None:
        self.outbox.delivered(delivery, remote_id)
        logger.info("%s delivered to %s", delivery.kind.value, delivery.destination)
        if self.circuit.failures >= self.circuit.LIMIT:
            logger.info("%s takes deliveries again", self.destination.name)
            self.outbox.retry_failed_now(self.destination.name)
        self.circuit = self.circuit.after_success()

    def _failed(self, delivery: Delivery, failure: DeliveryFailed) -> None:
        what = f"{delivery.kind.value} of {delivery.reference} (attempt {delivery.attempts})"
        logger.warning("%s did not take %s: %s", delivery.destination, what, failure)
        if failure.permanent:
            # it answered, so it works: this delivery it will never take
            self.circuit = self.circuit.after_success()
            self.outbox.dead(delivery, str(failure))
            return
        chance = self.chance()
        self.circuit = self.circuit.after_failure(self.clock(), chance, failure.retry_after_s)
        if self.retry_policy.exhausted(delivery.attempts):
            self.outbox.dead(delivery, f"Given up after {delivery.attempts} attempts: {failure}")
            return
        pause_s = self.retry_policy.pause_s(delivery.attempts, chance, failure.retry_after_s)
        self.outbox.failed(delivery, str(failure), timedelta(seconds=pause_s))
