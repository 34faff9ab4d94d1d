"""Take agreements to write about parcels, change them, and end them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from parcelbot.core.watching.watch import SeenChange, Watch, WatchChanges, WatchEnd, WatchOrder, make_watch_id


class WatchStore(Protocol):
    """A store of watches."""

    def knows(self, conversation_id: str) -> bool:
        """Tell whether this conversation can be written into."""

    def language_of(self, conversation_id: str) -> str:
        """Give the code of the language that is spoken in a conversation; "" for none."""

    def time_zone_of(self, conversation_id: str) -> str:
        """Give the name of the time zone of a conversation's shopper; "" where it is not known."""

    def begin(self, watch_id: str, conversation_id: str, order: WatchOrder, made_by: str = "") -> None:
        """Keep an agreement; one about the same parcel in the same conversation is changed to it."""

    def saw(self, conversation_id: str, change: SeenChange) -> None:
        """Note what a conversation was told of a parcel in answer to a question."""

    def give_address(self, conversation_id: str, email: str, vouched: bool) -> None:
        """Have a conversation's news go to an address as well; one not vouched for is asked first."""

    def confirm(self, watch_id: str) -> bool:
        """Note that its address was confirmed by its owner; False when nobody asked."""

    def stop(self, watch_ids: Collection[str], end: WatchEnd) -> int:
        """End watches for this reason; gives how many went on until now."""

    def withdraw_page(self, watch_id: str) -> None:
        """Close the parcel's page for whoever has its link."""

    def of_conversation(self, conversation_id: str) -> Sequence[Watch]:
        """Read all watches of a conversation, oldest first, also those that are over."""

    def bounced(self, watch_id: str) -> None:
        """Note that a watch's address takes no mail."""

    def get(self, watch_id: str) -> Watch | None:
        """Read a watch; None where there is none."""


@dataclass(frozen=True)
class Watching:
    """The use cases of watches. `mails` tells whether mails can be sent.

    `withdraw_case` takes back a case that nobody has begun with; False when somebody has.
    """

    store: WatchStore
    mails: bool
    withdraw_case: Callable[[str], bool]

    def can_write_to(self, conversation_id: str) -> bool:
        """Tell whether a conversation can be written into without having been asked."""
        return self.store.knows(conversation_id)

    def going_on(self, conversation_id: str) -> Sequence[Watch]:
        """List the watches of a conversation that go on, oldest first."""
        return [watch for watch in self.store.of_conversation(conversation_id) if watch.active]

    def apply(self, conversation_id: str, changes: WatchChanges) -> None:
        """Carry out what one turn of a conversation changes; done again it changes nothing more."""
        for change in changes.seen:
            self.store.saw(conversation_id, change)
        for order in changes.begins:
            self.begin(conversation_id, order)
        if changes.email:
            self.store.give_address(conversation_id, changes.email, changes.vouched)
        if changes.stops:
            self.store.stop(changes.stops, WatchEnd.STOPPED_IN_CHAT)
        if changes.arrived:
            self.store.stop(changes.arrived, WatchEnd.ARRIVED)
        if changes.withdrawn_case:
            self.withdraw_case(changes.withdrawn_case)

    def begin(self, conversation_id: str, order: WatchOrder, made_by: str = "") -> None:
        """Begin to watch a parcel for a conversation; `made_by` is the agent who does it for the shopper."""
        self.store.begin(make_watch_id(secrets.choice), conversation_id, order, made_by)
