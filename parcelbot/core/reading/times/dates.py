"""Find the days a shopper names: "since last tuesday", "the 5th", "ordered 3rd Nov", "yesterday".

A day without a year, a month or a week lies in the past, unless the words before it point forward: shoppers tell what
has happened. The day that something is needed by lies ahead ("for a wedding on Saturday").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from parcelbot.core.reading.times.durations import Mention
from parcelbot.core.reading.times.time_roles import TimeRole, role_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_SAFE_MONTH = (
    r"january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jul|aug|sept?|oct"
    r"|nov|dec"
)
_WEEKDAY = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_FULL_WEEKDAY = r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|weds|thurs"
_LEAD = r"on|since|from|by|until|till|last|next|this|due|of|past|coming|before|after"
_YEAR = r"(?:,?\s*(?P<year>20\d\d))?"

_YESTERDAYS = (
    (re.compile(r"\b(?:the\s+)?day\s+before\s+yesterday\b", re.IGNORECASE), -2),
    (re.compile(r"\b(?:yesterday|yday|yest(?:er)?day|last\s+night)\b", re.IGNORECASE), -1),
    (re.compile(r"\b(?:today)\b", re.IGNORECASE), 0),
    (re.compile(r"\b(?:the\s+)?day\s+after\s+tomorrow\b", re.IGNORECASE), 2),
    (re.compile(r"\b(?:tomorrow|tmrw|tmw)\b", re.IGNORECASE), 1),
    (re.compile(r"\blast\s+week\b(?!\s*end)", re.IGNORECASE), -7),
)
_DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{_MONTH})\b\.?{_YEAR}", re.IGNORECASE
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|\s*(?:am|pm|days"
    rf"|weeks)\b){_YEAR}",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_NUMERIC = re.compile(
    r"(?P<lead>\b(?:on|since|from|dated?|by|until|till|ordered|placed|posted|sent|shipped|due|the)\s+)?"
    r"(?<![\d/.£$€#-])(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?:(?P=mark)(?P<year>(?:20)?\d\d))?(?![\d/%-]|\.\d)",
    re.IGNORECASE,
)
_WEEKDAY_NAMED = re.compile(
    rf"\b(?:(?P<lead>{_LEAD})\s+)?(?:(?P<full>{_FULL_WEEKDAY})|(?<=\s)(?P<short>{_WEEKDAY}))\b"
    r"(?P<after>\s+(?:of\s+)?(?:last|next)\s+week)?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b(?:(?:the|on|since|by|until|till|due)\s+)+(?P<day>\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(
    rf"\b(?:(?:in|since|from|last|until|back in|early|mid|late|end of|beginning of|start of)[\s-]+)"
    rf"(?:(?P<month>{_SAFE_MONTH})|(?<=since\s)(?P<risky>march|may))\b(?!\s+\d{{1,2}}\b){_YEAR}",
    re.IGNORECASE,
)

#: Text after an ordinal that is a day of the month: the end, a mark or a little word, never the thing it counts.
_NOT_COUNTED = re.compile(
    r"\s*(?:$|[.,;:!?)\n–-]|(?:and|but|of\s+(?:this|the|last)\s+month|it|its|it's|i|so|to|is|was|still|now|then"
    r"|nothing|no|from|when|at|in|or|the|my|has"
    r"|have|hasn't|since|with|till|until|for|already|that|yet|please|pls|you|we|they|there|as|because|by|which"
    r"|this)\b)",
    re.IGNORECASE,
)
_FEASTS = (
    (re.compile(r"\b(?:christmas(?: eve)?|xmas(?: eve)?)\b", re.IGNORECASE), 12, 24),
    (re.compile(r"\bnew year(?:'?s)?(?: eve)?\b", re.IGNORECASE), 12, 31),
    (re.compile(r"\bvalentine'?s(?: day)?\b", re.IGNORECASE), 2, 14),
    (re.compile(r"\bhall?oween\b", re.IGNORECASE), 10, 31),
)
_UP_TO = re.compile(r"\bwait(?:ing)?\b[^.!?]{0,20}\b(?:un)?till?\b[^.!?]{0,20}$")
_FORWARD = re.compile(r"\b(?:will|gonna|going to|'ll|next|coming)\b[^.!?]{0,40}$", re.IGNORECASE)


def find_dates(text: str, today: date) -> tuple[Mention, ...]:
    """Find the days named in `text` that are about the parcel, as ISO dates, in order; impossible ones are left out.

    Left out is also the day of a letter, a stay or an occasion.
    """
    found = _none_overlapping(_candidates(text, today, ahead=False))
    roles = ((mention, role_of(text, mention.start, mention.end)) for mention in found)
    return tuple(
        mention
        for mention, role in roles
        if role is TimeRole.PROMISED or (role is TimeRole.PARCEL and not _is_awaited(text, mention))
    )


def _is_awaited(text: str, mention: Mention) -> bool:
    """Tell whether a day is one up to which somebody waits: "I can wait till the 12th"."""
    return _UP_TO.search(f"{text[: mention.start]} {text[mention.start : mention.end]}".lower()) is not None


def find_deadlines(text: str, today: date) -> tuple[Mention, ...]:
    """Find the days, today or later, by which `text` says that the parcel is needed, as ISO dates, in order."""
    named = (*_candidates(text, today, ahead=True), *_feasts(text, today))
    return tuple(
        m
        for m in _none_overlapping(named)
        if m.value >= today.isoformat() and role_of(text, m.start, m.end) is TimeRole.NEEDED
    )


def find_days_ahead(text: str, today: date) -> tuple[Mention, ...]:
    """Find all days named in `text` that are today or later, whatever they are of, as ISO dates, in order."""
    named = (*_candidates(text, today, ahead=True), *_feasts(text, today))
    return tuple(mention for mention in _none_overlapping(named) if mention.value >= today.isoformat())


def _none_overlapping(mentions: Iterable[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _candidates(text: str, today: date, ahead: bool) -> Iterator[Mention]:
    """Give every reading of a day; `ahead`: a day without a year is the next one, not the last."""
    yield from _relative(text, today)
    yield from _written(text, today, ahead)
    yield from _numeric(text, today, ahead)
    yield from _weekdays(text, today, ahead)
    yield from _ordinals(text, today, ahead)
    yield from _months(text, today, ahead)


def _feasts(text: str, today: date) -> Iterator[Mention]:
    """Give the feasts that have the same date every year, the next one each."""
    for pattern, month, day in _FEASTS:
        for match in pattern.finditer(text):
            yield from _dated(match, None, month, day, _in_a_year(today))


def _relative(text: str, today: date) -> Iterator[Mention]:
    for pattern, days in _YESTERDAYS:
        for match in pattern.finditer(text):
            yield _mention(match, today + timedelta(days=days))


def _written(text: str, today: date, ahead: bool) -> Iterator[Mention]:
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for match in pattern.finditer(text):
            month = _MONTHS.index(match["month"][:3].lower()) + 1
            yield from _dated(match, match["year"], month, int(match["day"]), _limit(text, match, today, ahead))
    for match in _ISO.finditer(text):
        yield from _dated(match, match["year"], int(match["month"]), int(match["day"]), today)


def _numeric(text: str, today: date, ahead: bool) -> Iterator[Mention]:
    """Read "3/11" as 3 November or 11 March: the later of the two that is not in the future; `ahead` the next one."""
    for match in _NUMERIC.finditer(text):
        one, two = int(match["one"]), int(match["two"])
        if not (match["year"] or (match["lead"] and match["mark"] == "/")):
            continue
        limit = _in_a_year(today) if ahead else today
        readings = [_date(match["year"], month, day, limit) for day, month in ((one, two), (two, one))]
        days = [day for day in readings if day]
        past = [day for day in days if day <= today]
        if days:
            yield _mention(match, max(past) if past else min(days))


def _weekdays(text: str, today: date, ahead: bool) -> Iterator[Mention]:
    for match in _WEEKDAY_NAMED.finditer(text):
        if match["short"] and not match["lead"]:
            continue
        weekday = _WEEKDAYS.index((match["full"] or match["short"])[:3].lower())
        yield _mention(match, _on_weekday(text, match, weekday, today, ahead))


def _on_weekday(text: str, match: re.Match[str], weekday: int, today: date, ahead: bool) -> date:
    week = (match["after"] or "").lower()
    if week:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=weekday + (7 if "next" in week else -7))
    lead = (match["lead"] or "").lower()
    if (ahead and lead != "last") or lead in ("next", "coming") or _FORWARD.search(text, 0, match.start()):
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def _ordinals(text: str, today: date, ahead: bool) -> Iterator[Mention]:
    for match in _ORDINAL.finditer(text):
        if _NOT_COUNTED.match(text, match.end()):
            day = _day_of_month(int(match["day"]), today, ahead)
            if day:
                yield _mention(match, day)


def _months(text: str, today: date, ahead: bool) -> Iterator[Mention]:
    for match in _MONTH_ALONE.finditer(text):
        month = _MONTHS.index((match["month"] or match["risky"])[:3].lower()) + 1
        yield from _dated(match, match["year"], month, 1, _in_a_year(today) if ahead else today)


def _limit(text: str, match: re.Match[str], today: date, ahead: bool) -> date:
    """Return the last day a date without a year may mean: today, or in a year where the words point forward."""
    return _in_a_year(today) if ahead or _FORWARD.search(text, 0, match.start()) else today


def _in_a_year(today: date) -> date:
    return today + timedelta(days=364)


def _dated(match: re.Match[str], year: str | None, month: int, day: int, limit: date) -> Iterator[Mention]:
    found = _date(year, month, day, limit)
    if found:
        yield _mention(match, found)


def _date(year: str | None, month: int, day: int, limit: date) -> date | None:
    """Return the day; without a year the last one up to `limit`. None when there is no such day."""
    try:
        if year:
            return date(int(year) % 100 + 2000, month, day)
        this_year = date(limit.year, month, day)
        return this_year if this_year <= limit else date(limit.year - 1, month, day)
    except ValueError:
        return None


def _day_of_month(day: int, today: date, ahead: bool) -> date | None:
    """Return the latest `day`-th of a month up to `today`, or `ahead` the next one: within three months."""
    first = today.replace(day=1)
    for _ in range(3):
        found = _date(str(first.year), first.month, day, today)
        if found and (found >= today if ahead else found <= today):
            return found
        step = timedelta(days=32) if ahead else timedelta(days=-1)
        first = (first + step).replace(day=1)
    return None


def _mention(match: re.Match[str], day: date) -> Mention:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Mention(day.isoformat(), start, match.end())
