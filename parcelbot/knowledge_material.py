"""What the knowledge linter looks at: the files as written and as loaded, the wording, and the cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from parcelbot.core.answers import decide
from parcelbot.core.tables import Row, Table, Tables
from parcelbot.knowledge import NOTES, ROUTE, Knowledge, load_knowledge, read_yaml
from parcelbot.knowledge_cases import Case, read_cases

_REFERENCE = re.compile(r"@(\w+)")
_FOLDERS = {"tables": "table", "statuses": "statuses", "cases": "cases"}


@dataclass(frozen=True)
class Material:
    """A project's knowledge, raw (`files`, by path below the project) and loaded.

    Places are written `table/row`, `windows/name`, `places/id`, `statuses/provider`.
    """

    root: Path
    files: Mapping[str, Any]
    knowledge: Knowledge
    responses: Mapping[str, tuple[str, ...]]
    cases: tuple[Case, ...]

    def schema_of(self, path: str) -> Path:
        """The schema a file must follow, by its folder or its own name."""
        parts = Path(path)
        name = _FOLDERS.get(parts.parent.name, parts.stem)
        return self.root / "knowledge" / "schemas" / f"{name}.schema.json"

    @property
    def tables(self) -> Tables:
        """The loaded tables."""
        return self.knowledge.tables

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """Routing and remarks too."""
        return (self.tables.route, self.tables.notes, *self.tables.answers.values())

    @property
    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row with its place."""
        return ((f"{table.name}/{row.id}", row) for table in self.all_tables for row in table.rows)

    @cached_property
    def raw_tables(self) -> dict[str, Any]:
        """Table files by table name."""
        below = {path: data for path, data in self.files.items() if Path(path).parent.name == "tables"}
        return {data["table"]: data for data in below.values()}

    @property
    def sourced(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Everything that names a source: rows, windows, places."""
        for table, data in self.raw_tables.items():
            yield from ((f"{table}/{row['id']}", row) for row in data["rows"])
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
        cases = {"cases": [f"{case.file}: {case.name}" for case in self.cases]}
        return {**tables, **lists, **cases, "coverage": [fact["id"] for fact in self.facts]}

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
    def windows_for_tables(self) -> tuple[str, ...]:
        """Named windows and figures that tables should use; `used_by` excuses the others."""
        windows = self._file("windows")["windows"]
        return tuple(name for name, entry in windows.items() if "used_by" not in entry)

    @cached_property
    def windows_in_use(self) -> frozenset[str]:
        """The names that tables refer to as `@name`."""
        rows = (row for data in self.raw_tables.values() for row in data["rows"])
        values = (value for row in rows for part in ("when", "then") for value in row.get(part, {}).values())
        return frozenset(name for value in values for name in _REFERENCE.findall(str(value)))

    @cached_property
    def reached(self) -> frozenset[str]:
        """The places that the cases reach when they are decided."""
        return frozenset(place for case in self.cases for place in self._reached_by(case))

    def _reached_by(self, case: Case) -> Iterator[str]:
        try:
            answer = decide(case.facts, self.tables)
        except LookupError:  # a table without a catch-all, which a rule of its own reports
            return
        yield f"{answer.table}/{answer.row.id}"
        yield f"{ROUTE}/{self.tables.route.first(case.facts).id}"
        yield from (f"{NOTES}/{note.row}" for note in answer.notes)

    def _file(self, name: str) -> Any:
        return self.files[f"knowledge/{name}.yml"]


def read_material(root: Path) -> Material:
    """Read a project's knowledge, its domain wording (every `domain*.yml`) and its cases."""
    paths = sorted((root / "knowledge").rglob("*.yml")) + sorted((root / "tests" / "cases").glob("*.yml"))
    return Material(
        root=root,
        files={path.relative_to(root).as_posix(): _plain(read_yaml(path)) for path in paths},
        knowledge=load_knowledge(root / "knowledge"),
        responses=_responses(root),
        cases=read_cases(root / "tests" / "cases"),
    )


def _responses(root: Path) -> dict[str, tuple[str, ...]]:
    wordings: dict[str, tuple[str, ...]] = {}
    for path in sorted(root.glob("domain*.yml")):
        for name, variants in (read_yaml(path).get("responses") or {}).items():
            wordings[name] = tuple(variant.get("text", "") for variant in variants)
    return wordings


def _plain(value: Any) -> Any:
    """YAML's dates as the strings that were written, so that a JSON schema can judge them."""
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, date | datetime) else value
