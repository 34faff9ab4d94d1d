"""Show the page of a watched parcel to who has its link, and do what the links in mails stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parcelbot.core.answering.claims import Claims
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.cases.parcel_page import PageRemark, ParcelPage
from parcelbot.core.language import Language
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment
from parcelbot.core.shopper_clock import ShopperClock
from parcelbot.core.watching.watch import Watch, WatchEnd
from parcelbot.usecases.answer_wording import Wording
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.watching.keeping import WatchStore
from parcelbot.usecases.watching.links import LinkPurpose, WatchLinks


@dataclass(frozen=True)
class ParcelPages:
    """The use cases of links. `known` gives what is stored of a parcel: nobody is asked for who opens a page."""

    store: WatchStore
    links: WatchLinks
    services: Services
    known: Callable[[str], Shipment | None]

    def page(self, token: str) -> ParcelPage | None:
        """Give the page of a link; None for one that is forged, withdrawn or too old."""
        watch = self._watch(LinkPurpose.PAGE, token)
        if watch is None or watch.page_withdrawn or self.services.clock().date() > watch.page_until:
            return None
        return self._page(watch)

    def language(self, token: str, wished: str) -> Language:
        """Give the language of whoever a link was made for; `wished` for a link that opens nothing."""
        watches = (self._watch(purpose, token) for purpose in LinkPurpose)
        watch = next((watch for watch in watches if watch is not None), None)
        return self.services.languages[self.store.language_of(watch.conversation_id) if watch else wished]

    def withdraw(self, token: str) -> bool:
        """Close the page for whoever has its link; False for a link that opens none."""
        watch = self._watch(LinkPurpose.PAGE, token)
        if watch is not None:
            self.store.withdraw_page(watch.id)
        return watch is not None

    def is_stop(self, token: str) -> bool:
        """Tell whether a link ends messages; looking at it ends nothing, as mail programs look too."""
        return self._watch(LinkPurpose.STOP, token) is not None

    def stop(self, token: str) -> bool:
        """End a watch's messages; done again it changes nothing. False for a forged link."""
        watch = self._watch(LinkPurpose.STOP, token)
        if watch is not None:
            self.store.stop([watch.id], WatchEnd.STOPPED_BY_MAIL)
        return watch is not None

    def is_confirmation(self, token: str) -> bool:
        """Tell whether a link confirms an address; looking at it confirms nothing."""
        return self._watch(LinkPurpose.CONFIRM, token) is not None

    def confirm(self, token: str) -> bool:
        """Confirm a watch's address; False for a link that is forged, too old, or of an address that has changed."""
        watch = self._watch(LinkPurpose.CONFIRM, token)
        return watch is not None and self.store.confirm(watch.id)

    def _watch(self, purpose: LinkPurpose, token: str) -> Watch | None:
        watch_id = self.links.read(purpose, token)
        return self.store.get(watch_id) if watch_id else None

    def _page(self, watch: Watch) -> ParcelPage:
        zone, known = self.store.time_zone_of(watch.conversation_id), self.known(watch.order.number)
        clock = self.services.zones.clock(self.services.clock(), zone, known.destination if known else "")
        decided = self._decided(watch, known, clock)
        wording = Wording(self.services.languages[self.store.language_of(watch.conversation_id)], self.services)
        words, then = wording.placeholders(decided, watch.order.promised), decided.answer.row.then
        texts = [wording.language.text(name).format_map(words) for name in (then.response, then.after) if name]
        promised, today = watch.order.promised, decided.facts.now.date()
        card = wording.parcel_card(decided)
        return ParcelPage(
            number=watch.order.number,
            card=card,
            as_of=wording.language.moment(card.fetched_at, clock) if card else "",
            plan=tuple(text for text in texts if text),
            remarks=_remarks(wording, decided, words),
            contact=words["carrier_contact"],
            promised=wording.language.day(promised, today) if promised and watch.active and promised >= today else "",
            watching=watch.active,
            until=watch.page_until,
        )

    def _decided(self, watch: Watch, shipment: Shipment | None, clock: ShopperClock) -> DecidedEnquiry:
        services = self.services
        lookup = Lookup(LookupOutcome.FOUND, shipment) if shipment else Lookup(LookupOutcome.PENDING)
        claims = Claims(sales_channel=watch.order.sales_channel)
        enquiry = Enquiry(watch.order.question, watch.order.number, claims=claims, zone=clock.own_zone)
        return services.decide(enquiry, services.settled(lookup))


def _remarks(wording: Wording, decided: DecidedEnquiry, words: dict[str, str]) -> tuple[PageRemark, ...]:
    """Word the remarks that apply, with the section of the row that answered."""
    source = decided.answer.row.source
    section = f"{source.document}: {source.section}"
    texts = (wording.language.text(note.response).format_map(words) for note in decided.answer.notes)
    return tuple(PageRemark(text, section) for text in texts if text)
