"""Word an answer: the values of the responses' placeholders, the parcel's line and its card."""

from __future__ import annotations

from actions.turn import Turn
from parcelbot.core.answering.facts import Facts
from parcelbot.core.cases.cards import CardWords, TrackingCard, tracking_card
from parcelbot.core.parcel.scan_wordings import Whereabouts
from parcelbot.core.wording import day_words, plural, span_words, window_words
from parcelbot.knowledge.countries import country_name
from parcelbot.usecases.assistant import DecidedEnquiry
from parcelbot.usecases.parcel_wording import parcel_line, parcel_placeholders


def placeholders(turn: Turn, decided: DecidedEnquiry) -> dict[str, str]:
    """Give the value of every placeholder of the responses; "" where the answer has no such thing."""
    then, facts, order = decided.answer.row.then, decided.facts, decided.enquiry.order
    claims, knowledge = decided.enquiry.claims, turn.services.knowledge
    today = facts.now.date()
    return {
        **parcel_placeholders(decided.shipment, facts.now, knowledge),
        "number": decided.enquiry.number,
        "age": span_words(facts.issued_at, facts.now) if facts.issued_at else "",
        "normal": window_words(then.normal) if then.normal else "",
        "normal_date": day_words(decided.answer.normal_until, today) if decided.answer.normal_until else "",
        "wait": window_words(then.wait) if then.wait else "",
        "wait_date": day_words(decided.answer.wait_until, today) if decided.answer.wait_until else "",
        "now_date": day_words(today, today),
        "protection_days": "" if facts.protection_days_left is None else str(facts.protection_days_left),
        "order": order.order_number if order else "",
        "asked": knowledge.status_word(claims.status, claims.substatus) if claims.status else "",
        "seller_message": turn.response_text(then.seller_message),
        "neighbour": _neighbour(facts),
        "said_days": "" if claims.idle_days is None else plural(claims.idle_days, "day"),
    }


def _neighbour(facts: Facts) -> str:
    if facts.whereabouts is not Whereabouts.NEIGHBOUR:
        return ""
    return f"a neighbour at No {facts.house}" if facts.house else "a neighbour"


def parcel_card(turn: Turn, decided: DecidedEnquiry, words: dict[str, str]) -> TrackingCard | None:
    """Build the card of the parcel; None without one."""
    shipment, after = decided.shipment, decided.answer.row.then.after
    if shipment is None:
        return None
    texts = CardWords(
        status=words["status"],
        origin=country_name(shipment.origin),
        destination=country_name(shipment.destination),
        carrier_link=words["carrier_link"],
        wait=words["wait_date"],
        then=turn.response_text(after).format_map(words) if after else "",
        line=turn.response_text(parcel_line(decided)).format_map(words),
    )
    return tracking_card(shipment, decided.facts, decided.answer, texts)
