"""Speak one language: its sentences, and its words for days, spans, moments, counts, countries and statuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.parcel.windows import Unit, Window
from parcelbot.core.reading.text.phrases import folded
from parcelbot.core.sentence_marks import SentenceMark
from parcelbot.core.shopper_clock import ShopperClock
from parcelbot.core.turn_facts import TurnFact
from parcelbot.core.wording import day_words, elapsed, first_day_words, list_words, zone_words

#: The language of everything that is not said in another one, and that all others are translated from.
ENGLISH = "en"

#: Turkish has two letters i, and the one with a dot keeps it.
_CAPITALS = {("tr", "i"): "İ"}

_COUNTED = {Unit.HOURS: "hours", Unit.DAYS: "days", Unit.BUSINESS_DAYS: "business_days"}


@dataclass(frozen=True)
class Button:
    """Answer that is offered for a tap: its title and the command it stands for."""

    title: str
    payload: str


@dataclass(frozen=True)
class ResponseText:
    """One text of a response, with the buttons below it, and what it tells in every language.

    `marks` are what each of its sentences asks for or holds out; () where none does, or they are not those of English.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    tells: frozenset[TurnFact] = frozenset()
    marks: tuple[frozenset[SentenceMark], ...] = ()


Phrasebook = Mapping[str, Sequence[ResponseText]]


class Conjunction(str, Enum):
    """The word before the last item of a list."""

    AND = "and"
    OR = "or"


class Calendar(Protocol):
    """The conventions of a language for dates, lists, plurals and countries."""

    def day(self, day: date, today: date) -> str:
        """Word a date with its weekday; the year is added when it is not this year's."""

    def first_day(self, first: date, last: date, today: date) -> str:
        """Word the first day of a span, as it stands before its last day."""

    def category(self, count: int) -> str:
        """Give the plural category (CLDR) of a whole number: zero, one, two, few, many or other."""

    def listed(self, items: Sequence[str], conjunction: Conjunction) -> str:
        """Join items; "" for none."""

    def zone(self, moment: datetime) -> str:
        """Name the time zone of a moment, as short as it is known: "CET", "UTC+4"."""

    def country(self, code: str) -> str:
        """Name a country by its ISO 3166 code; the code itself when it is not known, "" for ""."""

    def language(self, code: str) -> str:
        """Name a language by its ISO 639-1 code; the code itself when it is not known."""


@dataclass(frozen=True)
class Language:
    """Everything said in one language.

    `plurals` are the forms of the nouns we count, by category, with `{count}`. `status_words` are keyed by status,
    `status/substatus` or `meaning/id`; `topics` and `places` by id; `shop` by the English of what the owner tells;
    `widget` by the path of a word; `prepared` are agents' answers by id, as far as there are any. `titles` are the
    commands of buttons by their titles, folded.
    """

    code: str
    calendar: Calendar
    book: Phrasebook
    plurals: Mapping[str, Mapping[str, str]]
    status_words: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    shop: Mapping[str, str] = field(default_factory=dict)
    widget: Mapping[str, str] = field(default_factory=dict)
    prepared: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    right_to_left: bool = False

    def pressed(self, text: str) -> str:
        """Give the command of the button whose title somebody typed instead of pressing it; "" for other words."""
        return self.titles.get(folded(text), "")

    def text(self, response: str) -> str:
        """Give the first text of a response, to stand inside another one; "" for none."""
        texts = self.book.get(response) or ()
        return texts[0].text if texts else ""

    def worded(self, response: str, **words: str) -> str:
        """Give the first text of a response with its placeholders filled in."""
        return self.text(response).format_map(words)

    def status_word(self, status: Status, substatus: Substatus = Substatus.NONE, meaning: str = "") -> str:
        """Return what a shopper reads for a status, as precise as the words allow; `meaning` is what the scan says."""
        keys = (f"meaning/{meaning}", f"{status.value}/{substatus.value}", status.value)
        return next(self.status_words[key] for key in keys if key in self.status_words)

    def substatus_word(self, substatus: Substatus) -> str:
        """Return the words for a sub-status, whatever its status; "" for one without words of its own."""
        return next((words for key, words in self.status_words.items() if key.endswith(f"/{substatus.value}")), "")

    def opening(self, text: str) -> str:
        """Begin a text with a capital, so that it can stand by itself."""
        first = text[:1]
        return _CAPITALS.get((self.code, first), first.upper()) + text[1:]

    def counted(self, noun: str, count: int) -> str:
        """Word a count of hours, days or business days: "1 day", "2 days"."""
        forms = self.plurals[noun]
        return forms.get(self.calendar.category(count), forms["other"]).format(count=count)

    def day(self, day: date | None, today: date) -> str:
        """Word a date as "Thu 3 December"; "" for none."""
        return self.calendar.day(day, today) if day else ""

    def days(self, first: date, last: date, today: date) -> str:
        """Word a span of days as "Tue 1 to Fri 4 December", one day as `day` does."""
        return self._between("utter_word_days", first, last, today) if first != last else self.day(first, today)

    def expected(self, first: date, last: date, today: date) -> str:
        """Word when something is expected: "on Tue 1 December", "between Tue 1 and Fri 4 December"."""
        if first == last:
            return self.worded("utter_word_arrival_on", day=self.day(first, today))
        return self._between("utter_word_arrival_between", first, last, today)

    def moment(self, moment: datetime, clock: ShopperClock) -> str:
        """Word a promised moment by the shopper's clock, for what is read on other days too.

        "Thu 3 December, 17:00 your time", and "Thu 3 December, 17:00 CET" where the clock is not known to be theirs.
        """
        local = moment.astimezone(clock.now.tzinfo)
        zone = self.text("utter_word_your_time") if clock.own else self.calendar.zone(local)
        day = self.day(local.date(), clock.now.date())
        return self.worded("utter_word_moment", day=day, time=f"{local:%H:%M}", zone=zone)

    def moment_said(self, moment: datetime, clock: ShopperClock) -> str:
        """Word a moment for what is read at once: "17:00 today" on that day by the shopper's own clock."""
        local = moment.astimezone(clock.now.tzinfo)
        if clock.own and local.date() == clock.now.date():
            return self.worded("utter_word_moment_today", time=f"{local:%H:%M}")
        return self.moment(moment, clock)

    def window(self, window: Window | None) -> str:
        """Word a window as "48 hours" or "7 business days"; "" for none."""
        return self.counted(_COUNTED[window.unit], window.amount) if window else ""

    def windows(self, shorter: Window, longer: Window) -> str:
        """Word two windows of one unit as a range, "5–8 business days"; one that is no longer as the first alone."""
        if longer.amount <= shorter.amount:
            return self.window(shorter)
        return self.window(longer).replace(str(longer.amount), f"{shorter.amount}–{longer.amount}", 1)

    def span(self, start: datetime, now: datetime) -> str:
        """Word how long something has lasted: "less than an hour", "5 hours", "9 days"; never negative."""
        passed = elapsed(start, now)
        return self.counted(f"{passed[1]}s", passed[0]) if passed else self.text("utter_word_less_than_an_hour")

    def ago(self, start: datetime, now: datetime) -> str:
        """Word how long ago something was: "9 days ago", "within the last hour"."""
        passed = elapsed(start, now)
        return self.counted(f"{passed[1]}s_ago", passed[0]) if passed else self.text("utter_word_within_the_last_hour")

    def _between(self, response: str, first: date, last: date, today: date) -> str:
        opening = self.calendar.first_day(first, last, today)
        return self.worded(response, first=opening, last=self.day(last, today))


class EnglishCalendar:
    """English conventions; `countries` and `languages` name them by their codes."""

    def __init__(self, countries: Mapping[str, str], languages: Mapping[str, str]) -> None:
        self._countries = countries
        self._languages = languages

    def day(self, day: date, today: date) -> str:
        """Word a date as "Thu 3 December"."""
        return day_words(day, today)

    def first_day(self, first: date, last: date, today: date) -> str:
        """Word the first day of a span: "Tue 1" before "Fri 4 December"."""
        return first_day_words(first, last, today)

    def category(self, count: int) -> str:
        """Give "one" or "other"."""
        return "one" if count == 1 else "other"

    def listed(self, items: Sequence[str], conjunction: Conjunction) -> str:
        """Join items as "a", "a and b", "a, b and c"."""
        return list_words(items, conjunction.value)

    def zone(self, moment: datetime) -> str:
        """Name the time zone of a moment."""
        return zone_words(moment)

    def country(self, code: str) -> str:
        """Name a country."""
        return self._countries.get(code, code)

    def language(self, code: str) -> str:
        """Name a language."""
        return self._languages.get(code, code)
