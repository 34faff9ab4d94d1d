"""Name countries as shoppers write them in other languages: names from the CLDR (babel), declined and shortened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from parcelbot.rasa_plugins.nlu.countries import is_country

#: Short and older names that the CLDR lacks, whatever the language.
_ALSO = {
    "US": (
        "usa", "eeuu", "ee.uu.", "eua", "сша", "abd", "amerika", "америк", "アメリカ", "америки", "ameryki", "أمريكا",
        "미국",
    ),
    "GB": (
        "großbritannien", "england", "engeland", "inglaterra", "gran bretaña", "angleterre", "grande-bretagne",
        "inghilterra", "gran bretagna", "англия", "англии", "англию", "англія", "англії", "anglia", "anglii",
        "ingiltere", "storbritannien", "بريطانيا", "英国", "영국", "groot-brittannië",
    ),
    "HK": ("hongkong", "hong kong", "гонконг", "гонконга", "香港", "هونغ كونغ", "홍콩"),
    "KR": ("한국", "corea", "corée", "корея", "кореи", "кореї", "korea", "kore", "coreia"),
    "NL": ("holland", "holanda", "hollande", "olanda", "голландия", "голландии", "hollanda"),
    "PL": ("polsce",),
    "DE": ("niemczech", "niemiec"),
    "IT": ("włoszech", "włoch"),
    "CZ": ("tschechien", "чехия", "чехии"),
    "CH": ("suiza", "suisse", "svizzera", "schweiz"),
}  # fmt: skip
#: Languages whose names change at the end; a blank there would hide most of them.
_DECLINING = frozenset({"ru", "uk", "pl", "tr"})
_VOWELS = "аяйьиыеюїіaiyeäüöı"
#: Scripts without blanks, or with small words grown on to the front.
_GLUED = frozenset({"ja", "zh", "ko", "ar", "th"})
_FEWEST_LETTERS = 4


class NamedCountry(NamedTuple):
    """Country named in a text: its ISO code and where."""

    code: str
    start: int
    end: int


def find_countries(text: str, language: str) -> Iterator[NamedCountry]:
    """Find the countries that `text` names in `language`; none where the CLDR does not know the language."""
    pattern, codes = _finder(language)
    for match in pattern.finditer(text):
        yield NamedCountry(codes[match["name"].casefold()], match.start(), match.end())


@cache
def _finder(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    codes = _names(language)
    spelt = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True)) or "(?!)"
    if language in _GLUED:
        return re.compile(f"(?P<name>{spelt})"), codes
    ending = r"(?:'?\w{0,4})" if language in _DECLINING else r"(?![^\W\d_])"
    return re.compile(rf"(?<![^\W\d_])(?P<name>{spelt}){ending}", re.IGNORECASE), codes


def _names(language: str) -> dict[str, str]:
    """Map names, or where they are declined what all their forms begin with, to codes."""
    try:
        territories = Locale(language).territories.items()
    except UnknownLocaleError:
        return {}
    names = {name.casefold(): code for code, name in territories if is_country(code)}
    also = {name: code for code, said in _ALSO.items() for name in said}
    if language not in _DECLINING:
        return {**names, **also}
    return {stem: code for name, code in {**names, **also}.items() if (stem := _stem(name))}


def _stem(name: str) -> str:
    """Cut a name's ending; "" for one that is too short to be told from other words."""
    stem = name[:-1] if name[-1] in _VOWELS and len(name) > _FEWEST_LETTERS else name
    return stem if len(stem) >= _FEWEST_LETTERS or name in ("сша", "çin", "abd") else ""
