"""Tell which placeholders a row can fill in the sentence it names."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable

from parcelbot.core.answering.tables import Row

#: Placeholders that need something of their row before they have a value.
_NEEDS: dict[str, Callable[[Row], bool]] = {
    "now_date": lambda _: True,
    "normal": lambda row: row.then.normal is not None,
    "normal_date": lambda row: row.then.normal is not None and row.then.wait_from != "now",
    "wait": lambda row: row.then.wait is not None,
    "wait_date": lambda row: row.then.wait is not None,
    "age": lambda row: asks_for(row, "age"),
    "idle": lambda row: _is_scanned(row),
    "last_scan_age": lambda row: _is_scanned(row),
    "last_scan_date": lambda row: _is_scanned(row),
    "status": lambda row: asks_for(row, "status"),
    "number": lambda row: asks_for(row, "lookup") or _is_scanned(row),
    "protection_days": lambda row: asks_for(row, "protection_days_left"),
    "protection_left": lambda row: asks_for(row, "protection_days_left"),
    "protection_act_day": lambda row: asks_for(row, "protection_days_left"),
    "neighbour": lambda row: asks_for(row, "whereabouts"),
    "last_scan_text": lambda row: _is_scanned(row),
    "last_scan_where": lambda row: _is_scanned(row),
    "plan_date": lambda row: _is_true(row, "plan_dated") or _is_true(row, "plan_in_time"),
    "signed_by": lambda row: _is_true(row, "signed"),
    "shop_fact": lambda row: _is_true(row, "shop_tells"),
    "carrier_now": lambda row: _is_true(row, "carrier_reachable") or _is_true(row, "carrier_changed"),
    "number_now": lambda row: _is_true(row, "carrier_reachable") or _is_true(row, "carrier_changed"),
    "carrier_contact": lambda row: _is_true(row, "carrier_reachable"),
    "pickup_place": lambda row: _is_true(row, "pickup_place_known"),
    "pickup_until": lambda row: _is_true(row, "pickup_until_known") or _is_true(row, "pickup_over"),
    "arrival": lambda row: _has_estimate(row),
    "arrival_from": lambda row: _has_estimate(row),
    "arrival_until": lambda row: _has_estimate(row),
    "needed_date": lambda row: (
        _is_true(row, "deadline_named") or asks_for(row, "arrival_in_time") or _is_true(row, "plan_in_time")
    ),
    "destination": lambda row: _is_true(row, "passing_through"),
    "home_post": lambda row: _is_true(row, "home_post_known"),
    "cause": lambda row: _cause_known(row),
    "cause_noted": lambda row: _cause_known(row),
    "cause_date": lambda row: _cause_known(row),
    "attempts": lambda row: asks_for(row, "attempts"),
    "story": lambda row: _is_true(row, "eventful"),
    "steps": lambda row: _is_scanned(row),
    "seller_message": lambda row: bool(row.then.seller_message),
}
#: Facts that only a scan can tell.
_TOLD_BY_A_SCAN = (
    *("idle", "meaning", "whereabouts", "demand", "contradicted", "code_overruled", "long_over"),
    *("cause", "cause_known", "attempts", "eventful"),
)


def placeholders_without_value(row: Row, texts: Iterable[str]) -> list[str]:
    """List the placeholders of `texts` that `row` has no value for, in order of their names."""
    return sorted(name for name in _placeholders(texts) if name not in _NEEDS or not _NEEDS[name](row))


def asks_for(row: Row, fact: str) -> bool:
    """Tell whether one of the row's conditions is about `fact`."""
    return any(condition.fact == fact for condition in row.conditions)


def _placeholders(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def _is_scanned(row: Row) -> bool:
    return _is_true(row, "scanned") or any(asks_for(row, fact) for fact in _TOLD_BY_A_SCAN)


def _has_estimate(row: Row) -> bool:
    told = _is_true(row, "arrival_known") or _is_true(row, "arrival_late")
    return told or asks_for(row, "arrival_source") or asks_for(row, "arrival_in_time")


def _cause_known(row: Row) -> bool:
    return _is_true(row, "cause_known") or asks_for(row, "cause")


def _is_true(row: Row, fact: str) -> bool:
    return any(c.fact == fact and c.values == (True,) for c in row.conditions)
