"""Word an answer: the values of the responses' placeholders, the parcel's line and its card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.cases.cards import CardWords, TrackingCard, tracking_card
from parcelbot.core.dialogue.script import Phrasebook
from parcelbot.core.parcel.carriers import CarrierContact
from parcelbot.core.parcel.scan_wordings import Whereabouts
from parcelbot.core.parcel.shipment import Checkpoint, Shipment
from parcelbot.core.wording import ago_words, day_words, days_words, expected_words, plural, span_words, window_words
from parcelbot.knowledge.countries import country_name
from parcelbot.knowledge.loading import Knowledge
from parcelbot.usecases.assistant import Services

#: A longer wording of a carrier's is cut where it stands inside a sentence; the card has it whole.
_LONGEST_QUOTE = 160

_PARCEL_NAMES = ("number", "carrier", "with_carrier", "seen_age", "last_mile", "status", "destination")
_CARRIER_NAMES = ("carrier_now", "carrier_link", "carrier_site", "carrier_phone", "carrier_contact")
_ARRIVAL_NAMES = ("arrival", "arrival_from", "arrival_until")
_SCAN_NAMES = (
    "last_scan_age",
    "last_scan_date",
    "last_scan_place",
    "last_scan_where",
    "last_scan_text",
    "last_scan_said",
    "idle",
)


@dataclass(frozen=True)
class Wording:
    """The shop's sentences, and the values that go into them."""

    book: Phrasebook
    services: Services

    def text(self, response: str) -> str:
        """Give the first text of a response, to stand inside another one; "" for none."""
        texts = self.book.get(response) or ()
        return texts[0].text if texts else ""

    def placeholders(self, decided: DecidedEnquiry, plan_day: date | None = None) -> dict[str, str]:
        """Give the value of every placeholder of the responses; "" where the answer has no such thing."""
        then, facts, order = decided.answer.row.then, decided.facts, decided.enquiry.order
        claims, knowledge = decided.enquiry.claims, self.services.knowledge
        today = facts.now.date()
        return {
            **parcel_placeholders(decided.shipment, facts.now, knowledge),
            "number": decided.enquiry.number,
            "status": _status(decided, knowledge),
            "age": span_words(facts.issued_at, facts.now) if facts.issued_at else "",
            "normal": window_words(then.normal) if then.normal else "",
            "normal_date": day_words(decided.answer.normal_until, today) if decided.answer.normal_until else "",
            "wait": window_words(then.wait) if then.wait else "",
            "wait_date": day_words(decided.answer.wait_until, today) if decided.answer.wait_until else "",
            "plan_date": day_words(plan_day, today) if plan_day else "",
            "now_date": day_words(today, today),
            "protection_days": "" if facts.protection_days_left is None else str(facts.protection_days_left),
            "order": order.order_number if order else "",
            "asked": knowledge.status_word(claims.status, claims.substatus, claims.meaning) if claims.status else "",
            "seller_message": self.text(then.seller_message),
            "neighbour": _neighbour(facts),
            "signed_by": decided.shipment.signed_by if decided.shipment else "",
            "shop_fact": facts.shop_fact,
            "said_days": "" if claims.idle_days is None else plural(claims.idle_days, "day"),
            **_arrival_words(facts),
            "pickup_place": facts.pickup_place,
            "pickup_until": day_words(facts.pickup_until, today) if facts.pickup_until else "",
        }

    def parcel_card(self, decided: DecidedEnquiry, plan_day: date | None = None) -> TrackingCard | None:
        """Build the card of the parcel; None without one."""
        shipment, after = decided.shipment, decided.answer.row.then.after
        if shipment is None:
            return None
        words = self.placeholders(decided, plan_day)
        texts = CardWords(
            status=words["status"],
            origin=country_name(shipment.origin),
            destination=country_name(shipment.destination),
            wait=words["wait_date"],
            expected=_expected(decided.facts),
            then=self.text(after).format_map(words) if after else "",
            line=self.text(self.parcel_line(decided)).format_map(words),
            carrier_link=words["carrier_link"],
        )
        return tracking_card(shipment, decided.facts, decided.answer, texts)

    def parcel_line(self, decided: DecidedEnquiry) -> str:
        """Choose the response that names the parcel and its last scan; "" without a parcel."""
        if decided.shipment is None:
            return ""
        if decided.shipment.last_scan is None:
            return "utter_parcel_line_unscanned"
        if decided.facts.stale:
            return "utter_parcel_line_stale"
        handed_over = decided.shipment.last_mile_carrier
        return "utter_parcel_line_handed_over" if handed_over else "utter_parcel_line"


def parcel_placeholders(shipment: Shipment | None, now: datetime, knowledge: Knowledge) -> dict[str, str]:
    """Give the values of the placeholders that describe the parcel itself; "" for all without a parcel."""
    if shipment is None:
        return dict.fromkeys((*_PARCEL_NAMES, *_CARRIER_NAMES, *_SCAN_NAMES), "")
    return {
        "number": shipment.number,
        "carrier": shipment.carrier,
        "with_carrier": f" with {shipment.carrier}" if shipment.carrier else "",
        "seen_age": ago_words(shipment.fetched_at, now),
        "last_mile": shipment.last_mile_carrier,
        "status": knowledge.status_word(shipment.status, shipment.substatus),
        "destination": country_name(shipment.destination),
        **_carrier_variables(shipment, knowledge),
        **_scan_variables(shipment.last_scan, now, knowledge),
    }


def _carrier_variables(shipment: Shipment, knowledge: Knowledge) -> dict[str, str]:
    """Values of what is known of the carrier that has the parcel now, and how the recipient reaches it."""
    contact = knowledge.carrier_contact(shipment.carrier_now, shipment.destination)
    if contact is None:
        return {**dict.fromkeys(_CARRIER_NAMES, ""), "carrier_now": shipment.carrier_now}
    return {
        "carrier_now": shipment.carrier_now,
        "carrier_link": contact.tracking_link(shipment.number_now),
        "carrier_site": contact.site,
        "carrier_phone": contact.phone,
        "carrier_contact": _contact_clause(contact),
    }


def _contact_clause(contact: CarrierContact) -> str:
    """Carrier and ways to reach it, to follow "ask" or "contact": "USPS on +1 800 275 8777 or at https://usps.com"."""
    hours = f" ({contact.hours})" if contact.hours else ""
    ways = [f"on {contact.phone}{hours}" if contact.phone else "", f"at {contact.page or contact.site}"]
    return f"{contact.name} {' or '.join(way for way in ways if way)}"


def _status(decided: DecidedEnquiry, knowledge: Knowledge) -> str:
    """Word the status by what the scan says, where that is known; "" without a parcel."""
    shipment, facts = decided.shipment, decided.facts
    return knowledge.status_word(shipment.status, shipment.substatus, facts.meaning) if shipment else ""


def _arrival_words(facts: Facts) -> dict[str, str]:
    """Word the estimate: as it stands in a sentence, and both its days; "" for all without one."""
    arrival, today = facts.arrival, facts.now.date()
    if arrival is None:
        return dict.fromkeys(_ARRIVAL_NAMES, "")
    return {
        "arrival": expected_words(arrival.earliest, arrival.latest, today),
        "arrival_from": day_words(arrival.earliest, today),
        "arrival_until": day_words(arrival.latest, today),
    }


def _expected(facts: Facts) -> str:
    arrival = facts.arrival
    return days_words(arrival.earliest, arrival.latest, facts.now.date()) if arrival else ""


def _neighbour(facts: Facts) -> str:
    if facts.whereabouts is not Whereabouts.NEIGHBOUR:
        return ""
    return f"a neighbour at No {facts.house}" if facts.house else "a neighbour"


def _scan_variables(scan: Checkpoint | None, now: datetime, knowledge: Knowledge) -> dict[str, str]:
    if scan is None:
        return dict.fromkeys(_SCAN_NAMES, "")
    return {
        "last_scan_age": ago_words(scan.at, now),
        "last_scan_date": day_words(scan.at.date(), now.date()),
        "last_scan_place": scan.location,
        "last_scan_where": f", {scan.location}" if scan.location else "",
        "last_scan_text": _what_it_says(scan, knowledge),
        "last_scan_said": f': "{_quote(scan.description)}"' if scan.description else "",
        "idle": span_words(scan.at, now),
    }


def _quote(text: str) -> str:
    """Give the carrier's own words, as long as a sentence of ours bears."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"


def _what_it_says(scan: Checkpoint, knowledge: Knowledge) -> str:
    """Give the scan's words, or ours for its code where it has none."""
    ours = (word for key, word in knowledge.status_words.items() if key.endswith(f"/{scan.substatus.value}"))
    return _quote(scan.description) or next(ours, "something without words")
