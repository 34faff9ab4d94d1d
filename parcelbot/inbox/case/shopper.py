"""Tell agents whether the shopper of a case is there, waits, and can be reached. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.handover.views import Case

#: A shopper's page tells of itself every 30 s at the latest.
_ONLINE_FOR = timedelta(seconds=90)


@dataclass(frozen=True)
class Shopper:
    """The shopper of a case: is there, waits, can be reached.

    `last_said` is the agents' newest line, `seen` whether the shopper's page has shown it.
    """

    online: bool
    last_there: datetime | None
    waiting_since: datetime | None
    chat: bool
    email: str
    last_said: Message | None
    seen: bool

    @property
    def reachable(self) -> bool:
        """False when there is neither a chat nor an e-mail."""
        return self.chat or bool(self.email)


def shopper_of(case: Case, now: datetime, mails: bool) -> Shopper:
    """Tell from the shopper's page whether they are there; no e-mail counts while none can be sent (`mails`)."""
    conversation = case.conversation
    seen_at = conversation.seen_at if conversation else None
    last_said = next((m for m in reversed(case.messages) if m.author is Author.AGENT), None)
    return Shopper(
        online=seen_at is not None and now - seen_at < _ONLINE_FOR,
        last_there=seen_at,
        waiting_since=conversation.waiting_since if conversation else None,
        chat=conversation is not None,
        email=case.ticket.draft.email if mails else "",
        last_said=last_said,
        seen=bool(conversation and last_said and conversation.seen_seq >= last_said.seq),
    )
