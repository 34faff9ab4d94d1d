"""Take a shopper's apology for what it is: no complaint of theirs, and nothing for a case. English."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.dialogue.hearing.own_question import CERTAIN
from parcelbot.core.intents import COMPLAINT, FALLBACK, OUT_OF_SCOPE
from parcelbot.core.reading.questions.sentences import asks_something

_SORRY = "sorry_to_ask"
_APOLOGY = re.compile(r"\b(?:sorry|apolog\w+|forgive|pardon|my bad)\b(?!\W*(?:but|what)\b)", re.IGNORECASE)
#: Whoever is told not to apologise is not apologised to.
_TURNED_ROUND = re.compile(r"\b(?:no|not|n['’]t|never|you|your|ye) (?:\w+ ){0,3}(?:sorry|apolog\w+)\b", re.IGNORECASE)
_MOST_WORDS, _AMONG_THE_FIRST = 9, 3


def as_an_apology(heard: Heard) -> Heard:
    """Take "sorry, I was short with you" for an apology, which resembles a complaint and tells nobody anything."""
    if not (heard.english and heard.intent in (COMPLAINT, FALLBACK, OUT_OF_SCOPE) and _only_apologises(heard)):
        return heard
    return replace(
        heard, intent=FALLBACK, also_asked=(), follow_ups=(FollowUp(_SORRY, CERTAIN),), status="", feeling=""
    )


def _only_apologises(heard: Heard) -> bool:
    tells = heard.gives_details or heard.phone or heard.claims or told_by(heard)
    if tells or heard.words > _MOST_WORDS or asks_something(heard.text) or _TURNED_ROUND.search(heard.text):
        return False
    resembles = _SORRY in [found.name for found in heard.follow_ups[:_AMONG_THE_FIRST]]
    return resembles and _APOLOGY.search(heard.text) is not None
