"""Tell the numbers and orders of a case apart: its own, a slip of it, those that stand beside it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.questions import Question
from parcelbot.core.reading.given_numbers.put_right_values import side_by_side
from parcelbot.core.reading.orders.orders_named import orders_named


def cancels(told: CaseAccount) -> bool:
    """Tell whether the case is a cancellation itself: then the order named last is its own."""
    return Question.CANCEL_ORDER.value in told.matters


def own_numbers(told: CaseAccount) -> tuple[str, ...]:
    """List the numbers of orders and parcels: two that are nearly alike are two, but for a slip of the own one."""
    named = [order for text in told.said for order in orders_named(text)]
    orders = (order for order in named if not _is_a_slip(order, named, told))
    return (told.order, told.number, *told.parcels, *told.others, *orders, *side_by_side(told.said))


def _is_a_slip(order: str, named: Sequence[str], told: CaseAccount) -> bool:
    """Tell whether a number has the figures of the case's own order in another sequence, and was named before it."""
    if order in (told.order, *told.others) or told.order not in named:
        return False
    return sorted(order) == sorted(told.order) and named.index(order) < named.index(told.order)


def other_orders(told: CaseAccount) -> list[str]:
    """List the orders that were named besides the case's own: none is pushed out by another."""
    said = [order for text in told.said for order in orders_named(text)]
    named = dict.fromkeys((*told.others, *(order for order in said if not _is_a_slip(order, said, told))))
    unlike = {"", told.order, told.number, *told.parcels}
    likely = [order for order in named if order in told.others or len(order) == len(told.order)]
    return [order for order in likely if told.order and order not in unlike]
