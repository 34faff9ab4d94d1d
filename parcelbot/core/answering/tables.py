"""Evaluate decision tables: rows of conditions over facts, tried from the top. The YAML is read elsewhere.

The condition language, shared by every table in `knowledge/tables/` (its README shows it by example):
a scalar means equal, a list means any of, of a fact that is a set that one of them is in it, a string
that begins with a comparator compares with a number or a window, and several comparisons joined
by commas must all hold. `@name` stands for the window of that name. A fact that is not known (None)
satisfies no condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.parcel.windows import Window, counted_from

Windows = Mapping[str, Window]

#: Silences a row can ask for, and the fact that tells when each began.
ANCHORS = {"idle": "last_scan_at", "age": "issued_at"}

_COMPARISON = re.compile(r"(<=|>=|<|>)\s*(\S+)")


class HitPolicy(str, Enum):
    """Hit policy in DMN's terms: `first` gives the first row that applies, `collect` all of them."""

    FIRST = "first"
    COLLECT = "collect"


class Escalate(str, Enum):
    """Hand-over to a person: none, offered to the shopper, or at once."""

    NONE = "none"
    OFFER = "offer"
    NOW = "now"


class Urgency(str, Enum):
    """Seriousness of a row's situation, calmest first."""

    CALM = "calm"
    WATCH = "watch"
    ACT = "act"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 for calm to 3 for urgent."""
        return list(Urgency).index(self)


@dataclass(frozen=True)
class Comparison:
    """Comparison of a fact by `operator` with a number or, for a silence, with a window."""

    operator: str
    bound: int | Window

    def holds(self, fact: str, facts: object) -> bool:
        """Tell whether the fact is known and stands in this relation to the bound."""
        if isinstance(self.bound, Window):
            return isinstance(facts, Facts) and self._silence_holds(getattr(facts, ANCHORS[fact]), facts)
        value = getattr(facts, fact)
        return value is not None and _compare(self.operator, value, self.bound)

    def _silence_holds(self, anchor: datetime | None, facts: Facts) -> bool:
        if anchor is None or not isinstance(self.bound, Window):
            return False
        due = self.bound.due(counted_from(anchor, facts.now.tzinfo), facts.calendar)
        return _compare(self.operator, facts.now, due)


@dataclass(frozen=True)
class Condition:
    """Requirement on one fact: it is any of `values`, or meets all `comparisons`."""

    fact: str
    values: tuple[object, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    def holds(self, facts: object) -> bool:
        """Tell whether `facts`, an object with the fact as attribute, meets the condition; unknown facts never do."""
        if self.comparisons:
            return all(c.holds(self.fact, facts) for c in self.comparisons)
        value = getattr(facts, self.fact)
        if isinstance(value, frozenset):
            return any(one in value for one in self.values)
        return (value.value if isinstance(value, Enum) else value) in self.values


@dataclass(frozen=True)
class Source:
    """Origin of a row: a FAQ document of `knowledge/README.md` and its section."""

    document: str
    section: str


@dataclass(frozen=True)
class Then:
    """Decision of a row. Responses are names in `locales/en.yml`; "" where a row has none.

    `wait` runs from `wait_from` (a fact: `last_scan_at`, `issued_at` or `now`); `normal` ends where
    the table stops calling the silence normal. `table` is set in the routing table only; `explains` marks
    a note that only explains a silence and is left out when the answer asks for action. `invites` is the answer that
    the response asks for, if any. `watches` marks a row whose response promises to write when there is news.
    """

    response: str = ""
    table: str = ""
    escalate: Escalate = Escalate.NONE
    urgency: Urgency = Urgency.CALM
    wait: Window | None = None
    wait_from: str = "now"
    normal: Window | None = None
    after: str = ""
    seller_message: str = ""
    checklist: str = ""
    explains: bool = False
    invites: Asked | None = None
    watches: bool = False


def row_name(table: str, row_id: str) -> str:
    """Name a row as "table/row", as the journal, tickets and the linter have it."""
    return f"{table}/{row_id}"


def table_of(named_row: str) -> str:
    """Give the table of a "table/row"; "" for no row."""
    return named_row.partition("/")[0]


@dataclass(frozen=True)
class Rule:
    """Line of whatever table: it applies when all conditions hold; none at all makes it a catch-all."""

    id: str
    conditions: tuple[Condition, ...]
    source: Source
    basis: str
    reviewed: date

    def applies(self, facts: object) -> bool:
        """Tell whether every condition holds."""
        return all(c.holds(facts) for c in self.conditions)


AnyRule = TypeVar("AnyRule", bound=Rule)


def first_that_applies(rules: Iterable[AnyRule], facts: object, table: str) -> AnyRule:
    """Find the first rule that applies; LookupError when none does (the linter demands a catch-all)."""
    rule = next((rule for rule in rules if rule.applies(facts)), None)
    if rule is None:
        raise LookupError(f"{table}: no row is for these facts")
    return rule


@dataclass(frozen=True)
class Row(Rule):
    """Line of a decision table."""

    then: Then


@dataclass(frozen=True)
class Table:
    """Rows under one name and one hit policy."""

    name: str
    hit_policy: HitPolicy
    rows: tuple[Row, ...]
    description: str = ""

    def first(self, facts: Facts) -> Row:
        """Return the first row that applies; LookupError when none does (the linter demands a catch-all)."""
        return first_that_applies(self.rows, facts, f"table {self.name}")

    def hits(self, facts: Facts) -> Iterator[Row]:
        """Return every row that applies, from the top."""
        return (row for row in self.rows if row.applies(facts))


@dataclass(frozen=True)
class Tables:
    """All decision tables: `route` names the table that answers, `notes` adds remarks to any answer."""

    route: Table
    notes: Table
    answers: Mapping[str, Table] = field(default_factory=dict)


def parse_table(data: Mapping[str, Any], windows: Windows) -> Table:
    """Build a table from its parsed YAML; a bad window, name or value raises ValueError or KeyError."""
    return Table(
        name=data["table"],
        hit_policy=HitPolicy(data["hit_policy"]),
        description=data.get("description", ""),
        rows=tuple(parse_row(row, windows) for row in data["rows"]),
    )


def parse_row(data: Mapping[str, Any], windows: Windows) -> Row:
    """Build one row from its parsed YAML."""
    return Row(then=_parse_then(data["then"], windows), **rule_fields(data, windows))


def rule_fields(data: Mapping[str, Any], windows: Windows) -> dict[str, Any]:
    """Read from a line's parsed YAML what every `Rule` has."""
    when = data.get("when") or {}
    return {
        "id": data["id"],
        "conditions": tuple(parse_condition(fact, spec, windows) for fact, spec in when.items()),
        "source": Source(**data["source"]),
        "basis": data["basis"],
        "reviewed": data["reviewed"],
    }


def parse_condition(fact: str, spec: object, windows: Windows) -> Condition:
    """Read one entry of a row's `when`."""
    if isinstance(spec, str) and _COMPARISON.match(spec):
        return Condition(fact, comparisons=tuple(_parse_comparison(c, windows) for c in spec.split(",")))
    return Condition(fact, values=tuple(spec) if isinstance(spec, list) else (spec,))


def _parse_comparison(text: str, windows: Windows) -> Comparison:
    match = _COMPARISON.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a comparison: {text!r}")
    bound = int(match[2]) if match[2].isdigit() else _parse_window(match[2], windows)
    return Comparison(match[1], bound)


def _parse_window(text: str, windows: Windows) -> Window:
    return windows[text[1:]] if text.startswith("@") else Window.parse(text)


def _parse_then(data: Mapping[str, Any], windows: Windows) -> Then:
    fields: dict[str, Any] = dict(data)
    for name in ("wait", "normal"):
        if name in fields:
            fields[name] = _parse_window(fields[name], windows)
    fields["escalate"] = Escalate(fields.get("escalate", "none"))
    fields["urgency"] = Urgency(fields.get("urgency", "calm"))
    if "invites" in fields:
        fields["invites"] = Asked(fields["invites"])
    return Then(**fields)


def _compare(operator: str, left: Any, right: Any) -> bool:
    return bool({"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[operator])
