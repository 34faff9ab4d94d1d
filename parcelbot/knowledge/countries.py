"""Name countries in English by their ISO 3166 codes (Unicode CLDR, by way of babel)."""

from __future__ import annotations

from functools import cache

from babel import Locale


def country_name(code: str) -> str:
    """Return the English name of an alpha-2 code; the code itself when it is not known, "" for ""."""
    return _territories().get(code, code)


@cache
def _territories() -> dict[str, str]:
    return dict(Locale("en").territories)
