"""Read what a notification in a browser tells: what happened, and where to read on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from parcelbot.core.cases.conversation import Message
from parcelbot.core.language import Language
from parcelbot.core.outgoing.deliveries import Delivery
from parcelbot.core.outgoing.forwarding import ReadMarks
from parcelbot.core.watching.browsers import BrowserAddress
from parcelbot.core.watching.watch import Watch
from parcelbot.helpdesk.protocol import PushCopy
from parcelbot.worker.news_copies import ConversationReader, WatchReader

_LONGEST = 160


class BrowserReader(Protocol):
    """Browsers that take notifications."""

    def get(self, browser_id: str) -> BrowserAddress | None:
        """Read a browser; None where it wants no more notifications."""


@dataclass(frozen=True)
class PushCopier:
    """A `courier.Copies` over watches, browsers and ledger. `page` gives the address of a watch's parcel page."""

    watches: WatchReader
    browsers: BrowserReader
    ledger: ConversationReader
    languages: Mapping[str, Language]
    page: Callable[[str], str]

    def copy(self, delivery: Delivery) -> PushCopy | None:
        """Copy the news; None when the line or the browser is gone, or nothing more is wanted."""
        watch = self.watches.get(delivery.reference)
        browser_id = str(delivery.payload.get("browser", ""))
        browser = self.browsers.get(browser_id)
        if watch is None or browser is None or (watch.end is not None and watch.end.opted_out):
            return None
        seq = delivery.payload.get("seq", 0)
        said = next((line for line in self.ledger.after(watch.conversation_id, seq - 1) if line.seq == seq), None)
        return self._copy(watch, browser_id, browser, said) if said else None

    def read_marks(self, reference: str) -> ReadMarks:
        """Tell how far the shopper has read in the chat."""
        watch = self.watches.get(reference)
        return ReadMarks(self.ledger.conversation(watch.conversation_id).seen_seq if watch else 0)

    def _copy(self, watch: Watch, browser_id: str, browser: BrowserAddress, said: Message) -> PushCopy:
        language = self.languages[self.ledger.conversation(watch.conversation_id).language]
        return PushCopy(
            conversation_id=watch.conversation_id,
            browser_id=browser_id,
            browser=browser,
            title=language.worded("utter_mail_news_subject", number=watch.order.number),
            body=_first_words(said),
            page_link=self.page(watch.id),
            tag=watch.id,
            language=language.code,
            last_seq=said.seq,
        )


def _first_words(said: Message) -> str:
    """Give the paragraph that tells what happened: the first, or the second beside a card."""
    paragraphs = [paragraph for paragraph in said.text.split("\n\n") if paragraph]
    told = paragraphs[1] if said.card and len(paragraphs) > 1 else paragraphs[0] if paragraphs else ""
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST].rstrip()}…"
