"""Names and phrases with one meaning each — carriers, status wordings, advice topics, countries — found by spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from parcelbot.knowledge import Phrase, load_knowledge
from parcelbot.rasa_plugins.nlu.countries import NOT_A_PLACE, country_names, is_named

KNOWLEDGE_FOLDER = Path(__file__).resolve().parents[3] / "knowledge"

#: A status of one or two words ("delivered", "pick up") is one only where the shopper reads it from somewhere.
_SHORT_WORDING = 2
_CUE = re.compile(
    r"(?:\b(?:says?|said|saying|stat(?:e|es|us|ing)|shows?|showing|shown|marked|mark|tracking|tracker|reads?|listed|app|site"
    r"|page|means?|meaning|mean|update[ds]?|message|called|changed to|went (?:from|to)|stuck (?:on|at|in)|claims?|claiming"
    r"|apparently|supposedly|scanned|as|is|been|still|just|just been|was)\b|[\"“'‘:*«]|->|→)[^.!?]{0,25}$",
    re.IGNORECASE,
)
_NO_CUE = re.compile(
    r"\b(?:when|not|n't|never|be|being|get|getting|got|have it|to be|will|can|could|should|hasn't been|wasn't|isn't)\s*(?:it\s+)?$",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(r"[\"”'’]?\s*(?:means?\b|meaning|status|\?\s*$|but\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Hit:
    """A phrase found in a text: the entity, the value it stands for and where it stands."""

    entity: str
    value: str
    start: int
    end: int


class Gazetteer:
    """Finds phrases in text; a misspelt word counts as the word it was corrected to."""

    def __init__(self, phrases: Mapping[str, Iterable[Phrase]]) -> None:
        self._language = spacy.blank("en")
        self._matcher = PhraseMatcher(self._language.vocab, attr="NORM")
        self._values: dict[tuple[str, str], str] = {}
        for entity, entries in phrases.items():
            docs = [self._learn(entity, phrase) for phrase in entries]
            self._matcher.add(entity, docs)

    def find(self, text: str, corrections: Mapping[str, str]) -> tuple[Hit, ...]:
        """Hits in order, none overlapping, the longest first; `corrections` maps misspelt lower-case words."""
        doc = self._read(text, corrections)
        spans = [span for span in self._matcher(doc, as_spans=True) if _is_meant(span, text)]
        return tuple(self._hit(span) for span in sorted(filter_spans(spans), key=lambda span: span.start))

    def _learn(self, entity: str, phrase: Phrase) -> Doc:
        doc = self._read(phrase.text, {})
        self._values[entity, _norm(doc)] = phrase.value
        return doc

    def _read(self, text: str, corrections: Mapping[str, str]) -> Doc:
        doc = self._language.make_doc(text.replace("’", "'"))
        for token in doc:
            lower = token.lower_
            token.norm_ = corrections.get(lower, lower)
        return doc

    def _hit(self, span: Span) -> Hit:
        value = self._values[span.label_, _norm(span)]
        return Hit(span.label_, value, span.start_char, span.end_char)


@lru_cache(maxsize=1)
def all_phrases(folder: Path = KNOWLEDGE_FOLDER) -> dict[str, tuple[Phrase, ...]]:
    """Every phrase by entity: `carrier`, `status_phrase` and `topic` from `folder`, and `country`."""
    countries = tuple(Phrase(name, code) for name, code in country_names().items())
    return {**load_knowledge(folder).phrases, "country": countries}


@lru_cache(maxsize=1)
def proper_words(folder: Path = KNOWLEDGE_FOLDER) -> frozenset[str]:
    """The words of carriers' and countries' names in lower case: never to be corrected into others."""
    phrases = all_phrases(folder)
    return frozenset(_words(phrase.text for name in ("carrier", "country") for phrase in phrases[name]))


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in re.findall(r"[^\W\d_]+", text.lower()))


def _norm(tokens: Doc | Span) -> str:
    return " ".join(token.norm_ for token in tokens)


def _is_meant(span: Span, text: str) -> bool:
    if span.label_ == "country":
        return is_named(span.text) and not _describes_goods(span)
    if span.label_ == "status_phrase" and len(span) <= _SHORT_WORDING:
        return _is_quoted_status(span, text)
    return True


def _describes_goods(span: Span) -> bool:
    following = span.doc[span.end : span.end + 1]
    return bool(following.text) and following[0].lower_ in NOT_A_PLACE


def _is_quoted_status(span: Span, text: str) -> bool:
    before = text[: span.start_char]
    alone = not before.strip() and not text[span.end_char :].strip(" ?.!")
    if alone or _ASKED_AFTER.match(text, span.end_char):
        return True
    return bool(_CUE.search(before)) and not _NO_CUE.search(before)
