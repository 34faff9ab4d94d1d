"""Whose number a message gives: nothing is looked up by another customer's."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.dialogue.cases.own_order import of_the_own_order


def kept(text: str, order: str, memory: Memory) -> str:
    return of_the_own_order(Heard("provide_details", text, order_number=order), memory, has_case=False).order_number


def test_a_number_on_the_slip_of_anothers_goods_is_not_the_own_one() -> None:
    told = Memory(order_number="7401", claims={"told": ["anothers_goods"]})
    assert kept("her order number is LN-7402", "LN-7402", told) == ""
    assert kept("on the slip it says order LN-7402", "LN-7402", told) == ""
    assert kept("on the slip it says order LN-7402", "LN-7402", Memory()) == "LN-7402"
    assert kept("my order is LN-7402", "LN-7402", told) == "LN-7402"
