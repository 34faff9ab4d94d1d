"""Find where a parcel shall go instead, as its shopper left it: the newest word replaces an earlier place. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from parcelbot.core.questions import Question
from parcelbot.core.reading.places.addresses import gives_an_address
from parcelbot.core.reading.wanted.wishes import changes_its_mind, wished_matters

_A_FLAT = re.compile(
    r"\b(?:flat|apartment|apt|unit|suite|villa|room|tower|block)\b\.?[ ,#]{0,2}\d+\w?\b", re.IGNORECASE
)
#: What a change of mind may wish and still be about the place.
_OF_THE_PLACE = frozenset({Question.CHANGE_ADDRESS, Question.DELIVERY_WISH})
#: A place, and what was left out of it.
_MOST_PARTS = 2


def new_address(matters: Collection[str], said: Sequence[str]) -> tuple[str, ...]:
    """Give the messages that tell where a parcel shall go instead; () where no other address is wished."""
    if Question.CHANGE_ADDRESS not in matters:
        return ()
    told: list[str] = []
    for text in said:
        if told and changes_its_mind(text) and _OF_THE_PLACE.issuperset(wished_matters(text)):
            told = [text]
        elif gives_an_address(text) or _A_FLAT.search(text):
            told.append(text)
    return tuple(" ".join(text.split()) for text in told[-_MOST_PARTS:])
