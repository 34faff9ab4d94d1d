"""Word what a shopper claims of a parcel no surer than they said it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from parcelbot.core.answering.claims import Claims
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.core.reading.wanted.wishes import damage_told
from parcelbot.core.wording import day_words, plural

#: Of these the country is part of the trouble.
_OF_THE_PLACE = frozenset({Question.WRONG_DESTINATION, Question.CHANGE_ADDRESS, Question.CHECK_ADDRESS})
#: News of these is not waited for any more.
_AT_ITS_END = frozenset({Status.DELIVERED, Status.AVAILABLE_FOR_PICKUP, Status.RETURNED})
_SILENCE = re.compile(
    r"\b(?:nothing|nowhere|no (?:\w+ )?(?:scans?|updates?|news|movement|moves?|change|sign|trace|progress)|stuck"
    r"|silen\w+|quiet|unchanged|wait(?:ed|ing)"
    r"|(?:has|is|does|did|have)(?: not|n['’]?t) (?:moved?|moving|changed?|updated?)"
    r"|same (?:place|status|spot)|not? (?:been )?(?:moved?|moving|scanned|updated?))\b",
    re.IGNORECASE,
)


def claimed(enquiry: Enquiry, facts: Facts, shipment: Shipment | None, issue: str, said: Sequence[str]) -> list[str]:
    """List what the shopper claims of the parcel and no scan says, a few words each."""
    claims = enquiry.claims
    protected = facts.sales_channel is SalesChannel.ALIEXPRESS
    # where there is no protection, days that were named are days of waiting
    idle = claims.idle_days if protected or claims.idle_days is not None else claims.protection_days
    left = claims.protection_days if protected else None
    told = {
        # what happened today, or is to happen, is no silence
        "nothing for {}": plural(idle, "day") if idle and _is_silent(enquiry, shipment, said) else "",
        "promised for {}": promised_words(claims.promised_on, said, facts.now.date()),
        "status {}": _status_claimed(claims, shipment),
        "carrier {}": "" if shipment and shipment.carrier else claims.carrier,
        "country {}": country_words(claims.country, issue, shipment),
        "lives in {}": _home_words(claims, shipment),
        "bought on {}": claims.sales_channel.value if claims.sales_channel else "",
        "{} of protection left": "" if left is None else plural(left, "day"),
        "{}": damage_told(said),
    }
    return [form.format(words) for form, words in told.items() if words]


def _home_words(claims: Claims, shipment: Shipment | None) -> str:
    """Name the country that the shopper lives in, where the parcel is bound for another one."""
    bound = shipment.destination if shipment else ""
    return claims.lives_in if bound and claims.lives_in not in ("", bound, claims.country) else ""


def _is_silent(enquiry: Enquiry, shipment: Shipment | None, said: Sequence[str]) -> bool:
    """Tell whether days that were named are days without news: of a parcel still to come, in words for silence."""
    if shipment is not None and shipment.status in _AT_ITS_END:
        return False
    # a number that no carrier knows is silent by itself
    silence = enquiry.question in (Question.TRACKING_NOT_UPDATING, Question.TRACKING_NOT_FOUND)
    return silence or any(_SILENCE.search(text) for text in said)


def _status_claimed(claims: Claims, shipment: Shipment | None) -> str:
    """Word the status that the shopper names, where the scans do not say the same."""
    if claims.status is None or (shipment is not None and shipment.status is claims.status):
        return ""
    return status_words(claims.status, claims.substatus)


def status_words(status: Status, substatus: Substatus) -> str:
    """Word a status as closely as it is known."""
    # a substatus repeats the name of its status
    precise: str = status.value if substatus is Substatus.NONE else substatus.value
    return precise.replace("_", " ")


def promised_words(day: date | None, said: Iterable[str], today: date) -> str:
    """Word the promised day; one that was named by no figure may be last week's or today: its weekday alone is sure."""
    if day is None:
        return ""
    figure = re.compile(rf"(?<!\d)0?{day.day}(?!\d)")
    return day_words(day, today) if any(map(figure.search, said)) else f"{day:%A}"


def country_words(country: str, issue: str, shipment: Shipment | None) -> str:
    """Name the country that the parcel should go to, by its shopper; "" for one that was only spoken of.

    It is told where it matters, and unlike the two that stand in the parcel's own line.
    """
    of_the_place = issue in _OF_THE_PLACE or shipment is None or not shipment.destination
    ends = (shipment.origin, shipment.destination) if shipment else ()
    return country if of_the_place and country not in ends else ""
