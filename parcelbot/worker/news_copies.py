"""Read what a mail about a watched parcel tells: the line in the chat, and the links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from parcelbot.core.cases.conversation import Conversation, Message
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryKind
from parcelbot.core.outgoing.forwarding import ReadMarks
from parcelbot.core.watching.watch import MailConsent, Watch
from parcelbot.helpdesk.protocol import NewsCopy


class WatchReader(Protocol):
    """Watches, as far as mails tell of them."""

    def get(self, watch_id: str) -> Watch | None:
        """Return the watch; None when there is none."""


class ConversationReader(Protocol):
    """Conversations, as far as mails tell of them."""

    def after(self, conversation_id: str, seq: int) -> list[Message]:
        """Return everything said after `seq`, in order."""

    def conversation(self, conversation_id: str) -> Conversation:
        """Return the conversation as it stands."""


@dataclass(frozen=True)
class NewsLinks:
    """The links of a watch: to its parcel's page, to end its messages, to confirm its address."""

    page: Callable[[str], str]
    stop: Callable[[str], str]
    confirm: Callable[[str], str]


@dataclass(frozen=True)
class NewsCopier:
    """A `courier.Copies` over watches and ledger."""

    watches: WatchReader
    ledger: ConversationReader
    links: NewsLinks

    def copy(self, delivery: Delivery) -> NewsCopy | None:
        """Copy the news; None when the line is gone, the person wants no mails, or the address is confirmed by now."""
        watch = self.watches.get(delivery.reference)
        if watch is None or not watch.order.email or not _is_wanted(delivery, watch):
            return None
        said = self._said(watch, delivery.payload.get("seq", 0))
        if said is None and delivery.kind is DeliveryKind.NEWS_MAIL:
            return None
        links = self.links
        return NewsCopy(
            watch.conversation_id,
            watch.id,
            watch.order.number,
            watch.order.email,
            said,
            self.ledger.conversation(watch.conversation_id).language,
            links.page(watch.id),
            links.stop(watch.id),
            links.confirm(watch.id),
            watch.order.unasked,
        )

    def read_marks(self, reference: str) -> ReadMarks:
        """Tell how far the shopper has read in the chat."""
        watch = self.watches.get(reference)
        return ReadMarks(self.ledger.conversation(watch.conversation_id).seen_seq if watch else 0)

    def _said(self, watch: Watch, seq: int) -> Message | None:
        lines = self.ledger.after(watch.conversation_id, seq - 1) if seq else []
        return next((line for line in lines if line.seq == seq), None)


def _is_wanted(delivery: Delivery, watch: Watch) -> bool:
    if delivery.kind is DeliveryKind.CONFIRM_MAIL:
        return watch.active and watch.consent is MailConsent.ASKED
    opted_out = watch.end is not None and watch.end.opted_out
    return watch.consent.may_be_written_to and not opted_out
