"""Tell by a shopper's words what kind of hazard they speak of, as a lamp and a blouse need other first aid."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from enum import Enum

from parcelbot.core.reading.text.plain_text import plain_text
from parcelbot.core.reading.told.telling import Told


class HazardKind(str, Enum):
    """Kind of hazard, by what has to be done first; `general` where the words tell none."""

    GENERAL = "general"
    SWALLOWED = "swallowed"
    FIRE = "fire"
    SKIN = "skin"
    SHARP = "sharp"
    ALIVE = "alive"
    ANIMAL = "animal"
    CONDUCT = "conduct"


#: What is told of these is a hazard of its own kind, in every language.
HAZARDS_TOLD: Mapping[Told, HazardKind] = {
    Told.ANIMAL_ATE: HazardKind.ANIMAL,
    Told.DRIVERS_CONDUCT: HazardKind.CONDUCT,
    Told.SOMETHING_ALIVE: HazardKind.ALIVE,
}
#: Tried in this order: a battery in a child's mouth is no fire, and a swollen battery no rash.
_WORDINGS: Mapping[HazardKind, re.Pattern[str]] = {
    HazardKind.SWALLOWED: re.compile(
        r"\bswallow\w*|\bchok(?:ed|ing|es)\b|\bin (?:his|her|their|its) mouth\b|\bstuck in (?:his|her|my) throat\b"
        r"|\b(?:ate|eaten|eats)\b|\bround (?:\w+ ){1,3}neck\b"
    ),
    HazardKind.FIRE: re.compile(
        r"\bfire\b|\bflames?\b|\balight\b|\bsmok\w*|\bspark\w*|\bexplo\w+|\b(?:electr\w+|a) shock|\belectrocut\w*"
        r"|\bbatter(?:y|ies)\b|\bcharger\b|\bpower ?bank\b|\bplug\b|\bsocket\b|\blamps?\b|\bcables?\b|\bwires?\b"
        r"|\bheater\b"
        r"|\bkettle\b|\btoaster\b|\bmelt\w*|\bover ?heat\w*|\bscorch\w*|\bsizzl\w*|\bburning smell\b"
        r"|\bsmell\w* (?:of "
        r"|like )?burn\w*|\bfuse\b|\bcandle\b|\bred hot\b|\bblew up\b"
    ),
    HazardKind.SKIN: re.compile(
        r"\brash\w*|\bitch\w*|\ballerg\w*|\bhives\b|\bwelts?\b|\bblister\w*|\beczema\b|\bdermatitis\b|\bdyes?\b"
        r"|\bskin\b"
        r"|\bred (?:spots?|patches|blotches|bumps)\b|\bbumps\b|\binflamed\b|\birritat\w*|\bblotch\w*|\bswollen\b"
        r"|\bswell\w*|\bpuffed\b|\breaction\b|\bstings?\b"
        r"|\bchemicals?\b|\banaphyla\w*"
    ),
    HazardKind.SHARP: re.compile(
        r"\bneedles?\b|\bpins?\b|\bblades?\b|\brazors?\b|\bglass\b|\bstaples?\b|\bsyringes?\b|\bsplinters?\b"
        r"|\bsharp\b"
        r"|\bpricked\b|\bjabbed\b|\bcut (?:my|her|his|me|him|open)\b|\bsliced\b|\bgashed\b|\bwire\b"
    ),
}


def read_hazard_kind(text: str, told: Container[Told] = ()) -> HazardKind:
    """Give the kind of hazard that is told of, or that the words speak of; `general` for none that is known."""
    if kind := next((kind for fact, kind in HAZARDS_TOLD.items() if fact in told), None):
        return kind
    plain = plain_text(text)
    return next((kind for kind, wording in _WORDINGS.items() if wording.search(plain)), HazardKind.GENERAL)
