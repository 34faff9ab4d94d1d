"""Keep apart the checks that were said to be done from those that are only left out of the talk. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_ASSUMED = "assumed"


def with_assumed(claims: Mapping[str, Any], checks: Iterable[str], said: Iterable[str] = ()) -> Mapping[str, Any]:
    """Give the claims with checks that nobody said to have done, without those that are `said` now."""
    kept = [check for check in dict.fromkeys((*claims.get(_ASSUMED, ()), *checks)) if check not in set(said)]
    return {**claims, _ASSUMED: kept} if kept or _ASSUMED in claims else claims


def sure_checks(checks: Mapping[str, bool], claims: Mapping[str, Any]) -> dict[str, bool]:
    """Give the checks that the shopper said in so many words to have done or not, as a person is told of them."""
    return {name: answer for name, answer in checks.items() if name not in claims.get(_ASSUMED, ())}
