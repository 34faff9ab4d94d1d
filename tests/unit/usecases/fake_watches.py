"""Watches in memory, for conversations that can be written into."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone

from parcelbot.core.watching.watch import MailConsent, SeenChange, Watch, WatchEnd, WatchOrder, watch_until
from parcelbot.usecases.watching.keeping import Watching

MADE = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)


@dataclass
class FakeWatches:
    """Keeps watches by id; `knows_all` is false for a channel that cannot be written into."""

    knows_all: bool = True
    kept: dict[str, Watch] = field(default_factory=dict)
    seen: list[SeenChange] = field(default_factory=list)

    def knows(self, conversation_id: str) -> bool:
        return self.knows_all

    def language_of(self, conversation_id: str) -> str:
        return ""

    def time_zone_of(self, conversation_id: str) -> str:
        return ""

    def begin(self, watch_id: str, conversation_id: str, order: WatchOrder, made_by: str = "") -> None:
        consent = MailConsent.NONE
        if order.email:
            consent = MailConsent.VOUCHED if order.vouched else MailConsent.ASKED
        self.kept[watch_id] = Watch(watch_id, conversation_id, order, MADE, watch_until(MADE), consent, made_by=made_by)

    def saw(self, conversation_id: str, change: SeenChange) -> None:
        self.seen.append(change)

    def give_address(self, conversation_id: str, email: str, vouched: bool) -> None:
        consent = MailConsent.VOUCHED if vouched else MailConsent.ASKED
        for watch in list(self.kept.values()):
            self.kept[watch.id] = replace(watch, order=replace(watch.order, email=email), consent=consent)

    def confirm(self, watch_id: str) -> bool:
        return watch_id in self.kept

    def bounced(self, watch_id: str) -> None:
        self.kept[watch_id] = replace(self.kept[watch_id], consent=MailConsent.BOUNCED)

    def stop(self, watch_ids: Collection[str], end: WatchEnd) -> int:
        for watch_id in watch_ids:
            self.kept[watch_id] = replace(self.kept[watch_id], ended_at=MADE, end=end)
        return len(watch_ids)

    def withdraw_page(self, watch_id: str) -> None:
        self.kept[watch_id] = replace(self.kept[watch_id], page_withdrawn=True)

    def of_conversation(self, conversation_id: str) -> Sequence[Watch]:
        return list(self.kept.values())

    def get(self, watch_id: str) -> Watch | None:
        return self.kept.get(watch_id)


@dataclass
class FakeWithdrawals:
    """Takes back every case, and remembers which."""

    cases: list[str] = field(default_factory=list)

    def __call__(self, reference: str) -> bool:
        self.cases.append(reference)
        return True


def watching(store: FakeWatches, mails: bool = False, withdrawals: FakeWithdrawals | None = None) -> Watching:
    return Watching(store, mails, withdrawals or FakeWithdrawals())
