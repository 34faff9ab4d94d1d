"""Load, lint and fill the agents' canned responses and macros of `knowledge/macros.yml`.

A macro is a text for the shopper with placeholders; with `then` it also sets the ticket's status and
priority and leaves a private note when the reply is sent.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.written_files import parsed

#: Placeholders a text may use, and the gap shown in the reply box where the ticket does not know the value.
PLACEHOLDERS: Mapping[str, str] = {
    "name": "[shopper's name]",
    "agent": "[your name]",
    "reference": "[reference]",
    "order_number": "[order number]",
    "tracking_number": "[tracking number]",
    "due": "[day and hour]",
}


class MacroInvalid(ValueError):
    """Error: a macro must not be offered to agents; the message names it and says why."""


@dataclass(frozen=True)
class Macro:
    """Prepared answer.

    `issues` are the questions it fits, () for any. `status`, `priority` and `note` are what sending
    it changes besides, None and "" for nothing.
    """

    id: str
    title: str
    text: str
    issues: tuple[str, ...] = ()
    status: TicketStatus | None = None
    priority: Priority | None = None
    note: str = ""

    def fits(self, issue: str) -> bool:
        """Tell whether it was written for this issue."""
        return issue in self.issues


def load_macros(folder: Path) -> tuple[Macro, ...]:
    """Read and lint `macros.yml` of the knowledge folder; OSError without it, BadFile or MacroInvalid for a bad one."""
    macros = parsed(folder / "macros.yml", lambda data: tuple(map(parse_macro, data["macros"])))
    findings = lint(macros)
    if findings:
        raise MacroInvalid("; ".join(findings))
    return macros


def parse_macro(data: Mapping[str, Any]) -> Macro:
    """Build one macro from its parsed YAML; KeyError or ValueError for what the schema forbids."""
    then = data.get("then") or {}
    return Macro(
        id=data["id"],
        title=data["title"],
        text=data["text"].strip(),
        issues=tuple(data.get("issues", ())),
        status=TicketStatus(then["status"]) if "status" in then else None,
        priority=Priority(then["priority"]) if "priority" in then else None,
        note=then.get("note", ""),
    )


def lint(macros: Iterable[Macro]) -> list[str]:
    """Return what is wrong, as sentences: unknown placeholders, braces that do not close, ids used twice."""
    findings: list[str] = []
    seen: set[str] = set()
    for macro in macros:
        if macro.id in seen:
            findings.append(f"{macro.id}: the id stands twice")
        seen.add(macro.id)
        findings += [f"{macro.id}: {problem}" for text in (macro.text, macro.note) for problem in _problems(text)]
    return findings


def fill(macro: Macro, values: Mapping[str, str]) -> Macro:
    """Return the macro with its placeholders replaced, in text and note; a missing value leaves a visible gap."""
    known = {name: values.get(name) or gap for name, gap in PLACEHOLDERS.items()}
    return replace(macro, text=macro.text.format_map(known), note=macro.note.format_map(known))


def gaps(text: str) -> tuple[str, ...]:
    """Return the gaps that `fill` left and nobody has filled since, in the order of PLACEHOLDERS."""
    return tuple(gap for gap in PLACEHOLDERS.values() if gap in text)


def _problems(text: str) -> list[str]:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        return [f"braces: {error}"]
    plain = {(name, spec, conversion) for _, name, spec, conversion in parts if name is not None}
    return [
        f"unknown placeholder {{{name}}}"
        for name, spec, conversion in sorted(plain, key=str)
        if name not in PLACEHOLDERS or spec or conversion
    ]
