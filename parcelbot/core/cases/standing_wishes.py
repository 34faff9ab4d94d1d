"""Rule on what is wished of a case: by the newest word, and by its matters. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.orders_told import cancels
from parcelbot.core.cases.titles import EXCHANGE, is_a_wish, speaks_of_an_exchange, wish_of
from parcelbot.core.cases.told_titles import unmeant
from parcelbot.core.questions import GOODS, Question
from parcelbot.core.reading.orders.orders_beside import TO_CANCEL, orders_beside
from parcelbot.core.reading.wanted.wish_patterns import AN_EXCHANGE, RIGHT_ITEM, WISHES
from parcelbot.core.reading.wanted.wishes import rulings

_OF_THE_ADDRESS = frozenset(
    {
        Question.ATTEMPT_CONTESTED,
        Question.CHANGE_ADDRESS,
        Question.CHECK_ADDRESS,
        Question.DELIVERY_ATTEMPT_FAILED,
        Question.DELIVERY_WISH,
        Question.WRONG_DESTINATION,
    }
)
_SENT_FOR_IT = (AN_EXCHANGE, "a replacement")


def rule(told: CaseAccount) -> tuple[dict[str, bool], set[str]]:
    """Rule on every wish, message by message: the newest word counts; and list what was ever wished."""
    ruled: dict[str, bool] = {}
    ever: set[str] = set()
    for text in told.said:
        now = rulings(text, [wish for wish, stands in ruled.items() if stands])
        of_another = TO_CANCEL in orders_beside(text, told.order).values() and not cancels(told)
        now = _of_an_exchange(text, now, ever)
        ruled.update({wish: stands for wish, stands in now.items() if not (of_another and wish == TO_CANCEL)})
        if now.get(TO_CANCEL) and not of_another:
            # of an order that is called off nothing else is sent
            ruled.update({wish: False for wish in _SENT_FOR_IT if ruled.get(wish) and not now.get(wish)})
        if now.get(AN_EXCHANGE) and not now.get(TO_CANCEL) and _cancelled(told, ruled):
            ruled[TO_CANCEL] = False
            ever.add(TO_CANCEL)
        ever.update(wish for wish, stands in ruled.items() if stands)
    return ruled, ever


def _of_an_exchange(text: str, now: dict[str, bool], ever: Collection[str]) -> dict[str, bool]:
    """Take a thing that is named instead of something else for the exchange that was wished before."""
    names_it = now.get(RIGHT_ITEM) and AN_EXCHANGE in ever and not speaks_of_an_exchange(text)
    return {**now, RIGHT_ITEM: False, AN_EXCHANGE: True} if names_it else now


def _cancelled(told: CaseAccount, ruled: Mapping[str, bool]) -> bool:
    """Tell whether the order was called off: by the words, or as what the case is about."""
    return ruled.get(TO_CANCEL, cancels(told))


def standing_wishes(told: CaseAccount, ruled: Mapping[str, bool]) -> tuple[str, ...]:
    """Name what is wished: by the words, then by the matters of the case; an exchange is one by its words only."""
    unhad = {wish_of(matter) for matter in (*told.ruled_out, *unmeant(told.matters))}
    # "can you change it?" of an address swaps no goods
    unhad |= {AN_EXCHANGE} if _OF_THE_ADDRESS.intersection(told.matters) and not _is_of_goods(told) else set()
    of_words = [wish for wish, _ in WISHES if ruled.get(wish)]
    of_matters = [wish_of(matter) for matter in told.matters if is_a_wish(matter)]
    # whoever swaps one for the other has not wished for the same again
    by_words_only = {AN_EXCHANGE} | ({"a replacement"} if ruled.get(AN_EXCHANGE) else set())
    of_likeness = [wish for wish in of_matters if wish not in by_words_only or ruled.get(wish, wish == AN_EXCHANGE)]
    if ruled.get(AN_EXCHANGE) and ruled.get(TO_CANCEL) is False:
        of_likeness = [wish for wish in of_likeness if wish != TO_CANCEL]
    return tuple(wish for wish in dict.fromkeys([*of_words, *of_likeness]) if wish not in unhad)


def _is_of_goods(told: CaseAccount) -> bool:
    return any(matter in GOODS or matter in (EXCHANGE, Question.RETURN_ITEM) for matter in told.matters)


def is_refused(wish: str, said: Sequence[str]) -> bool:
    """Tell whether a wish is named only to be refused."""
    pattern = next(pattern for name, pattern in WISHES if name == wish)
    return any(pattern.search(text) and rulings(text).get(wish) is False for text in said)


def wishes_only(sentence: str, out: Collection[str]) -> bool:
    """Tell whether a sentence wishes for nothing but what is wished no more."""
    wished = [wish for wish, stands in rulings(sentence).items() if stands]
    return bool(wished) and all(wish in out for wish in wished)
