"""Find where a parcel shall go instead, as its shopper left it: the newest word replaces an earlier place. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from parcelbot.core.questions import Question
from parcelbot.core.reading.facts.fillers import is_filler
from parcelbot.core.reading.facts.told_facts import asks, sentences_of
from parcelbot.core.reading.places.addresses import adds_a_postcode, gives_an_address, without_its_lead
from parcelbot.core.reading.wanted.wishes import changes_its_mind, wished_matters

_A_FLAT = re.compile(
    r"\b(?:flat|apartment|apt|unit|suite|villa|room|tower|block)\b\.?[ ,#]{0,2}\d+\w?\b", re.IGNORECASE
)
#: With the words that bring it.
_AN_EMAIL = re.compile(
    r"(?:(?:\w+ )?\b(?:e-?mail|mail)\w*(?: \w+)?\W+)?[^\s@,;]+@[\w-]+(?:\.[\w-]+)+[.,;]?",
    re.IGNORECASE,
)
#: What a change of mind may wish and still be about the place.
_OF_THE_PLACE = frozenset({Question.CHANGE_ADDRESS, Question.DELIVERY_WISH})
#: A place, and what was left out of it.
_MOST_PARTS = 3


def new_address(matters: Collection[str], said: Sequence[str]) -> tuple[str, ...]:
    """Give what tells where a parcel shall go instead; () where no other address is wished.

    A question, thanks and what has a field of its own are no part of it.
    """
    if Question.CHANGE_ADDRESS not in matters:
        return ()
    told: list[str] = []
    for text in said:
        place = _place_in(text, bool(told))
        if told and changes_its_mind(text) and _OF_THE_PLACE.issuperset(wished_matters(text)):
            told = [place or " ".join(text.split())]
        elif place:
            told.append(place)
    return tuple(told[-_MOST_PARTS:])


def _place_in(text: str, one_is_told: bool) -> str:
    """Give the sentences of a message that tell a place, and who or what stands beside it; "" for none."""
    whole = " ".join(_AN_EMAIL.sub(" ", text).split()).strip(" ,;")
    if not _names_a_place(whole, one_is_told):
        return ""
    kept = (one for one in sentences_of([whole]) if _names_a_place(one, one_is_told) or _may_tell_more(one))
    return without_its_lead(" ".join(kept))


def _may_tell_more(sentence: str) -> bool:
    """Tell whether a sentence beside the place may be a part of it: no question, no thanks."""
    return not (asks(sentence) or is_filler(sentence))


def _names_a_place(sentence: str, one_is_told: bool) -> bool:
    is_a_place = gives_an_address(sentence) or _A_FLAT.search(sentence)
    return bool(is_a_place) or (one_is_told and adds_a_postcode(sentence))
