"""Hand tables out as CSV files that spreadsheets open and do not run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response

#: A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(name: str, rows: Iterable[Sequence[object]]) -> Response:
    """Build the answer that downloads `rows` as a file of this name."""
    text = io.StringIO()
    csv.writer(text).writerows([[_cell(value) for value in row] for row in rows])
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text.getvalue(), mimetype="text/csv", headers=headers)


def _cell(value: object) -> object:
    """Keep text that others wrote from being taken for a formula; numbers stay what they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
