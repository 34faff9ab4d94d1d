"""Find rows that are never reached: an earlier one applies whenever they do."""

from __future__ import annotations

from parcelbot.core.answering.tables import Comparison, Condition, Row
from parcelbot.core.cases.priority import PriorityRow
from parcelbot.core.parcel.windows import Window
from parcelbot.core.radar.rules import RadarRow


def always_with(early: Row | PriorityRow | RadarRow, late: Row | PriorityRow | RadarRow) -> bool:
    """Tell whether the `early` row applies whenever the `late` one does."""
    return all(any(_implies(given, wanted) for given in late.conditions) for wanted in early.conditions)


def _implies(given: Condition, wanted: Condition) -> bool:
    if given.fact != wanted.fact:
        return False
    if wanted.comparisons:
        return all(any(_tighter(g, w) for g in given.comparisons) for w in wanted.comparisons)
    return bool(given.values) and set(given.values) <= set(wanted.values)


def _tighter(given: Comparison, wanted: Comparison) -> bool:
    if given.operator != wanted.operator:
        return False
    one, other = _amount(given.bound), _amount(wanted.bound)
    comparable = one[1] == other[1]
    return comparable and (one[0] <= other[0] if given.operator.startswith("<") else one[0] >= other[0])


def _amount(bound: int | Window) -> tuple[int, str]:
    return (bound.amount, bound.unit.value) if isinstance(bound, Window) else (bound, "")
