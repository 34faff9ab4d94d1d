"""Read what a question supposes: "and if it comes back, do I lose my money?" asks what happens in that case. Pure.

It is no wish for the money, and not about where the parcel is now. What is supposed and what is asked of it stand by
language in `locales/phrases/`; a gap in a phrase is written "..".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from parcelbot.core.reading.text.phrases import folded

#: What a message in any language is found to suppose, and to ask of it, begins with these.
SUPPOSES, ASKS = "supposes_", "supposes_asking_"
_SENTENCES = re.compile(r"[^.!?\n。！？؟]+[.!?。！？؟]*")
_CLAUSES = re.compile("[,;:،؛、，；：]")
_WORD_ENDS = r"(?= |$)"
_MARKS = ("?", "？", "؟")
#: Scripts without blanks between words.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_IT, _GAP, _WIDEST_GAP = "~", "..", r".{0,24}?"


class Event(str, Enum):
    """Event that a parcel may yet meet."""

    BACK = "back"
    LOST = "lost"
    UNCLAIMED = "unclaimed"
    MISSED = "missed"
    CUSTOMS = "customs"
    SILENT = "silent"
    LATE = "late"
    BROKEN = "broken"
    AFTER_ALL = "after_all"


class Asks(str, Enum):
    """Matter that is asked about in such a case; a message that names none asks what happens."""

    MONEY = "money"
    COST = "cost"
    AGAIN = "again"
    RETURNS = "returns"
    HAPPENS = "happens"


@dataclass(frozen=True)
class Supposed:
    """An event that a question supposes, and what it asks of it."""

    event: Event
    asks: Asks


@dataclass(frozen=True)
class SupposedLists:
    """The phrases of one language.

    An event follows one of `ifs` in its sentence; where there are none, the phrase of the event supposes by itself.
    After one of `whether` nothing is supposed: "do you know if it goes back?". One of `asking` tells a question that
    has no mark. "~" at the head of an event stands for one of `it`: "it", "the parcel".
    """

    ifs: tuple[str, ...] = ()
    whether: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    events: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Suppositions:
    """Reader of what one language supposes."""

    def __init__(self, lists: SupposedLists) -> None:
        self._ifs = _any(lists.ifs, ends=_WORD_ENDS) if lists.ifs else re.compile("")
        self._whether = _any(lists.whether, ends=_WORD_ENDS)
        self._asking = _any(lists.asking, ends=_WORD_ENDS)
        self._events = {Event(name): _any(_named(phrases, lists.it)) for name, phrases in lists.events.items()}
        self._asks = {Asks(name): _any(phrases) for name, phrases in lists.asks.items()}

    def says(self, text: str) -> tuple[str, ...]:
        """Tell what a message supposes and asks of it; () where it supposes nothing."""
        events = filter(None, map(self._supposed, _SENTENCES.findall(text)))
        event = next(events, None)
        return () if event is None else (f"{SUPPOSES}{event.value}", f"{ASKS}{self.asked(text).value}")

    def asked(self, text: str) -> Asks:
        """Name what a message asks by its words, whatever it supposes."""
        words = folded(text)
        return next((asks for asks, pattern in self._asks.items() if pattern.search(words)), Asks.HAPPENS)

    def _supposed(self, sentence: str) -> Event | None:
        """Name the event of which a sentence asks: the first one of the clause that its condition stands in."""
        if not (sentence.rstrip().endswith(_MARKS) or self._asking.search(folded(sentence))):
            return None
        return next(filter(None, map(self._condition, _CLAUSES.split(sentence))), None)

    def _condition(self, clause: str) -> Event | None:
        words = self._whether.sub(" ", folded(clause))
        condition = self._ifs.search(words)
        if condition is None:
            return None
        rest = words[condition.end() :]
        found = {event: match.start() for event, pattern in self._events.items() if (match := pattern.search(rest))}
        return min(found, key=lambda event: found[event]) if found else None


def supposed_in(says: Container[str]) -> Supposed | None:
    """Give what a message was found to suppose; None for any other."""
    event = next((event for event in Event if f"{SUPPOSES}{event.value}" in says), None)
    asks = next((asks for asks in Asks if f"{ASKS}{asks.value}" in says), Asks.HAPPENS)
    return None if event is None else Supposed(event, asks)


def _named(phrases: Iterable[str], names: Iterable[str]) -> Iterable[str]:
    """Put each of the names in the place of "~"."""
    named = tuple(names)
    return [one.replace(_IT, name, 1) for one in phrases for name in (named if one.startswith(_IT) else ("",))]


def _any(phrases: Iterable[str], ends: str = "") -> re.Pattern[str]:
    """Match any of the phrases from the beginning of a word on; `ends` ends it where blanks tell words apart."""
    patterns = (f"{_gapped(phrase)}{'' if _UNSPACED.search(phrase) else ends}" for phrase in phrases)
    return re.compile("|".join(patterns) or r"(?!)")


def _gapped(phrase: str) -> str:
    parts = (folded(part) for part in phrase.split(_GAP))
    return _WIDEST_GAP.join(re.escape(part[1:] if _UNSPACED.search(part) else part) for part in parts)
