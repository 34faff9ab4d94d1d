"""A ticket's summary for the agent: the facts of the case, at most eight lines, no prose."""

from __future__ import annotations

from collections.abc import Mapping

from parcelbot.core.answers import Answer
from parcelbot.core.enquiry import Enquiry
from parcelbot.core.facts import Facts
from parcelbot.core.shipment import Shipment
from parcelbot.core.tickets import MAX_SUMMARY_LINES
from parcelbot.core.wording import ago_words, day_words

_CHECK_WORDS = {
    "places_checked": "places around the address checked",
    "people_asked": "household and neighbours asked",
    "carrier_contacted": "carrier contacted",
    "seller_contacted": "seller contacted",
}


def summarise(
    enquiry: Enquiry, facts: Facts, answer: Answer, shipment: Shipment | None, checks: Mapping[str, bool]
) -> tuple[str, ...]:
    """Problem, parcel, last scan, what applied, what was promised, what was checked, the marketplace."""
    lines = [
        f"Problem: {enquiry.question.value.replace('_', ' ')}{_said(enquiry)}",
        _parcel_line(shipment),
        _scan_line(shipment, facts),
        f"Answered by: {answer.table}/{answer.row.id} ({answer.row.source.document})",
        f"Told to wait until: {day_words(answer.wait_until, facts.now.date())}" if answer.wait_until else "",
        _checks_line(checks),
        _marketplace_line(facts),
        "Order number and e-mail matched an order" if enquiry.order else "Order not verified",
    ]
    return tuple(line for line in lines if line)[:MAX_SUMMARY_LINES]


def _said(enquiry: Enquiry) -> str:
    days = enquiry.claims.idle_days
    return f" (shopper says nothing for {days} days)" if days is not None else ""


def _parcel_line(shipment: Shipment | None) -> str:
    if shipment is None:
        return "Parcel: no tracking seen"
    carriers = " → ".join(c for c in (shipment.carrier, shipment.last_mile_carrier) if c)
    status = f"{shipment.status.value}/{shipment.substatus.value}"
    return f"Parcel: {shipment.number}, {carriers or 'carrier unknown'}, {status}"


def _scan_line(shipment: Shipment | None, facts: Facts) -> str:
    if shipment is None:
        return ""
    scan = shipment.last_scan
    if scan is None:
        return "Last scan: none yet"
    stale = ", provider not reachable now" if facts.stale else ""
    return f"Last scan: {ago_words(scan.at, facts.now)}, {scan.description}, {scan.location or 'no place'}{stale}"


def _checks_line(checks: Mapping[str, bool]) -> str:
    told = [f"{words}: {'yes' if checks[name] else 'no'}" for name, words in _CHECK_WORDS.items() if name in checks]
    return f"Checked: {'; '.join(told)}" if told else ""


def _marketplace_line(facts: Facts) -> str:
    if facts.protection_days_left is None:
        return ""
    return f"Buyer protection: {facts.protection_days_left} days left"
