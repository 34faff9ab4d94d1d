"""Find the codes and numbers that a later message puts right, "sorry, 4418, not 4481", in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parcelbot.core.reading.given_numbers.slips import figure_of_a_slip, opens_like_a_slip

_VALUE = re.compile(
    r"(?<![\w@.-])(?!(?:19|20)\d\d\b)(?:[A-Z]+-)?[A-Z]*\d[A-Z\d-]{3,}(?![\w@])", re.ASCII | re.IGNORECASE
)
#: Whoever corrects a value says little else.
_WORDS_OF_A_CORRECTION, _MOST_UNLIKE, _AN_END = 10, 2, 4


#: "Not 12", "12 değil", "instead of 12": the figure that is taken back.
_NO = (
    r"(?:not|nicht|no|pas|non|não|niet|nie|не|ні|inte|instead of|statt|en vez de|au lieu de|invece di|em vez de"
    r"|in plaats van|zamiast|вместо|замість|ليس|مو|مش|بدل|不是)"
)
_FIGURE = r"(?<![\w.,@#-])(?P<{}>\d{{1,5}}(?:[.,]\d{{1,3}})?)(?![\w@]|[.,]\d)"
_TAKEN_BACK = re.compile(
    rf"(?:\b{_NO}\s+(?:\w+\s+)?|不是\s*){_FIGURE.format('old')}"
    rf"|{_FIGURE.format('older')}\s*(?:değil|yerine|ではなく|じゃなく|말고)",
    re.IGNORECASE,
)
#: "Staircase, D", "Treppe B", "entrance 4b"; "D as in Dora" spells it.
_PART = re.compile(r"\b([^\W\d]{4,})[ ,:]{1,2}([A-Z]|\d{1,4}[A-Za-z]?)(?![\w'’.@-])")
_SPELT = r"(?: (?:as in|like|for|wie|comme|como|come|als(?: in)?|jak|как|як) [^\W\d]\w+)?"
_WORDS_OF_A_PART_PUT_RIGHT = 14
_CODE = re.compile(r"(?<![\w@.-])(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,}(?![\w@])")
_DENIES_A_VALUE = re.compile(
    rf"\b{_NO}\s+(?:\w+\s+)?{_VALUE.pattern}|{_VALUE.pattern}\s*(?:değil|yerine|ではなく|じゃなく|말고)"
    r"|\b(?:mis(?:typed|spelt|spelled|read)|typo|meant|wrong (?:number|digit|code|one))\b",
    re.ASCII | re.IGNORECASE,
)
#: "It's 4418" gives a value and says nothing of it.
_WORDS_BESIDE = 3
_ANY_FIGURE = re.compile(_FIGURE.format("figure"))


def figures_put_right(said: Sequence[str], apart: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """Pair each figure that a short message takes back with the one that it gives, where it was told just once.

    "Oops, it's 62" takes back the figure that is like it. Those `apart` are numbers of orders and parcels: "cancel
    3184, not 3189" says which of two, and not that one of them was wrong.
    """
    fixed = set(apart)
    pairs = _slips(said)
    for place, text in enumerate(said):
        found = _TAKEN_BACK.search(text) if len(text.split()) <= _WORDS_OF_A_CORRECTION else None
        if found is None:
            continue
        old = found["old"] or found["older"]
        new = [match["figure"] for match in _ANY_FIGURE.finditer(text) if match["figure"] != old]
        told = sum(match["figure"] == old for one in said[:place] for match in _ANY_FIGURE.finditer(one))
        if len(new) == 1 and told == 1 and old not in fixed:
            pairs[old] = new[0]
    return tuple(pairs.items())


def _slips(said: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for place, text in enumerate(said):
        new = figure_of_a_slip(text)
        told = [match["figure"] for one in said[:place] for match in _ANY_FIGURE.finditer(one)] if new else []
        like = [old for old in told if _is_a_slip_of(old, new)]
        if len(like) == 1 and new not in told:
            pairs[like[0]] = new
    return pairs


def _is_a_slip_of(old: str, new: str) -> bool:
    """Tell whether the figures are the same in another sequence: 12 and 13 may well both be so."""
    return old != new and Counter(old) == Counter(new)


@dataclass(frozen=True)
class PartPutRight:
    """A part of an address with the letter or figure that it was told with, and the right one: "staircase B, not D"."""

    part: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """Say what is right, and what is not."""
        return f"{self.part} {self.new}, not {self.old}"

    def within(self, text: str) -> str:
        """Give a text that was told before with the right value; the word that spelt the old one goes."""
        told = rf"(\b{re.escape(self.part)}\W{{1,3}}){self.old}(?!\w){_SPELT}"
        return re.sub(told, rf"\g<1>{self.new}", text)


def parts_put_right(said: Sequence[str], apart: Iterable[str] = ()) -> tuple[PartPutRight, ...]:
    """Find each part of an address that a later short message gives anew and whose old value it names as well.

    What is called by a number of those `apart` is an order or a parcel.
    """
    found: dict[str, PartPutRight] = {}
    fixed = set(apart)
    for place, text in enumerate(said):
        if len(text.split()) > _WORDS_OF_A_PART_PUT_RIGHT:
            continue
        for part, new in _PART.findall(text):
            before = (
                old for one in said[:place] for name, old in _PART.findall(one) if name.casefold() == part.casefold()
            )
            old = next((old for old in before if old != new and re.search(rf"(?<!\w){old}(?!\w)", text)), "")
            if old and fixed.isdisjoint((old, new)):
                found[part] = PartPutRight(part, old, new)
    return tuple(found.values())


def gives_a_code(text: str, known: Iterable[str]) -> bool:
    """Tell whether a text gives a code of letters and figures that is no number of the order or its parcels."""
    return bool(set(_CODE.findall(text)) - set(known))


def with_values_put_right(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Give a text with the right values; the one that puts them right keeps both."""
    for old, new in pairs:
        if not re.search(rf"(?<!\w){re.escape(new)}(?!\w)", text, re.IGNORECASE):
            text = re.sub(rf"(?<![\w.,-]){re.escape(old)}(?!\w|[.,]\d)", new, text, flags=re.IGNORECASE)
    return text


def values_put_right(said: Sequence[str], apart: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """Pair each value with the one of an earlier message that it takes the place of.

    A message has to say that the old one was wrong, or to be no more than the new one. Those `apart` are numbers of
    orders and parcels, where two may be alike: of them it has to name the end of the old one as well, "not 3184".
    """
    pairs: dict[str, str] = {}
    earlier: list[str] = []
    fixed = {one.casefold() for one in apart}
    for text in said:
        values = _VALUE.findall(text)
        if len(text.split()) <= _WORDS_OF_A_CORRECTION and _says_it_was_wrong(text):
            sure = [old for old in earlier if old.casefold() not in fixed or _names_the_end(text, old)]
            pairs |= {old: new for new in values for old in sure if _is_misprint(old, new)}
        earlier += values
    return tuple((old, new) for old, new in pairs.items() if new not in pairs)


def side_by_side(said: Iterable[str]) -> frozenset[str]:
    """Give the values that a message names beside others of their length without putting one right: each is its own."""
    found: set[str] = set()
    for text in said:
        values = set(_VALUE.findall(text))
        alike = {one for one in values if sum(len(one) == len(other) for other in values) > 1}
        found |= set() if _says_it_was_wrong(text) else alike
    return frozenset(found)


def _says_it_was_wrong(text: str) -> bool:
    """Tell whether a message says that a value was wrong: it opens like a slip, denies one, or gives nothing else."""
    words_besides = _VALUE.sub(" ", text).split()
    return opens_like_a_slip(text) or _DENIES_A_VALUE.search(text) is not None or len(words_besides) <= _WORDS_BESIDE


def _names_the_end(text: str, old: str) -> bool:
    return old not in text and re.search(rf"(?<![\w-]){re.escape(old[-_AN_END:])}(?!\w)", text) is not None


def _is_misprint(old: str, new: str) -> bool:
    """Tell whether two values are alike but for a few places; those of another order of the same figures as well."""
    if len(old) != len(new) or old == new:
        return False
    unlike = sum(a != b for a, b in zip(old, new, strict=True))
    return unlike <= _MOST_UNLIKE and (unlike == 1 or Counter(old) == Counter(new))
