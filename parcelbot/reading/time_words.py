"""Put one language's words for times together: our tables, and the CLDR's months and days of the week (babel)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from babel import Locale

from parcelbot.core.reading.times import time_tables as tables
from parcelbot.core.reading.times.other_times import TimeWords

_Value = TypeVar("_Value")

#: Months are numbers there: "12月".
_COUNTED_MONTHS = frozenset({"ja", "zh", "ko"})
_FEWEST_LETTERS = 3


@cache
def time_words(language: str) -> TimeWords | None:
    """Give the words of `language`; None for one that has no tables."""
    if language not in tables.UNITS:
        return None
    return TimeWords(
        units={unit: _words(forms) for unit, forms in tables.UNITS[language].items()},
        amounts=_amounts(language),
        spans=_keyed(tables.SPANS.get(language, {})),
        relative=_keyed(tables.RELATIVE[language]),
        weekdays=_weekdays(language),
        months=() if language in _COUNTED_MONTHS else _months(language),
        ahead=_words(tables.AHEAD[language]),
        needed=_words(tables.NEEDED[language]),
    )


def _words(forms: str) -> tuple[str, ...]:
    return tuple(form.replace("_", " ").casefold() for form in forms.split())


def _keyed(words: Mapping[str, _Value]) -> dict[str, _Value]:
    return {word.replace("_", " ").casefold(): value for word, value in words.items()}


def _amounts(language: str) -> dict[str, float]:
    entries = tables.AMOUNTS[language].split(",")
    forms = ((form, worth) for entry, worth in zip(entries, tables.WORTH, strict=True) for form in entry.split("/"))
    return {form.replace("_", " ").casefold(): worth for form, worth in forms if form}


def _weekdays(language: str) -> tuple[tuple[str, ...], ...]:
    own = tables.WEEKDAYS.get(language, "," * 6).split(",")
    named = Locale(language).days
    cldr = [[named[context]["wide"][day] for context in ("format", "stand-alone")] for day in range(7)]
    return tuple(_forms([*names, *forms.split("/")]) for names, forms in zip(cldr, own, strict=True))


def _months(language: str) -> tuple[tuple[str, ...], ...]:
    named = Locale(language).months
    kinds = [(context, width) for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    return tuple(_forms([named[context][width][month] for context, width in kinds]) for month in range(1, 13))


def _forms(names: list[str]) -> tuple[str, ...]:
    plain = (name.casefold().rstrip(".") for name in names)
    return tuple(dict.fromkeys(name for name in plain if len(name) >= _FEWEST_LETTERS or not name.isascii()))
