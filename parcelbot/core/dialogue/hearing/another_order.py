"""Take a message that names another order than the one talked of for a question about that one. Pure."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.parcel.orders import is_same_order
from parcelbot.core.reading.cases.case_words import puts_right
from parcelbot.core.reading.orders.which_one import names_the_other


def names_another(heard: Heard, memory: Memory, asked: Asked | None) -> bool:
    """Tell whether the order number of a message is none that we asked for, and not the one of the order talked of."""
    gives_ours = asked is not None and (asked is Asked.PARCEL or asked.about_a_case)
    if not heard.order_number or heard.numbers or heard.text.startswith("/") or gives_ours:
        return False
    if not memory.order_number:
        return bool(memory.parcel) and names_the_other(heard.text, heard.says)
    return not (is_same_order(heard.order_number, memory.order_number) or puts_right(heard.text, heard.says))
