"""Find names and phrases with one meaning each, by spaCy: carriers, status wordings, advice topics, countries."""

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

from parcelbot.core.parcel.scan_wordings import WordingReader
from parcelbot.knowledge.loading import Phrase, load_knowledge
from parcelbot.knowledge.scan_wordings import load_wordings, read_languages
from parcelbot.rasa_plugins.nlu.countries import country_names, is_in_the_states, is_place
from parcelbot.rasa_plugins.nlu.english import common_words

KNOWLEDGE_FOLDER = Path(__file__).resolve().parents[3] / "knowledge"

#: A status of one word ("delivered") or of everyday ones is one only where the shopper reads it from somewhere.
_EVERYDAY = frozenset({"pick up", "not found", "not delivered", "on delivery", "signed for", "order cancelled"})
#: A carrier whose name is a verb is one only with its capital.
_VERBS_TOO = frozenset({"bring"})
_TO_A_PLACE = frozenset({"in", "to", "from", "of", "for", "the", "left", "leaving"})
_VERB_FOLLOWS = frozenset({"the", "and", "my", "his", "her", "our", "your", "a", "on"})
_CUE = re.compile(
    r"(?:\b(?:says?|said|saying|stat(?:e|es|us|ing)|shows?|showing|shown|marked|mark|tracking|tracker|reads?|listed"
    r"|app|site|page|means?|meaning|mean|update[ds]?|message|called|changed to|went (?:from|to)|stuck (?:on|at|in)"
    r"|claims?|claiming|apparently|supposedly|scanned)\b|[\"“'‘:*«]|->|→)[^.!?]{0,25}$"
    r"|\b(?:as|is|been|still|just|was)\s+$",
    re.IGNORECASE,
)
_NO_CUE = re.compile(
    r"\b(?:when|not|n't|never|be|being|get|getting|got|have it|will|can|could|should|hasn't been|wasn't|isn't)"
    r"\s*(?:it\s+)?$",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"@(?P<name>\w+?)(?P<ending>_?(?:help|helps|support|cares?|uk|us|au|ca|india|global)+)?\b", re.IGNORECASE
)
_AS_BLANKS = str.maketrans({"@": " ", "#": " ", "_": " ", "/": " ", "’": "'"})
_ASKED_AFTER = re.compile(r"[\"”'’]?\s*(?:means?\b|meaning|status|\?\s*$|but\b)", re.IGNORECASE)


_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

#: How many words of English are met beforehand: six in seven of a message's.
_COMMON = 5000

#: Within a kind hits may not overlap: "Canada Post" is a carrier and no country.
_KINDS = (("carrier", "country"), ("status_phrase",), ("topic",))


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
        self._unspaced = _UnspacedNames(phrases.get("carrier", ()))
        for entity, entries in phrases.items():
            docs = [self._learn(entity, phrase) for entry in entries for phrase in _spellings(entity, entry)]
            self._matcher.add(entity, docs)
        for word in common_words(_COMMON):
            self._language.make_doc(word)  # spaCy keeps what it met outside a zone, and need not take it apart again

    def find(self, text: str, corrections: Mapping[str, str]) -> tuple[Hit, ...]:
        """Find hits in order, of each kind the longest; `corrections` maps misspelt lower-case words."""
        # Without a zone every new word of a shopper's would stay in spaCy's vocabulary for ever.
        with self._language.memory_zone():
            doc = self._read(text, corrections)
            spans = [span for span in self._matcher(doc, as_spans=True) if _is_meant(span, text)]
            kinds = ([span for span in spans if span.label_ in kind] for kind in _KINDS)
            longest = [span for kind in kinds for span in filter_spans(kind)]
            hits = [*map(self._hit, longest), *self._unspaced.find(text)]
            return tuple(sorted(hits, key=lambda hit: hit.start))

    def _learn(self, entity: str, phrase: Phrase) -> Doc:
        doc = self._read(phrase.text, {})
        self._values[entity, _norm(doc)] = phrase.value
        return doc

    def _read(self, text: str, corrections: Mapping[str, str]) -> Doc:
        doc = self._language.make_doc(_plain(text))
        for token in doc:
            lower = token.lower_
            token.norm_ = corrections.get(lower, lower)
        return doc

    def _hit(self, span: Span) -> Hit:
        value = self._values[span.label_, _norm(span)]
        return Hit(span.label_, value, span.start_char, span.end_char)


class _UnspacedNames:
    """Finder of carriers' names in scripts that set no blanks, where spaCy sees one word."""

    def __init__(self, carriers: Iterable[Phrase]) -> None:
        self._ids = {phrase.text: phrase.value for phrase in carriers if _UNSPACED.search(phrase.text)}
        names = "|".join(re.escape(name) for name in sorted(self._ids, key=len, reverse=True))
        self._pattern = re.compile(names or "(?!)")

    def find(self, text: str) -> Iterator[Hit]:
        """Find the names in `text`, in order."""
        if not text.isascii():
            for match in self._pattern.finditer(text):
                yield Hit("carrier", self._ids[match[0]], match.start(), match.end())


@lru_cache(maxsize=1)
def all_phrases(folder: Path = KNOWLEDGE_FOLDER) -> dict[str, tuple[Phrase, ...]]:
    """Load every phrase by entity: `carrier`, `status_phrase` and `topic` from `folder`, and `country`."""
    countries = tuple(Phrase(name, code) for name, code in country_names().items())
    return {**load_knowledge(folder).phrases, "country": countries}


@lru_cache(maxsize=1)
def wording_reader(folder: Path = KNOWLEDGE_FOLDER) -> WordingReader:
    """Load the reader of carriers' wordings."""
    return load_wordings(folder)


@lru_cache(maxsize=1)
def wording_examples(folder: Path = KNOWLEDGE_FOLDER) -> tuple[Phrase, ...]:
    """Load the English wordings that stand as examples in `folder`, each with the id of its meaning."""
    english = next(data for data in read_languages(folder) if data["language"] == "en")
    return tuple(Phrase(text, name) for name, entry in english["meanings"].items() for text in entry["examples"])


def all_wordings(folder: Path = KNOWLEDGE_FOLDER) -> tuple[str, ...]:
    """Load the wordings that stand as examples in `folder`, of every language."""
    languages = read_languages(folder)
    return tuple(text for data in languages for entry in data["meanings"].values() for text in entry["examples"])


@lru_cache(maxsize=1)
def proper_words(folder: Path = KNOWLEDGE_FOLDER) -> frozenset[str]:
    """Collect the words of carriers' and countries' names in lower case, which are never corrected into others."""
    phrases = all_phrases(folder)
    return frozenset(_words(phrase.text for name in ("carrier", "country") for phrase in phrases[name]))


def _spellings(entity: str, phrase: Phrase) -> tuple[Phrase, ...]:
    """Give the phrase, and a carrier's name of several words in one as well ("dpdlocal")."""
    joined = phrase.text.replace(" ", "")
    return (phrase, Phrase(joined, phrase.value)) if entity == "carrier" and len(joined) > 5 else (phrase,)


def _plain(text: str) -> str:
    """Turn handles and hashtags into words, keeping the length: "@UPSHelp" is "UPS"."""
    text = text.encode("utf-8", "replace").decode()  # spaCy refuses half a surrogate pair
    bare = _HANDLE.sub(lambda handle: f" {handle['name']}{' ' * len(handle['ending'] or '')}", text)
    return bare.translate(_AS_BLANKS)


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in re.findall(r"[^\W\d_]+", text.lower()))


def _norm(tokens: Doc | Span) -> str:
    return " ".join(token.norm_ for token in tokens)


def _is_meant(span: Span, text: str) -> bool:
    before, after = _neighbours(span)
    if span.label_ == "country":
        # a short word in small letters is rather one of another language than a country misspelt
        if len(span) == 1 and _norm(span) != span.text.lower() and span.text.islower() and before not in _TO_A_PLACE:
            return False
        named = is_place(span.text, before, after)
        return named and not is_in_the_states(text, span.start_char, span.end_char)
    if span.label_ == "carrier":
        return span.text not in _VERBS_TOO and not (span.text == "ups" and after in _VERB_FOLLOWS)
    everyday = len(span.text.split()) == 1 or _norm(span) in _EVERYDAY
    return span.label_ != "status_phrase" or not everyday or _is_quoted_status(span, text)


def _neighbours(span: Span) -> tuple[str, str]:
    """Give the words before and after, lower case; "" where there is none."""
    before, after = span.doc[max(span.start - 1, 0) : span.start], span.doc[span.end : span.end + 1]
    return before.text.lower(), after.text.lower()


def _is_quoted_status(span: Span, text: str) -> bool:
    before, after = text[: span.start_char], text[span.end_char :]
    if not before.strip("\"“'‘ ") and not after[:2].strip().isalpha():
        return True
    return bool(_ASKED_AFTER.match(after) or (_CUE.search(before) and not _NO_CUE.search(before)))
