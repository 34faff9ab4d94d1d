"""Gather what the knowledge linter checks: the files as written and as loaded, the wording, and the cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from parcelbot.core.answering.answers import decide
from parcelbot.core.answering.tables import HitPolicy, Row, Table, Tables, row_name
from parcelbot.core.cases.priority import PriorityRow
from parcelbot.core.radar.rules import RadarRow
from parcelbot.knowledge.cases import PriorityCase, TableCase, read_cases, read_priority_cases
from parcelbot.knowledge.lint_follow_ups import follow_up_ids
from parcelbot.knowledge.lint_next_messages import moment_ids
from parcelbot.knowledge.loading import NOTES, ROUTE, Knowledge, load_knowledge
from parcelbot.written_files import read_yaml

PRIORITIES = "priorities"
RADAR = "radar"
ENGLISH = "locales/en.yml"

_REFERENCE = re.compile(r"@(\w+)")
_FOLDERS = {
    "tables": "table",
    "tables/follow_ups": "table_part",
    "knowledge/follow_ups": "follow_ups",
    "knowledge/told": "told",
    "knowledge/next_messages": "next_messages",
    "statuses": "statuses",
    "wordings": "wording_language",
    "examples": "language_examples",
    "phrases": "language_phrases",
    "cases": "cases",
    PRIORITIES: "priority_cases",
    "parcel_states": "parcel_states",
}


@dataclass(frozen=True)
class Material:
    """A project's knowledge, raw (`files`, by path below the project) and loaded.

    Places are written `table/row`, `priorities/row`, `windows/name`, `places/id`, `statuses/provider`.
    """

    root: Path
    files: Mapping[str, Any]
    knowledge: Knowledge
    responses: Mapping[str, tuple[str, ...]]
    cases: tuple[TableCase, ...]
    priority_cases: tuple[PriorityCase, ...]

    def schema_of(self, path: str) -> Path:
        """Return the schema a file must follow, by its folder or its own name."""
        folder = Path(path).parent
        inner = "/".join(folder.parts[-2:])
        name = _FOLDERS.get(inner) or _FOLDERS.get(folder.name, Path(path).stem)
        return self.root / "knowledge" / "schemas" / f"{name}.schema.json"

    @property
    def tables(self) -> Tables:
        """The loaded tables."""
        return self.knowledge.tables

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """Every table, routing and remarks too."""
        return (self.tables.route, self.tables.notes, *self.tables.answers.values())

    @property
    def first_hits(self) -> Iterator[tuple[str, tuple[Row | PriorityRow | RadarRow, ...]]]:
        """Tables of which the first row that applies decides: their names and rows."""
        yield from ((table.name, table.rows) for table in self.all_tables if table.hit_policy is HitPolicy.FIRST)
        yield PRIORITIES, self.knowledge.priorities.rows
        yield RADAR, self.knowledge.radar.rows

    @property
    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row that answers, with its place."""
        return ((row_name(table.name, row.id), row) for table in self.all_tables for row in table.rows)

    @property
    def named_questions(self) -> Iterator[tuple[str, str]]:
        """The questions that rows and priorities ask for, each with its place."""
        rows = [(place, row.conditions) for place, row in self.rows]
        rows += [(row_name(PRIORITIES, row.id), row.conditions) for row in self.knowledge.priorities.rows]
        asked = ((place, c.values) for place, conditions in rows for c in conditions if c.fact == "question")
        return ((place, str(value)) for place, values in asked for value in values)

    @property
    def named_issues(self) -> Iterator[tuple[str, str]]:
        """The issues that macros are offered for, each with its place."""
        macros = self._file("macros")["macros"]
        return ((f"macros/{macro['id']}", issue) for macro in macros for issue in macro.get("issues", ()))

    @cached_property
    def raw_tables(self) -> dict[str, Any]:
        """Tables as written, with the rows of their parts, by table name."""
        below = {path: data for path, data in self.files.items() if Path(path).parent.name == "tables"}
        return {data["table"]: _whole_table(data, self._parts(path)) for path, data in below.items()}

    @property
    def sourced(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Everything that names a source: rows, windows, places."""
        for table, data in self.raw_tables.items():
            yield from ((row_name(table, row["id"]), row) for row in data["rows"])
        priorities = self._file(PRIORITIES)
        yield from ((row_name(PRIORITIES, row["id"]), row) for row in priorities["rows"])
        yield f"{PRIORITIES}/high_value", priorities["high_value"]
        yield from ((row_name(RADAR, row["id"]), row) for row in self._file(RADAR)["rows"])
        yield from ((f"windows/{name}", entry) for name, entry in self._file("windows")["windows"].items())
        yield from ((f"places/{place['id']}", place) for place in self._file("places")["places"])

    @cached_property
    def targets(self) -> frozenset[str]:
        """Every place that a fact may lead to."""
        vocabularies = {f"statuses/{name}" for name in self.knowledge.statuses}
        return frozenset({place for place, _ in self.sourced} | vocabularies)

    @property
    def ids(self) -> dict[str, list[str]]:
        """The ids that must be unique, by where they stand."""
        tables = {name: [row["id"] for row in data["rows"]] for name, data in self.raw_tables.items()}
        lists = {name: [entry["id"] for entry in self._file(name)[name]] for name in ("carriers", "topics", "places")}
        named: tuple[TableCase | PriorityCase, ...] = (*self.cases, *self.priority_cases)
        cases = {"cases": [f"{case.file}: {case.name}" for case in named]}
        slugs = [slug for carrier in self._file("carriers")["carriers"] for slug in carrier.get("aftership", ())]
        lists["carriers/aftership"] = slugs
        plain = {name: [row["id"] for row in self._file(name)["rows"]] for name in (PRIORITIES, RADAR)}
        lists["second questions"] = follow_up_ids(self.files)
        lists["moments"] = moment_ids(self.files)
        return {**tables, **lists, **cases, **plain, "coverage": [fact["id"] for fact in self.facts]}

    @property
    def contacts(self) -> dict[str, Any]:
        """The carriers' contacts as written, by carrier id."""
        contacts: dict[str, Any] = self._file("carrier_contacts")["contacts"]
        return contacts

    @property
    def sections(self) -> dict[str, list[str]]:
        """Sections by document."""
        return {name: entry["sections"] for name, entry in self._file("sources")["documents"].items()}

    @property
    def facts(self) -> list[dict[str, Any]]:
        """The facts of the documents."""
        facts: list[dict[str, Any]] = self._file("coverage")["facts"]
        return facts

    @property
    def windows(self) -> tuple[str, ...]:
        """The names of all windows and figures."""
        return tuple(self._file("windows")["windows"])

    @cached_property
    def windows_in_use(self) -> frozenset[str]:
        """The names that tables refer to as `@name`."""
        tables = (*self.raw_tables.values(), self._file(PRIORITIES))
        rows = (row for data in tables for row in data["rows"])
        values = (value for row in rows for part in ("when", "then") for value in row.get(part, {}).values())
        told = (*values, self._file(RADAR)["delivery_within"])
        return frozenset(name for value in told for name in _REFERENCE.findall(str(value)))

    @cached_property
    def reached(self) -> frozenset[str]:
        """The places that the cases reach when they are decided."""
        answers = {place for case in self.cases for place in self._reached_by(case)}
        return frozenset(answers | {row_name(PRIORITIES, self._priority_of(case)) for case in self.priority_cases})

    def _reached_by(self, case: TableCase) -> Iterator[str]:
        try:
            answer = decide(case.facts, self.tables)
        except LookupError:  # a table without a catch-all, which a rule of its own reports
            return
        yield answer.row_name
        yield row_name(ROUTE, self.tables.route.first(case.facts).id)
        yield from (row_name(NOTES, note.row) for note in answer.notes)

    def _priority_of(self, case: PriorityCase) -> str:
        try:
            return self.knowledge.priorities.decide(case.facts).id
        except LookupError:  # no catch-all: reported by the same rule
            return ""

    def _parts(self, table: str) -> list[Any]:
        folder = Path(table).with_suffix("")
        return [data for path, data in self.files.items() if Path(path).parent == folder]

    def _file(self, name: str) -> Any:
        return self.files[f"knowledge/{name}.yml"]


def read_material(root: Path) -> Material:
    """Read a project's knowledge, how shoppers write in other languages, the English sentences and the cases."""
    cases = root / "tests" / "cases"
    folders = (root / "knowledge", *(root / "locales" / name for name in ("examples", "phrases")), cases)
    paths = [path for folder in folders for path in sorted(folder.rglob("*.yml"))]
    knowledge = load_knowledge(root / "knowledge")
    return Material(
        root=root,
        files={path.relative_to(root).as_posix(): _plain(read_yaml(path)) for path in paths},
        knowledge=knowledge,
        responses=_responses(root),
        cases=read_cases(cases),
        priority_cases=read_priority_cases(cases / PRIORITIES, knowledge.priorities),
    )


def _responses(root: Path) -> dict[str, tuple[str, ...]]:
    sentences = read_yaml(root / ENGLISH)["responses"]
    return {name: tuple(variant["text"] for variant in variants) for name, variants in sentences.items()}


def _plain(value: Any) -> Any:
    """Turn YAML's dates back into the strings that were written, so that a JSON schema can judge them."""
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def _whole_table(own: Mapping[str, Any], parts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Put the rows of a table's parts, in their order, before its own."""
    return {**own, "rows": [*(row for part in parts for row in part["rows"]), *own["rows"]]}
