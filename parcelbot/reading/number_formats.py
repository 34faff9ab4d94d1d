"""Judge tracking numbers by our rows of `knowledge/numbers.yml`, then by the `tracking-numbers` library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tracking_numbers import DEFINITIONS

from parcelbot.core.reading.codes.check_digits import fedex_34_valid, fedex_valid, gs1_valid, luhn_valid, s10_valid
from parcelbot.core.reading.codes.payments import without_payments
from parcelbot.core.reading.given_numbers.number_types import FoundNumber, Verdict
from parcelbot.core.reading.given_numbers.numbers import find
from parcelbot.core.reading.given_numbers.parcels_not_cards import speaks_for
from parcelbot.reading.carrier_names import CarrierNames, load_carrier_names
from parcelbot.written_files import parsed

FORMATS_FILE = Path(__file__).parents[2] / "knowledge" / "numbers.yml"

#: Our rows know S10 by country; CDL's ten hexadecimal digits would match ordinary words.
_SKIPPED_COURIERS = frozenset({"s10", "cdl"})
_LIBRARY_CARRIERS = {"amazon": "amazon_logistics"}
_UNMISTAKABLE_DIGITS = 20
#: The only numbers without letters that nobody but one carrier makes.
_USPS_SHAPE = re.compile(r"9[1-5](?:\d{20}|\d{24})")
#: Checks that a number of the row's shape passes or is none of the row's: digits alone prove nothing when they fail.
_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "luhn": luhn_valid,
    "gs1": gs1_valid,
    "fedex": fedex_valid,
    "fedex_34": fedex_34_valid,
}


@dataclass(frozen=True)
class NumberFormat:
    """Number format: one row of `knowledge/numbers.yml`."""

    id: str
    shape: re.Pattern[str]
    carrier: str = ""
    check: str = "none"
    by_country: Mapping[str, str] = field(default_factory=dict)
    letters: str = ""
    digits: re.Pattern[str] | None = None

    def judge(self, value: str) -> Verdict | None:
        """Judge a normalised code; None when its shape is another."""
        if not self.shape.fullmatch(value):
            return None
        if self.check == "s10":
            return self._judge_postal(value)
        if self.check == "none":
            return Verdict(self.carrier)
        return Verdict(self.carrier, valid=True) if _CHECKS[self.check](value) else None

    def complete(self, digits: str) -> str:
        """Give the code that digits are without its letters; "" where they may be anything."""
        return f"{self.letters}{digits}" if self.digits and self.digits.fullmatch(digits) else ""

    def _judge_postal(self, value: str) -> Verdict | None:
        """Judge a postal number; a failed check digit counts only where the last letters name a post."""
        carrier, valid = self.by_country.get(value[-2:], ""), s10_valid(value)
        return Verdict(carrier, valid) if valid or carrier else None


class KnownFormats:
    """The `NumberFormats` of the running assistant: our rows first, then the library."""

    def __init__(
        self, rows: tuple[NumberFormat, ...], names: CarrierNames, other_orders: tuple[re.Pattern[str], ...]
    ) -> None:
        self._rows = rows
        self._names = names
        self._other_orders = other_orders

    @lru_cache(maxsize=4096)  # noqa: B019 - one instance lives as long as the process
    def judge(self, value: str) -> Verdict | None:
        """Judge a normalised code; None when neither a row nor the library knows its shape.

        Where rows of two carriers fit, the carrier stays open.
        """
        verdicts = [verdict for row in self._rows if (verdict := row.judge(value))]
        if not verdicts:
            return _judge_by_library(value)
        best = next((verdict for verdict in verdicts if verdict.valid), verdicts[0])
        rivals = {verdict.carrier for verdict in verdicts if verdict.valid == best.valid and value.isdigit()}
        return Verdict("", best.valid) if len(rivals) > 1 else best

    def completed(self, digits: str) -> str:
        """Give the one code that digits are without its letters; "" where no row, or more than one, knows them."""
        codes = {code for row in self._rows if (code := row.complete(digits))}
        return codes.pop() if len(codes) == 1 else ""

    def carrier_beside(self, before: str, after: str) -> str:
        """Name the carrier that stands directly before or after a number; "" for none."""
        return self._names.beside(before, after)

    def names_carrier(self, text: str) -> bool:
        """Tell whether `text` names a carrier anywhere."""
        return self._names.named_in(text)

    def without_carriers(self, text: str) -> str:
        """Give `text` with every carrier's name blanked out."""
        return self._names.blanked(text)

    def other_orders(self, text: str) -> Iterator[tuple[int, int]]:
        """Find where `text` holds an order number in another shop's style."""
        return (match.span() for pattern in self._other_orders for match in pattern.finditer(text))


def load_formats(path: Path = FORMATS_FILE) -> KnownFormats:
    """Read the rows of `path` and the carriers beside it; a missing file or a bad row raises OSError or BadFile."""
    names = load_carrier_names(path.with_name("carriers.yml"))
    return parsed(path, lambda data: _known(data, names))


def _known(data: Mapping[str, Any], names: CarrierNames) -> KnownFormats:
    rows, orders = map(_parse_row, data["formats"]), map(_parse_order, data["other_orders"])
    return KnownFormats(tuple(rows), names, tuple(orders))


def telling_carrier(number: str, formats: KnownFormats) -> str:
    """Give the carrier (canonical id) that a number's shape leaves no doubt about; "" for all others.

    Short runs of digits are nobody's own: their check digits fit other carriers' numbers by chance.
    """
    verdict = formats.judge(number)
    told = verdict is not None and verdict.valid is not False
    return verdict.carrier if verdict and told and (not number.isdigit() or len(number) >= _UNMISTAKABLE_DIGITS) else ""


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Find the parcels, orders, phones and payment numbers a shopper names in `text`, in order; empty for none."""
    return _find(text)


def without_payment_numbers(text: str) -> str:
    """Hide the card and bank account numbers of `text`; nothing of the text is remembered."""
    return without_payments(text, speaks_for(_formats()))


def without_carriers(text: str) -> str:
    """Give `text` with every carrier's name blanked out."""
    return _formats().without_carriers(text)


@lru_cache(maxsize=1024)
def _find(text: str) -> tuple[FoundNumber, ...]:
    return find(text, _formats())


@cache
def _formats() -> KnownFormats:
    return load_formats()


def _parse_row(row: Mapping[str, Any]) -> NumberFormat:
    bare = row.get("without_letters", {})
    return NumberFormat(
        id=row["id"],
        letters=bare.get("letters", ""),
        digits=re.compile(bare["shape"]) if bare else None,
        shape=re.compile(row["shape"]),
        carrier=row.get("carrier", ""),
        check=row["check"],
        by_country=row.get("by_country", {}),
    )


def _parse_order(row: Mapping[str, Any]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{row['shape']})(?![\w-])", re.IGNORECASE | re.ASCII)


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
        if passed is False and (not value.isdigit() or _USPS_SHAPE.fullmatch(value)):
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
