"""Word a parcel: the values of the responses' placeholders that describe it, and the line that names it."""

from __future__ import annotations

from datetime import datetime

from parcelbot.core.parcel.carriers import CarrierContact
from parcelbot.core.parcel.shipment import Checkpoint, Shipment
from parcelbot.core.wording import ago_words, day_words, span_words
from parcelbot.knowledge.countries import country_name
from parcelbot.knowledge.loading import Knowledge
from parcelbot.usecases.assistant import DecidedEnquiry

_PARCEL_NAMES = ("number", "carrier", "with_carrier", "seen_age", "last_mile", "status", "destination")
_CARRIER_NAMES = ("carrier_now", "carrier_link", "carrier_site", "carrier_phone", "carrier_contact")
_SCAN_NAMES = (
    "last_scan_age",
    "last_scan_date",
    "last_scan_place",
    "last_scan_where",
    "last_scan_text",
    "idle",
)


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
        **_scan_variables(shipment.last_scan, now),
    }


def parcel_line(decided: DecidedEnquiry) -> str:
    """Choose the response that names the parcel and its last scan; "" without a parcel."""
    if decided.shipment is None:
        return ""
    if decided.shipment.last_scan is None:
        return "utter_parcel_line_unscanned"
    if decided.facts.stale:
        return "utter_parcel_line_stale"
    handed_over = decided.shipment.last_mile_carrier
    return "utter_parcel_line_handed_over" if handed_over else "utter_parcel_line"


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


def _scan_variables(scan: Checkpoint | None, now: datetime) -> dict[str, str]:
    if scan is None:
        return dict.fromkeys(_SCAN_NAMES, "")
    return {
        "last_scan_age": ago_words(scan.at, now),
        "last_scan_date": day_words(scan.at.date(), now.date()),
        "last_scan_place": scan.location,
        "last_scan_where": f", {scan.location}" if scan.location else "",
        "last_scan_text": scan.description or "no details",
        "idle": span_words(scan.at, now),
    }
