"""Read the cases of `tests/cases/`, which a support lead can review, as facts to decide on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateutil.parser import isoparse

from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.open_matters import Matter
from parcelbot.core.answering.tables import Urgency
from parcelbot.core.cases.priority import CaseFacts, Priorities
from parcelbot.core.cases.tickets import Priority
from parcelbot.core.parcel.arrival import Arrival, ArrivalSource
from parcelbot.core.parcel.incidents import Incident, IncidentKind
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.scan_wordings import Demand, Whereabouts
from parcelbot.core.parcel.shipment import LookupOutcome, Stage, Status, Substatus, WantedDetail
from parcelbot.core.questions import Question
from parcelbot.core.reading.danger.hazard_kinds import HazardKind
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.before_buying import BeforeBuying
from parcelbot.knowledge.holidays import calendar_for
from parcelbot.knowledge.loading import read_shop
from parcelbot.written_files import read_yaml

_ENUMS = {
    "question": Question,
    "asked_status": Status,
    "asked_substatus": Substatus,
    "lookup": LookupOutcome,
    "wanted": WantedDetail,
    "status": Status,
    "substatus": Substatus,
    "stage": Stage,
    "whereabouts": Whereabouts,
    "demand": Demand,
    "sales_channel": SalesChannel,
    "urgency": Urgency,
    "matter": Matter,
    "hazard": HazardKind,
    "before_buying": BeforeBuying,
    "just_told": Told,
}
_UNITS = {"h": "hours", "d": "days"}
#: Names a case writes besides those of facts.
_SPANS = {"idle": "last_scan_at", "age": "issued_at"}
_MOMENTS = {"last_scan": "last_scan_at", "issued": "issued_at"}
_ROUTE = ("now", "origin", "destination")
#: A plan whose day is of no matter.
_DATED = "plan_dated"


@dataclass(frozen=True)
class Expected:
    """Decision that a case expects; None where it expects nothing. `no_wait` demands that nothing is promised."""

    table: str
    row: str | None
    route: str | None
    notes: tuple[str, ...] | None
    wait_until: date | None
    no_wait: bool
    escalate: str | None


@dataclass(frozen=True)
class TableCase:
    """Reviewed case of the tables: its sentence, the facts it stands for and what is expected."""

    name: str
    file: str
    facts: Facts
    expected: Expected


@dataclass(frozen=True)
class PriorityCase:
    """Reviewed case of the priorities with the row, priority and working hours that are expected."""

    name: str
    file: str
    facts: CaseFacts
    row: str
    priority: Priority
    first_response: timedelta


def read_cases(folder: Path) -> tuple[TableCase, ...]:
    """Read all cases of a folder; a fact or value that does not exist raises KeyError, TypeError or ValueError."""
    return tuple(case for path in sorted(folder.glob("*.yml")) for case in _cases(path))


def read_priority_cases(folder: Path, priorities: Priorities) -> tuple[PriorityCase, ...]:
    """Read the cases of the priorities; raises as `read_cases` does."""
    paths = sorted(folder.glob("*.yml"))
    return tuple(_priority_case(path, data, priorities) for path in paths for data in read_yaml(path)["cases"])


def case_facts_of(given: Mapping[str, Any], priorities: Priorities) -> CaseFacts:
    """Read the facts of one `given`; `order_value: 310.00 USD` becomes the fact whether that is high."""
    known = {field.name for field in fields(CaseFacts)}
    _refuse_unknown(set(given) - known - {"order_value"})
    read = {name: _ENUMS[name](value) if name in _ENUMS else value for name, value in given.items() if name in known}
    worth = {"high_value": priorities.is_high_value(given["order_value"])} if "order_value" in given else {}
    return CaseFacts(**{**read, **worth})


def facts_of(given: Mapping[str, Any]) -> Facts:
    """Read the facts of one `given`: `idle: 24d` counts back from `now`, `last_scan:` is a moment itself."""
    now = _moment(given["now"])
    known = {field.name for field in fields(Facts)}
    plain = {name: value for name, value in given.items() if name in known and name != "now"}
    read = {name: _fact(name, value) for name, value in plain.items()}
    _refuse_unknown(set(given) - known - {*_SPANS, *_MOMENTS, *_ROUTE, _DATED})
    if given.get(_DATED):
        read["plan_day"] = now.date()
    lookup = {} if "lookup" in given or "status" not in given else {"lookup": LookupOutcome.FOUND}
    calendar = calendar_for(given.get("origin", ""), given.get("destination", ""), _years(now))
    return Facts(now=now, calendar=calendar, **{**lookup, **read, **_anchors(given, now)})


def _fact(name: str, value: Any) -> Any:
    if name == "arrival":
        return Arrival(value["earliest"], value["latest"], ArrivalSource(value["source"]))
    if name == "incidents":
        return tuple(map(_incident, value))
    if name == "explained_by":
        return _incident(value)
    if name == "shop":
        return read_shop(value)
    if name == "told":
        return frozenset(map(Told, [value] if isinstance(value, str) else value))
    return _ENUMS[name](value) if name in _ENUMS else value


def _incident(value: Mapping[str, Any]) -> Incident:
    return Incident(IncidentKind(value["kind"]), _moment(value["at"]), value.get("words", ""), value.get("place", ""))


def _cases(path: Path) -> list[TableCase]:
    data = read_yaml(path)
    shared = data.get("given", {})
    return [
        TableCase(
            name=case["name"],
            file=path.name,
            facts=facts_of({**shared, **case["given"]}),
            expected=_expected({"table": data.get("table"), **case["expect"]}),
        )
        for case in data["cases"]
    ]


def _priority_case(path: Path, data: Mapping[str, Any], priorities: Priorities) -> PriorityCase:
    expected = data["expect"]
    return PriorityCase(
        name=data["name"],
        file=f"{path.parent.name}/{path.name}",
        facts=case_facts_of(data["given"], priorities),
        row=expected["row"],
        priority=Priority(expected["priority"]),
        first_response=timedelta(hours=expected["first_response_hours"]),
    )


def _expected(data: Mapping[str, Any]) -> Expected:
    wait = data.get("wait_until")
    return Expected(
        table=data["table"],
        row=data.get("row"),
        route=data.get("route"),
        notes=tuple(data["notes"]) if "notes" in data else None,
        wait_until=wait,
        no_wait="wait_until" in data and wait is None,
        escalate=data.get("escalate"),
    )


def _anchors(given: Mapping[str, Any], now: datetime) -> dict[str, datetime]:
    spans = {fact: now - _span(given[name]) for name, fact in _SPANS.items() if name in given}
    return spans | {fact: _moment(given[name]) for name, fact in _MOMENTS.items() if name in given}


def _span(text: str) -> timedelta:
    return timedelta(**{_UNITS[text[-1]]: int(text[:-1])})


def _moment(value: str | datetime) -> datetime:
    return value if isinstance(value, datetime) else isoparse(value)


def _years(now: datetime) -> range:
    return range(now.year - 1, now.year + 2)


def _refuse_unknown(names: set[str]) -> None:
    if names:
        raise KeyError(f"no such fact: {', '.join(sorted(names))}")
