"""Explain why the assistant said what it said: the row of the tables and the document behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parcelbot.core.answering.tables import Row, Tables

#: What an answer names as its table when the system itself says how a hand-over stands.
HANDOVER = "handover"

_BASIS = {"faq": "The document says so.", "judgement": "Our own judgement, no document gives it."}


@dataclass(frozen=True)
class AnswerReason:
    """One decision: `rule` names row and table, `source` document and section, `basis` whose word it is.

    `source` and `basis` are "" for what the system says about a hand-over and for rows that are gone.
    """

    rule: str
    source: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Reasons:
    """Reads decisions. `titles` are the documents' names by their ids."""

    tables: Tables
    titles: Mapping[str, str]

    def of(self, answer: Mapping[str, Any] | None) -> AnswerReason | None:
        """Give the reason of a message's `answer`; None for a message that decided nothing."""
        if not answer or not answer.get("row"):
            return None
        table, row = str(answer.get("table", "")), str(answer["row"])
        if table == HANDOVER:
            return AnswerReason(f"Told by the system: {_plain(row)}")
        return self._decided(table, row, str(answer.get("source", "")))

    def of_row(self, place: str) -> AnswerReason | None:
        """Give the reason of a ticket's "table/row"; None for ""."""
        table, _, row = place.partition("/")
        return self.of({"table": table, "row": row})

    def _decided(self, table: str, row: str, source: str) -> AnswerReason:
        rule = f"Row “{_plain(row)}” of the table “{_plain(table)}”"
        known = self._row(table, row)
        if known is not None:
            return AnswerReason(rule, self._source(known.source.document, known.source.section), _BASIS[known.basis])
        document, _, section = source.partition(": ")
        return AnswerReason(rule, self._source(document, section) if document else "")

    def _row(self, table: str, row: str) -> Row | None:
        rows = self.tables.answers[table].rows if table in self.tables.answers else ()
        return next((known for known in rows if known.id == row), None)

    def _source(self, document: str, section: str) -> str:
        title = self.titles.get(document, document)
        return f"{title}, section “{section}”" if section else title


def _plain(name: str) -> str:
    return name.replace("_", " ")
