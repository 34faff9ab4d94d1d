"""Name countries in English by their ISO 3166 codes (Unicode CLDR, by way of babel)."""

from __future__ import annotations

from functools import cache

from babel import Locale

#: Two letters that CLDR gives to groups of countries and to nobody.
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def country_name(code: str) -> str:
    """Return the English name of an alpha-2 code; the code itself when it is not known, "" for ""."""
    return _territories().get(code, code)


def is_country(code: str) -> bool:
    """Tell whether `code` is the alpha-2 code of a country."""
    return code in _territories() and len(code) == 2 and code not in _NO_COUNTRIES


@cache
def _territories() -> dict[str, str]:
    return dict(Locale("en").territories)
