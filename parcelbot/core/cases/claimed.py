"""Word what a shopper claims of a parcel no surer than they said it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from parcelbot.core.parcel.shipment import Shipment
from parcelbot.core.questions import Question
from parcelbot.core.wording import day_words

#: Of these the country is part of the trouble.
_OF_THE_PLACE = frozenset({Question.WRONG_DESTINATION, Question.CHANGE_ADDRESS, Question.CHECK_ADDRESS})


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
