"""Read a carrier's scan wording: status, whether the parcel was in hand, where it went, what is asked. Pure.

A wording is compared as plain words: lower case, without accents, mark-up and punctuation. Patterns are sequences of
terms, `knowledge/README.md` explains them: `delivered .. neighbour*`, `left|handed to? the|a? neighbour*`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from html import unescape
from typing import Any

from parcelbot.core.parcel.incidents import HAVE_REASONS, REASONS, IncidentKind
from parcelbot.core.parcel.shipment import Stage, Status, Substatus

#: No carrier's wording is longer; what is, is a page of HTML or rubbish.
MAX_WORDING_CHARS = 400
#: So much of a description is looked at: a page of HTML has its words behind a long head.
_MAX_MARKED_UP_CHARS = 20_000
_MAX_GAP_WORDS = 10

_TAG = re.compile(r"</?[a-z!][^<>]{0,200}>", re.IGNORECASE)
#: What stands between these tags is for browsers, not for people.
_CODE = re.compile(r"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|$)", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile("[\u0000-\u001f\u007f-\u009f]")
#: Signs that show as nothing, or turn the rest of a line around.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_APOSTROPHE = re.compile(r"(?<=n)['’`](?=t\b)")
#: "Access Point™": a normal form would make a word "pointtm" of it.
_TRADE_MARKS = str.maketrans("", "", "™℠®©")
#: Letters that no normal form takes apart.
_PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
#: Chinese, Japanese, Thai have no spaces: words have no edges.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


class Whereabouts(str, Enum):
    """The place a parcel went to, as far as a scan tells."""

    UNKNOWN = ""
    HOME = "home"
    NEIGHBOUR = "neighbour"
    SAFE_PLACE = "safe_place"
    RECEPTION = "reception"
    MAILBOXES = "mailboxes"
    LOCKER = "locker"
    SHOP = "shop"
    SENDER = "sender"


class Demand(str, Enum):
    """The thing a scan asks of the shopper."""

    NOTHING = ""
    PAY = "pay"
    PAPERS = "papers"
    COLLECT = "collect"
    ADDRESS = "address"


class Weight(str, Enum):
    """The weight of a reading against a provider's code.

    `announcement`: no parcel was in hand. `motion`: the parcel moved or lay somewhere.
    `definite`: an outcome, which no code overrules.
    """

    ANNOUNCEMENT = "announcement"
    MOTION = "motion"
    DEFINITE = "definite"


@dataclass(frozen=True)
class Phrasing:
    """One language's wordings of one meaning: any of `patterns`, none of `unless`, no "not" where it has `denied`."""

    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    denied: Phrasing | None = None

    def fits(self, words: str) -> bool:
        """True when the plain `words` say it."""
        said, taken_back = self._compiled
        if any(p.search(words) for p in taken_back) or (self.denied and self.denied.fits(words)):
            return False
        return any(p.search(words) for p in said)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Words and beginnings of words, one of which stands in every wording that fits."""
        return frozenset(key for pattern in self.patterns for key in _keys(pattern))

    @cached_property
    def _compiled(self) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
        return tuple(map(parse_pattern, self.patterns)), tuple(map(parse_pattern, self.unless))


@dataclass(frozen=True)
class Meaning:
    """One thing that scans say, and how languages say it.

    `stage` is None where it tells none by itself, `incident` where it explains nothing that comes later.
    """

    id: str
    status: Status
    substatus: Substatus = Substatus.NONE
    weight: Weight = Weight.MOTION
    whereabouts: Whereabouts = Whereabouts.UNKNOWN
    demand: Demand = Demand.NOTHING
    stage: Stage | None = None
    incident: IncidentKind | None = None
    phrasings: tuple[Phrasing, ...] = ()

    @property
    def reason(self) -> Substatus:
        """The sub-status where it gives a reason; `_other` says no more than its status."""
        return Substatus.NONE if self.substatus.value.endswith("_other") else self.substatus

    @property
    def told(self) -> str:
        """`status/substatus/meaning`, with an empty sub-status where it gives no reason: how entities write it."""
        reason = "" if self.reason is Substatus.NONE else self.reason.value
        return f"{self.status.value}/{reason}/{self.id}"

    @property
    def value(self) -> str:
        """`status`, or `status/substatus` where that gives a reason: how vocabularies write it."""
        return self.status.value if self.reason is Substatus.NONE else f"{self.status.value}/{self.reason.value}"


@dataclass(frozen=True)
class Reading:
    """A wording as understood.

    `house` is the neighbour's number, "" where none is told; `reason` is what the same words give as the reason for
    what they say ("returned, address incomplete"), None where they give none.
    """

    meaning: Meaning
    house: str = ""
    reason: IncidentKind | None = None

    @property
    def physical(self) -> bool:
        """False for labels, pre-advice and announced days: they tell that a parcel will come."""
        return self.meaning.weight is not Weight.ANNOUNCEMENT

    @property
    def definite(self) -> bool:
        """True when it is an outcome that no code overrules."""
        return self.meaning.weight is Weight.DEFINITE


@dataclass(frozen=True)
class WordingReader:
    """Meanings, tried from the top: what says "not with you" stands before "delivered"."""

    meanings: tuple[Meaning, ...]

    def read(self, wording: str) -> Reading | None:
        """Understand one wording in any language; None when no meaning knows it."""
        words = plain(wording)
        places = sorted({place for key in _keys_in(words) for place in self._index.get(key, ())})
        called = (self._phrasings[place] for place in places)
        fitting = (meaning for meaning, phrasing in called if phrasing.fits(words))
        meaning = next(fitting, None)
        return Reading(meaning, _house(wording), _reason(meaning, fitting)) if meaning else None

    @cached_property
    def _phrasings(self) -> tuple[tuple[Meaning, Phrasing], ...]:
        return tuple((meaning, phrasing) for meaning in self.meanings for phrasing in meaning.phrasings)

    @cached_property
    def _index(self) -> Mapping[str, Sequence[int]]:
        """The places of the phrasings that a key calls for: a wording has few words, and languages have many."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, phrasing) in enumerate(self._phrasings):
            for key in phrasing.keys:
                index[key].append(place)
        return index


#: How many letters of a word with a `*` are looked up.
_BEGINNING = 3
#: The key of every pattern in a script without spaces.
_ANY_UNSPACED = "*"

_HOUSE = re.compile(
    r"(?:neighbou?r|nachbar|voisin|buren|buur|s[aą]siad|vecin|vicin|vizinh|grann|nabo)\w*(?:\W+(?-i:[A-Z]\w*)){0,3}?"
    r"\W+(?:(?:at|in|im|au|op|på|pod|del|na|no)\s+)?(?:(?:no|nr|number|house|hausnummer|huisnummer|nummer|flat|apt"
    r"|num[eé]ro|número|numer\w*|civico)\b\W*)?(\d{1,4}[a-z]?)\b(?![:./-]?\d)",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """`text` as words between single spaces, with one at either end: how wordings and patterns are compared."""
    text = readable(text)[:MAX_WORDING_CHARS]
    letters = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text.casefold().translate(_TRADE_MARKS)))
    bare = "".join(c for c in letters if not unicodedata.combining(c)).translate(_PLAIN_LETTERS)
    return f" {_NOT_A_WORD.sub(' ', bare).strip()} "


def readable(text: str) -> str:
    """`text` as a person reads it: without mark-up, on one line, cut where no wording is that long."""
    bare = _TAG.sub(" ", _CODE.sub(" ", text[:_MAX_MARKED_UP_CHARS]))
    # some carriers escape their mark-up before they send it
    words = " ".join(_UNSEEN.sub("", _CONTROL.sub(" ", _TAG.sub(" ", unescape(bare)))).split())
    return words if len(words) <= MAX_WORDING_CHARS else f"{words[:MAX_WORDING_CHARS].rstrip()}…"


@cache
def parse_pattern(text: str) -> re.Pattern[str]:
    """Compile "delivered .. neighbour*"; ValueError for a pattern of gaps and optional terms only."""
    terms = text.split()
    if not any(term != ".." and not term.endswith("?") for term in terms):
        raise ValueError(f"matches everything: {text!r}")
    if _UNSPACED.search(text):
        return re.compile(".*?".join(_alternatives(term) for term in terms if term != ".."))
    return re.compile(("^ " if terms[0] == "^" else " ") + "".join(map(_term, terms)))


def parse_meaning(data: Mapping[str, Any], phrasings: Iterable[Mapping[str, Any]]) -> Meaning:
    """Build a meaning and its `phrasings` from their parsed YAML; ValueError or KeyError for a bad name or pattern."""
    says = data["says"]
    return Meaning(
        id=data["meaning"],
        status=Status(says["status"]),
        substatus=Substatus(says.get("substatus", "none")),
        weight=Weight(says["weight"]),
        whereabouts=Whereabouts(says.get("whereabouts", "")),
        demand=Demand(says.get("demand", "")),
        stage=Stage(says["stage"]) if "stage" in says else None,
        incident=IncidentKind(says["incident"]) if "incident" in says else None,
        phrasings=tuple(map(_phrasing, phrasings)),
    )


def _phrasing(data: Mapping[str, Any]) -> Phrasing:
    denied = data.get("denied")
    return Phrasing(tuple(data["patterns"]), tuple(data.get("unless", ())), _phrasing(denied) if denied else None)


def _keys(pattern: str) -> frozenset[str]:
    """Give the keys of the pattern's most telling term: words, `abc*` for words that begin so, "" for any wording."""
    if _UNSPACED.search(pattern):
        return frozenset({_ANY_UNSPACED})
    terms = [term for term in pattern.split() if term not in ("..", "^", "$") and not term.endswith("?")]
    return min((frozenset(map(_key, term.split("|"))) for term in terms), key=lambda keys: ("" in keys, len(keys)))


def _key(word: str) -> str:
    literal = plain(word.partition("*")[0].replace("_", " ")).split()
    if not literal or (len(literal) == 1 and "*" in word and len(literal[0]) < _BEGINNING):
        return ""
    return literal[0] if len(literal) > 1 or "*" not in word else f"{literal[0][:_BEGINNING]}*"


def _keys_in(words: str) -> set[str]:
    keys = {"", *words.split(), *(f"{word[:_BEGINNING]}*" for word in words.split())}
    return keys | {_ANY_UNSPACED} if _UNSPACED.search(words) else keys


def _term(term: str) -> str:
    if term == "..":
        return rf"(?:\S+ ){{0,{_MAX_GAP_WORDS}}}?"
    if term in ("^", "$"):
        return "$" if term == "$" else ""
    return f"(?:{_alternatives(term[:-1])} )?" if term.endswith("?") else f"{_alternatives(term)} "


def _alternatives(term: str) -> str:
    return f"(?:{'|'.join(map(_word, term.split('|')))})"


def _word(word: str) -> str:
    """One word of a term: `*` stands for the rest of it, `_` for a space."""
    parts = [plain(part.replace("_", " ")).strip() for part in word.split("*")]
    if not any(parts):
        raise ValueError(f"no word: {word!r}")
    return r"\S*".join(map(re.escape, parts)).replace(r"\ ", " ")


def _house(wording: str) -> str:
    return found[1] if (found := _HOUSE.search(wording[:MAX_WORDING_CHARS])) else ""


def _reason(meaning: Meaning, others: Iterable[Meaning]) -> IncidentKind | None:
    """Find the reason that a wording gives besides its `meaning`, among the others that fit it."""
    if meaning.incident not in HAVE_REASONS:
        return None
    return next((other.incident for other in others if other.incident in REASONS), None)
