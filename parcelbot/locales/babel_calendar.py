"""Word dates, lists, plurals and countries in languages other than English, by the Unicode CLDR (babel)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from babel import Locale
from babel.dates import DateTimePattern, get_timezone_name, match_skeleton, parse_pattern
from babel.lists import format_list

from parcelbot.core.language import Conjunction
from parcelbot.core.wording import offset_words

_WITH_YEAR, _WITHOUT_YEAR = "yMMMMEd", "MMMMEd"
#: A short month ends with a full stop in many languages, and so would every sentence that ends with a date.
_SHORT_MONTH = re.compile(r"(?<!M)M{3}(?!M)")
#: "2026 г.": likewise.
_YEAR_SIGN = re.compile(r"\s*'[^']+'\.$")


class BabelCalendar:
    """The conventions of one of babel's locales. What is costly to find is found once."""

    def __init__(self, locale_name: str) -> None:
        self._locale = Locale.parse(locale_name)
        self._with_year, self._without_year = self._pattern(_WITH_YEAR), self._pattern(_WITHOUT_YEAR)

    def day(self, day: date, today: date) -> str:
        """Word a date with its weekday; the year is added when it is not this year's."""
        pattern = self._without_year if day.year == today.year else self._with_year
        return str(pattern.apply(day, self._locale))

    def first_day(self, first: date, last: date, today: date) -> str:  # noqa: ARG002
        """Word the first day of a span whole: how it may be shortened differs from language to language."""
        return self.day(first, today)

    def category(self, count: int) -> str:
        """Give the plural category of a whole number."""
        return str(self._locale.plural_form(count))

    def listed(self, items: Sequence[str], conjunction: Conjunction) -> str:
        """Join items with the language's commas and its "and" or "or"."""
        style: Literal["or", "standard"] = "or" if conjunction is Conjunction.OR else "standard"
        return str(format_list(list(items), style=style, locale=self._locale))

    def zone(self, moment: datetime) -> str:
        """Name the time zone of a moment by its letters, where people who speak this language use them."""
        if moment.utcoffset() == timedelta() and moment.tzname() == "UTC":
            return "UTC"
        name = get_timezone_name(moment, width="short", locale=self._locale)
        return name if name.isalpha() else offset_words(moment)

    def country(self, code: str) -> str:
        """Name a country."""
        return str(self._locale.territories.get(code, code))

    def language(self, code: str) -> str:
        """Name a language."""
        return str(self._locale.languages.get(code, code))

    def _pattern(self, skeleton: str) -> DateTimePattern:
        known = self._locale.datetime_skeletons
        found = known[match_skeleton(skeleton, known)].pattern
        return parse_pattern(_YEAR_SIGN.sub("", _SHORT_MONTH.sub("MMMM", found)))
