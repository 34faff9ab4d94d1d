"""Find spans of time and days in other languages, with one language's words. Pure.

A day without a year lies in the past, unless a word puts it ahead or the message says by when the parcel is needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from parcelbot.core.reading.codes.number_patterns import FOLD
from parcelbot.core.reading.times.durations import Mention

_DAYS_IN = {"d": 1, "w": 7, "m": 30, "y": 365}
_LONGEST_DAYS = 366
#: Scripts that set no blanks between words.
_GLUED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_REACH = 25
_DIGITS = {code: target for code, target in FOLD.items() if str(target).isdigit() and len(str(target)) == 1}
_FULL_WIDTH_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(?P<year>20\d\d)[-/.年]\s?)?(?P<one>\d{1,2})(?P<mark>[./月]|월\s?)(?P<two>\d{1,2})"
    r"(?:(?P<end>[./])(?P<after>(?:20)?\d\d)?|日|号|일)?(?![\d%])"
)


@dataclass(frozen=True)
class TimeWords:
    """Words of one language. `units` by h, d, bd, w, m, y; `amounts` and `spans` and `relative` by their words.

    `weekdays` are seven lists of forms, Monday first, `months` twelve.
    """

    units: Mapping[str, Sequence[str]]
    amounts: Mapping[str, float]
    spans: Mapping[str, str]
    relative: Mapping[str, int]
    weekdays: Sequence[Sequence[str]]
    months: Sequence[Sequence[str]]
    ahead: Sequence[str]
    needed: Sequence[str]

    def find_durations(self, text: str) -> tuple[Mention, ...]:
        """Find the spans in `text`, in order, none overlapping; of a range the longer end."""
        folded = _folded(text)
        spelt = (self._spelt(match) for match in self._duration.finditer(folded))
        alone = (Mention(self.spans[_key(match[0])], *match.span()) for match in self._alone.finditer(folded))
        return _apart([*(mention for mention in spelt if mention), *alone])

    def find_days(self, text: str, today: date) -> tuple[Mention, ...]:
        """Find the days named in `text`, as ISO dates, in order; impossible ones are left out."""
        folded = _folded(text)
        ahead = self.is_needed(text)
        found = (*self._counted(folded, today), *self._dated(folded, today, ahead), *self._named(folded, today, ahead))
        return _apart(found)

    def is_needed(self, text: str) -> bool:
        """Tell whether `text` says by when something is needed."""
        return self._needed.search(_folded(text)) is not None

    def _spelt(self, match: re.Match[str]) -> Mention | None:
        unit = next(name for name in self.units if match[name])
        written = _key(match["amount"])
        amount = self.amounts[written] if written in self.amounts else float(written.replace(",", "."))
        if unit in ("h", "bd"):
            return Mention(f"{int(amount)}{unit}", *match.span())
        days = amount * _DAYS_IN[unit]
        return Mention(f"{int(days)}d", *match.span()) if 0 < days <= _LONGEST_DAYS else None

    def _counted(self, text: str, today: date) -> Iterator[Mention]:
        for match in self._relative.finditer(text):
            yield Mention((today + timedelta(days=self.relative[_key(match[0])])).isoformat(), *match.span())

    def _dated(self, text: str, today: date, ahead: bool) -> Iterator[Mention]:
        for match in self._written.finditer(text):
            month = 1 + next(place for place, forms in enumerate(self.months) if _key(match["month"]) in forms)
            yield from _day(match, match["year"], month, int(match["day"]), today, ahead)
        for match in _NUMERIC.finditer(text):
            yield from _numeric(match, today, ahead)

    def _named(self, text: str, today: date, ahead: bool) -> Iterator[Mention]:
        for match in self._weekday.finditer(text):
            weekday = next(place for place, forms in enumerate(self.weekdays) if _key(match[0]) in forms)
            before = text[max(match.start() - _REACH, 0) : match.start()]
            if ahead or self._ahead.search(before) or self._ahead.match(text, match.end() + 1):
                day = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
            else:
                day = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
            yield Mention(day.isoformat(), *match.span())

    @cached_property
    def _duration(self) -> re.Pattern[str]:
        amount = rf"(?<![\d.,/-])\d{{1,3}}(?:[.,]5)?|{_one_of(self.amounts)}"
        # the longest first: "giorni lavorativi" before "giorni"
        names = sorted(self.units, key=lambda name: name != "bd")
        units = "|".join(f"(?P<{name}>{_one_of(self.units[name])})" for name in names)
        return re.compile(rf"(?P<amount>{amount})\s*(?:{units})", re.IGNORECASE)

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        return _any_of(self.spans)

    @cached_property
    def _relative(self) -> re.Pattern[str]:
        return _any_of(self.relative)

    @cached_property
    def _weekday(self) -> re.Pattern[str]:
        return _any_of([form for forms in self.weekdays for form in forms])

    @cached_property
    def _written(self) -> re.Pattern[str]:
        month = _one_of([form for forms in self.months for form in forms]) or "(?!)"
        return re.compile(
            rf"(?<![\d.,/-])(?P<day>\d{{1,2}})(?:\.|er|º|°|e|-го|-е)?\s*(?:de\s+|di\s+|d')?(?P<month>{month})\.?"
            r"(?:,?\s*(?:de\s+|del\s+)?(?P<year>20\d\d))?",
            re.IGNORECASE,
        )

    @cached_property
    def _ahead(self) -> re.Pattern[str]:
        return _any_of(self.ahead)

    @cached_property
    def _needed(self) -> re.Pattern[str]:
        return _any_of(self.needed)


def _numeric(match: re.Match[str], today: date, ahead: bool) -> Iterator[Mention]:
    """Read "3.12.", "03/12/2026", "12月3日"; a day and a month with nothing around may be anything."""
    one, two, by_month = int(match["one"]), int(match["two"]), match["mark"][0] in "月월" or bool(match["year"])
    if not (by_month or match["end"]):
        return
    month, day = (one, two) if by_month else (two, one)
    yield from _day(match, match["year"] or match["after"], month, day, today, ahead)


def _day(match: re.Match[str], year: str | None, month: int, day: int, today: date, ahead: bool) -> Iterator[Mention]:
    limit = today + timedelta(days=364) if ahead else today
    try:
        found = date(2000 + int(year) % 100, month, day) if year else date(limit.year, month, day)
        if not year and found > limit:
            found = found.replace(year=found.year - 1)
    except ValueError:
        return
    yield Mention(found.isoformat(), *match.span())


def _apart(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return tuple(found)


def _folded(text: str) -> str:
    """Write digits of every script as 0 to 9 and apostrophes straight, keeping the length."""
    return text.translate({**_DIGITS, **_FULL_WIDTH_DIGITS, ord("’"): "'"})


def _key(written: str) -> str:
    return " ".join(unicodedata.normalize("NFC", written).casefold().split())


def _any_of(words: Mapping[str, object] | Sequence[str]) -> re.Pattern[str]:
    return re.compile(_one_of(words) if words else r"(?!)", re.IGNORECASE)


def _one_of(words: Mapping[str, object] | Sequence[str]) -> str:
    """Join words into one pattern, the longest first; a word stands alone where its script sets blanks."""
    return "|".join(_spelt(word) for word in sorted(words, key=len, reverse=True))


def _spelt(word: str) -> str:
    spelt = re.escape(word).replace(r"\ ", r"\s+")
    return spelt if _GLUED.search(word) else rf"(?<![^\W\d_]){spelt}(?![^\W\d_])"
