"""Read tracking numbers out of what people write into a shop's tracking field: lists, prefixes, links, "N/A". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

_BETWEEN_NUMBERS = re.compile(r"[,;|\n]|\s(?:and|und|et|y|e|&|\+|/)\s", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_S10 = re.compile(r"\b[A-Z]{2}[ -]?\d{2,3}[ -]?\d{3}[ -]?\d{3,4}[ -]?[A-Z]{2}\b")
_DATE = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{2,4}")
_SHORTEST, _LONGEST, _FEWEST_DIGITS = 6, 40, 5
#: Words that hold a digit and belong to no number.
_NAMES_WITH_DIGITS = frozenset({"4PX"})
#: What is written before a number and names no carrier.
_LABELS = re.compile(
    r"\b(?:awb|waybill|track(?:ing)?|trace|numbers?|num|nr|no|id|ref(?:erence)?|code|parcels?|packages?|shipments?|box"
    r"|via|with|by|is|the|your)\b|[^\w\s&.-]",
    re.IGNORECASE,
)
_LONGEST_NAME_WORDS = 3
#: What Shopify, or somebody in a hurry, gives where no carrier was chosen.
_NO_CARRIERS = frozenset({"", "other", "others", "custom", "n/a", "na", "none", "unknown", "-"})


@dataclass(frozen=True)
class SentParcel:
    """A tracking number, in capitals without spaces, and the name of its carrier or ""."""

    number: str
    carrier: str = ""


def read_parcels(text: str, company: str) -> tuple[SentParcel, ...]:
    """Read the parcels of one tracking field; `company` is the carrier chosen beside it. () for no number."""
    chosen = "" if company.strip().casefold() in _NO_CARRIERS else company.strip()
    pieces = [text] if "://" in text else _BETWEEN_NUMBERS.split(text)
    return tuple(SentParcel(number, chosen or _named(piece)) for piece in pieces for number in _numbers(piece))


def _numbers(piece: str) -> list[str]:
    capitals = _IN_BRACKETS.sub(" ", piece.upper())
    if "://" in capitals:
        return sorted(filter(_may_be_number, re.findall(r"[A-Z0-9]+", capitals)), key=len)[-1:]
    postal = [re.sub(r"[ -]", "", found) for found in _S10.findall(capitals)]
    return postal or [number for part in re.split(r"[:#/=]", capitals) for number in _joined(part.split())]


def _joined(words: Iterable[str]) -> Iterator[str]:
    """Join what stands in groups ("7020 1234 0005"); a word without a digit ends a number."""
    for in_number, group in groupby(words, key=_is_group):
        number = re.sub(r"[^A-Z0-9]", "", "".join(group))
        if in_number and _may_be_number(number):
            yield number


def _is_group(word: str) -> bool:
    return any(c.isdigit() for c in word) and word not in _NAMES_WITH_DIGITS and not _DATE.fullmatch(word)


def _may_be_number(number: str) -> bool:
    return _SHORTEST <= len(number) <= _LONGEST and sum(c.isdigit() for c in number) >= _FEWEST_DIGITS


def _named(piece: str) -> str:
    """Give the carrier that stands before a number ("DHL AWB# 3318810025"); "" for none or for a whole sentence."""
    postal = _S10.search(piece.upper())
    before = piece[: postal.start()] if postal else piece
    words = takewhile(lambda word: not _is_group(word.upper()), _LABELS.sub(" ", before).split())
    names = [word for word in words if any(c.isalpha() for c in word)]
    return " ".join(names) if len(names) <= _LONGEST_NAME_WORDS and "://" not in piece else ""
