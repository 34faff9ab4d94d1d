"""Judge tracking numbers by our rows of `knowledge/numbers.yml`, then by the `tracking-numbers` library."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from tracking_numbers import DEFINITIONS

from parcelbot.core.reading.numbers import FoundNumber, Verdict, find, s10_valid

FORMATS_FILE = Path(__file__).parents[2] / "knowledge" / "numbers.yml"

#: Our rows know S10 by country; CDL's ten hexadecimal digits would match ordinary words.
_SKIPPED_COURIERS = frozenset({"s10", "cdl"})
_LIBRARY_CARRIERS = {"amazon": "amazon_logistics"}
_UNMISTAKABLE_DIGITS = 20
_USPS_PREFIX = re.compile(r"9[1-5](?:\d{18}|\d{20}|\d{24})")


@dataclass(frozen=True)
class NumberFormat:
    """Number format: one row of `knowledge/numbers.yml`."""

    id: str
    shape: re.Pattern[str]
    carrier: str = ""
    check: str = "none"
    by_country: Mapping[str, str] = field(default_factory=dict)

    def judge(self, value: str) -> Verdict | None:
        """Judge a normalised code; None when its shape is another."""
        if not self.shape.fullmatch(value):
            return None
        carrier = self.carrier or self.by_country.get(value[-2:], "")
        return Verdict(carrier, s10_valid(value) if self.check == "s10" else None)


class KnownFormats:
    """The `NumberFormats` of the running assistant: our rows first, then the library."""

    def __init__(self, rows: tuple[NumberFormat, ...]) -> None:
        self._rows = rows

    @lru_cache(maxsize=4096)  # noqa: B019 - one instance lives as long as the process
    def judge(self, value: str) -> Verdict | None:
        """Judge a normalised code; None when neither a row nor the library knows its shape."""
        for row in self._rows:
            if verdict := row.judge(value):
                return verdict
        return _judge_by_library(value)


def load_formats(path: Path = FORMATS_FILE) -> KnownFormats:
    """Read the rows of `path`; a missing file or a bad row raises OSError, KeyError or re.error."""
    rows = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)["formats"]
    return KnownFormats(tuple(_parse_row(row) for row in rows))


def telling_carrier(number: str, formats: KnownFormats) -> str:
    """Give the carrier (canonical id) that a number's shape leaves no doubt about; "" for all others.

    Short runs of digits are nobody's own: their check digits fit other carriers' numbers by chance.
    """
    verdict = formats.judge(number)
    told = verdict is not None and verdict.valid is not False
    return verdict.carrier if verdict and told and (not number.isdigit() or len(number) >= _UNMISTAKABLE_DIGITS) else ""


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Find the parcels, orders and phones a shopper names in `text`, in order of appearance; empty for none."""
    return _find(text)


@lru_cache(maxsize=1024)
def _find(text: str) -> tuple[FoundNumber, ...]:
    return find(text, _formats())


@cache
def _formats() -> KnownFormats:
    return load_formats()


def _parse_row(row: Mapping[str, Any]) -> NumberFormat:
    return NumberFormat(
        id=row["id"],
        shape=re.compile(row["shape"]),
        carrier=row.get("carrier", ""),
        check=row["check"],
        by_country=row.get("by_country", {}),
    )


def _judge_by_library(value: str) -> Verdict | None:
    """Ask the library for its verdict; a failed check counts only where the shape is unmistakable.

    One number in ten passes or fails a digit check by chance, so a bare run of digits that fails
    one is of no known format, not an invalid one.
    """
    failed = None
    for definition in DEFINITIONS:
        if definition.courier.code in _SKIPPED_COURIERS:
            continue
        passed = _test(definition, value)
        carrier = _LIBRARY_CARRIERS.get(definition.courier.code, definition.courier.code)
        if passed:
            return Verdict(carrier, True if definition.checksum_validator else None)
        if passed is False and (not value.isdigit() or _USPS_PREFIX.fullmatch(value)):
            failed = failed or Verdict(carrier, valid=False)
    return failed


def _test(definition: Any, value: str) -> bool | None:
    try:
        tested = definition.test(value)
    except ValueError:  # the library reads a letter as a check digit
        return False
    if tested is None:
        return None
    errors = {name for name, _ in tested.validation_errors}
    # Carriers add services faster than the library lists them: letters and a good check digit suffice.
    return not errors or (not value.isdigit() and "checksum" not in errors)
