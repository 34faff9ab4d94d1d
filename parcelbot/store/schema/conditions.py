"""Build SQL conditions: a text in a column of any kind, and more values than one statement takes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Text, cast
from sqlalchemy.sql.elements import ColumnElement

#: Databases limit how many values a statement may have.
_CHUNK = 500
_ESCAPE = "!"


def contains(column: Any, text: str) -> ColumnElement[bool]:
    """True where a text column contains `text`, whatever the case of its ASCII letters."""
    return _like(column, _literal(text))


def json_contains(column: Any, text: str) -> ColumnElement[bool]:
    """True where a JSON column contains `text` in one of its strings, whatever the case of its ASCII letters."""
    return _like(cast(column, Text), _literal(_in_json(text)))


def may_contain(column: Any, text: str) -> ColumnElement[bool]:
    """True where `text` may stand in a text or JSON column: wider than exact, as addresses are written with spaces."""
    parts = (_literal(_in_json(part)) for part in text.split("@"))
    return _like(cast(column, Text), "%@%".join(parts))


def chunks(values: Collection[str]) -> Iterator[list[str]]:
    """Split `values` into lists that fit into one statement each; none for no values."""
    every = list(values)
    return (every[start : start + _CHUNK] for start in range(0, len(every), _CHUNK))


def _like(column: Any, pattern: str) -> ColumnElement[bool]:
    return column.ilike(f"%{pattern}%", escape=_ESCAPE)


def _literal(text: str) -> str:
    """Escape the signs that LIKE would take for its own."""
    for sign in (_ESCAPE, "%", "_"):
        text = text.replace(sign, _ESCAPE + sign)
    return text


def _in_json(text: str) -> str:
    """Write `text` as JSON columns hold it, with everything beyond ASCII as \\uXXXX."""
    return json.dumps(text)[1:-1]
