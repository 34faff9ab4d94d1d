"""Take in what a tracking provider pushes, and bring the cards of the parcel up to date where they are shown."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from parcelbot.core.answering.claims import Claims
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.cases.card_news import ShownCard
from parcelbot.core.cases.cards import TrackingCard
from parcelbot.core.parcel.news import PushedNews, PushOutcome
from parcelbot.core.parcel.shipment import Lookup, Shipment
from parcelbot.core.questions import Question
from parcelbot.telemetry.metrics import PUSHES
from parcelbot.usecases.answer_wording import Wording
from parcelbot.usecases.assistant import Services

logger = logging.getLogger(__name__)

#: Who comes back later than this asks anew.
_SHOWN_FOR = timedelta(days=14)


class NewsStore(Protocol):
    """A store of what providers push."""

    def take(self, news: PushedNews, now: datetime) -> PushOutcome:
        """Store a push of `now`, unless it is older than what is known."""

    def take_read(self, shipment: Shipment, now: datetime) -> PushOutcome:
        """Store what was read at `now`; NOTHING_NEW when it is known already."""


class CardStore(Protocol):
    """A store of the cards that conversations show."""

    def showing(self, number: str, since: datetime) -> Sequence[ShownCard]:
        """Find the newest cards of a parcel in conversations whose page was open at or after `since`."""

    def renew(self, shown: ShownCard, card: Mapping[str, Any]) -> None:
        """Put `card` in the place of one that is shown."""


@dataclass(frozen=True)
class ParcelNews:
    """The use case of a push."""

    store: NewsStore
    cards: CardStore
    services: Services

    def take(self, news: PushedNews) -> PushOutcome:
        """Take one push in; the same again, an older one, or one that nobody waits for, does no harm."""
        now = self.services.clock()
        outcome = self.store.take(news, now)
        PUSHES.labels(outcome.value).inc()
        if outcome is PushOutcome.NEWS and news.lookup is not None:
            self._renew_cards(news.number, news.lookup, now)
        return outcome

    def take_read(self, lookup: Lookup) -> None:
        """Take in what was read without a shopper asking, as if it had been pushed."""
        now = self.services.clock()
        if lookup.shipment and self.store.take_read(lookup.shipment, now) is PushOutcome.NEWS:
            self._renew_cards(lookup.shipment.number, lookup, now)

    def _renew_cards(self, number: str, lookup: Lookup, now: datetime) -> None:
        shown = self.cards.showing(number, now - _SHOWN_FOR)
        for card in shown:
            renewed = self._card(lookup, number, card)
            if renewed is not None:
                self.cards.renew(card, card.renewed_as(renewed.to_json()))
        logger.info("%s cards renewed by a push", len(shown))

    def _card(self, lookup: Lookup, number: str, shown: ShownCard) -> TrackingCard | None:
        """Build the card as for a shopper who asks where the parcel is; None without a parcel."""
        enquiry = Enquiry(Question.WHERE_IS_MY_ORDER, number, claims=Claims(sales_channel=shown.sales_channel))
        decided = self.services.decide(enquiry, self.services.settled(lookup))
        return Wording(self.services.languages[shown.language], self.services).parcel_card(decided)
