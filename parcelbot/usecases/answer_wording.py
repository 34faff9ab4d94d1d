"""Word an answer: the values of the responses' placeholders, the parcel's line and its card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Then, Urgency
from parcelbot.core.cases.cards import CardWords, TrackingCard, tracking_card
from parcelbot.core.language import ENGLISH, Language
from parcelbot.core.parcel.carriers import CarrierContact
from parcelbot.core.parcel.scan_wordings import Whereabouts
from parcelbot.core.parcel.shipment import Checkpoint, Shipment
from parcelbot.knowledge.loading import Knowledge
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.story_wording import quote, steps_words, story_words

_PARCEL_NAMES = ("number", "number_now", "carrier", "with_carrier", "seen_age", "last_mile", "status", "destination")
_CARRIER_NAMES = (
    "carrier_now",
    "carrier_link",
    "carrier_site",
    "carrier_phone",
    "carrier_contact",
    "carrier_contact_again",
    "carrier_contact_above",
)
#: The last day of buyer protection is too late: its page may hang.
_ACTS_BEFORE_THE_END = 2
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
    """The words for answers in one language, and what they are about."""

    language: Language
    services: Services

    def placeholders(self, decided: DecidedEnquiry, plan_day: date | None = None) -> dict[str, str]:
        """Give the value of every placeholder of the responses; "" where the answer has no such thing."""
        then, facts, order = decided.answer.row.then, decided.facts, decided.enquiry.order
        claims, language = decided.enquiry.claims, self.language
        today = facts.now.date()
        return {
            **parcel_placeholders(decided.shipment, facts.now, self.services.knowledge, language),
            "number": decided.enquiry.number,
            "status": self._status(decided),
            "age": language.span(facts.issued_at, facts.now) if facts.issued_at else "",
            "normal": _usual(then, language),
            "normal_date": language.day(decided.answer.normal_until, today),
            "wait": language.window(then.wait),
            "wait_date": _waited_for(decided.answer.wait_until, decided, language),
            "plan_date": _waited_for(plan_day, decided, language),
            "now_date": language.day(today, today),
            **_protection_words(facts.protection_days_left, today, language),
            "order": order.order_number if order else "",
            "asked": language.status_word(claims.status, claims.substatus, claims.meaning) if claims.status else "",
            "seller_message": self._seller_message(then.seller_message),
            "neighbour": _neighbour(facts, language),
            "signed_by": decided.shipment.signed_by if decided.shipment else "",
            "shop_fact": language.shop.get(facts.shop_fact, facts.shop_fact),
            "said_days": "" if claims.idle_days is None else language.counted("days", claims.idle_days),
            **_arrival_words(facts, language),
            **story_words(facts, language),
            "steps": steps_words(decided.shipment, facts.now, language),
            "needed_date": language.day(facts.needed_by, today),
            "pickup_place": facts.pickup_place,
            "home_post": facts.home_post,
            "pickup_until": language.day(facts.pickup_until, today),
        }

    def parcel_card(self, decided: DecidedEnquiry, plan_day: date | None = None) -> TrackingCard | None:
        """Build the card of the parcel; None without one."""
        shipment, after, facts = decided.shipment, decided.answer.row.then.after, decided.facts
        if shipment is None:
            return None
        words, language, scan = self.placeholders(decided, plan_day), self.language, shipment.last_scan
        texts = CardWords(
            status=language.opening(words["status"]),
            origin=language.calendar.country(shipment.origin),
            destination=language.calendar.country(shipment.destination),
            wait=words["wait_date"],
            expected=_expected(facts, language),
            then=language.text(after).format_map(words) if after else "",
            line=language.text(self.parcel_line(decided)).format_map(words),
            age=language.ago(scan.at, facts.now) if scan else "",
            carrier_link=words["carrier_link"],
            language=language.code,
        )
        return tracking_card(shipment, facts, decided.answer, texts)

    def parcel_line(self, decided: DecidedEnquiry) -> str:
        """Choose the response that names the parcel and its last scan; "" without a parcel."""
        if decided.shipment is None:
            return ""
        if decided.shipment.last_scan is None:
            return "utter_parcel_line_unscanned"
        if decided.facts.stale:
            return "utter_parcel_line_stale"
        handed_over = decided.shipment.last_mile_carrier and not decided.facts.on_its_way_over
        return "utter_parcel_line_handed_over" if handed_over else "utter_parcel_line"

    def _status(self, decided: DecidedEnquiry) -> str:
        """Word the status by what the scan says, where that is known; "" without a parcel."""
        shipment, meaning = decided.shipment, decided.facts.meaning
        return self.language.status_word(shipment.status, shipment.substatus, meaning) if shipment else ""

    def _seller_message(self, response: str) -> str:
        """Give the message for the seller in English, which sellers read, and what it says."""
        own = self.language.text(response)
        if self.language.code == ENGLISH or not own:
            return own
        return f"{self.services.languages[ENGLISH].text(response)} [{own}]"


def parcel_placeholders(
    shipment: Shipment | None, now: datetime, knowledge: Knowledge, language: Language
) -> dict[str, str]:
    """Give the values of the placeholders that describe the parcel itself; "" for all without a parcel."""
    if shipment is None:
        return dict.fromkeys((*_PARCEL_NAMES, *_CARRIER_NAMES, *_SCAN_NAMES), "")
    carrier = shipment.carrier
    return {
        "number": shipment.number,
        "number_now": shipment.number_now,
        "carrier": carrier,
        "with_carrier": language.worded("utter_word_with_carrier", carrier=carrier) if carrier else "",
        "seen_age": language.ago(shipment.fetched_at, now),
        "last_mile": shipment.last_mile_carrier,
        "status": language.status_word(shipment.status, shipment.substatus),
        "destination": language.calendar.country(shipment.destination),
        **_carrier_variables(shipment, knowledge, language),
        **_scan_variables(shipment.last_scan, now, language),
    }


def _carrier_variables(shipment: Shipment, knowledge: Knowledge, language: Language) -> dict[str, str]:
    """Values of what is known of the carrier that has the parcel now, and how the recipient reaches it."""
    contact = knowledge.carrier_contact(shipment.carrier_now, shipment.destination)
    if contact is None:
        return {**dict.fromkeys(_CARRIER_NAMES, ""), "carrier_now": shipment.carrier_now}
    return {
        "carrier_now": shipment.carrier_now,
        "carrier_link": contact.tracking_link(shipment.number_now),
        "carrier_site": contact.site,
        "carrier_phone": contact.phone,
        "carrier_contact": _contact_clause(contact, language),
        "carrier_contact_again": contact.name,
        "carrier_contact_above": language.worded("utter_word_contact_above", carrier=contact.name),
    }


def _contact_clause(contact: CarrierContact, language: Language) -> str:
    """Carrier and ways to reach it, to follow "ask" or "contact": "USPS on +1 800 275 8777 or at https://usps.com".

    Opening hours are written down in English, so only English tells them.
    """
    hours = f" ({contact.hours})" if contact.hours and language.code == ENGLISH else ""
    way = "phone" if contact.phone else "page"
    return language.worded(
        f"utter_word_contact_by_{way}",
        carrier=contact.name,
        phone=f"{contact.phone}{hours}",
        page=contact.page or contact.site,
    )


def _usual(then: Then, language: Language) -> str:
    """Word how long is usual: up to the day that is waited for, where a calm answer names both, so that they fit."""
    normal, wait = then.normal, then.wait
    calm = then.urgency is Urgency.CALM and normal and wait and normal.unit is wait.unit
    return language.windows(normal, wait) if calm and normal and wait else language.window(normal)


def _waited_for(day: date | None, decided: DecidedEnquiry, language: Language) -> str:
    """Word the day that is waited for. Of today it is said that it is today, and when: nothing is to be seen just now.

    A row without any waiting asks for something to be done today, and says so itself.
    """
    today, wait = decided.facts.now.date(), decided.answer.row.then.wait
    told = language.day(day, today)
    if day != today or (wait is not None and not wait.amount):
        return told
    name = "utter_word_this_evening" if day == decided.answer.wait_until else "utter_word_this_day"
    return language.worded(name, day=told)


def _protection_words(days: int | None, today: date, language: Language) -> dict[str, str]:
    if days is None:
        return {"protection_days": "", "protection_left": "", "protection_act_day": ""}
    act = today + timedelta(days=max(days - _ACTS_BEFORE_THE_END, 0))
    left = language.counted("days", days)
    return {"protection_days": str(days), "protection_left": left, "protection_act_day": language.day(act, today)}


def _arrival_words(facts: Facts, language: Language) -> dict[str, str]:
    """Word the estimate: as it stands in a sentence, and both its days; "" for all without one."""
    arrival, today = facts.arrival, facts.now.date()
    if arrival is None:
        return dict.fromkeys(_ARRIVAL_NAMES, "")
    return {
        "arrival": language.expected(arrival.earliest, arrival.latest, today),
        "arrival_from": language.day(arrival.earliest, today),
        "arrival_until": language.day(arrival.latest, today),
    }


def _expected(facts: Facts, language: Language) -> str:
    arrival = facts.arrival
    return language.days(arrival.earliest, arrival.latest, facts.now.date()) if arrival else ""


def _neighbour(facts: Facts, language: Language) -> str:
    if facts.whereabouts is not Whereabouts.NEIGHBOUR:
        return ""
    if not facts.house:
        return language.text("utter_word_neighbour")
    return language.worded("utter_word_neighbour_at", house=facts.house)


def _scan_variables(scan: Checkpoint | None, now: datetime, language: Language) -> dict[str, str]:
    if scan is None:
        return dict.fromkeys(_SCAN_NAMES, "")
    said = quote(scan.description)
    return {
        "last_scan_age": language.ago(scan.at, now),
        "last_scan_date": language.day(scan.at.date(), now.date()),
        "last_scan_place": scan.location,
        "last_scan_where": language.worded("utter_word_scan_where", place=scan.location) if scan.location else "",
        "last_scan_text": said or _what_it_says(scan, language),
        "last_scan_said": language.worded("utter_word_scan_said", scan=said) if said else "",
        "idle": language.span(scan.at, now),
    }


def _what_it_says(scan: Checkpoint, language: Language) -> str:
    """Give our words for the code of a scan that has none of its own."""
    return language.substatus_word(scan.substatus) or language.text("utter_word_scan_without_words")
