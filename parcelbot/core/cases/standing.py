"""Hold a case as it stands: what is wrong, what is wished by now, what was told of it, and what is still asked. Pure.

Draft, read-back, ticket and what is said of a change are all drawn from it: there is one case, not several lists.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parcelbot.core.cases.account import (
    CaseAccount,
    with_right_parts,
    with_right_values,
    without_messages_changed_back,
)
from parcelbot.core.cases.shop_matters import ONLY_ASKED_FOR
from parcelbot.core.cases.titles import is_a_wish, speaks_of_an_exchange, wish_of
from parcelbot.core.cases.told_story import story
from parcelbot.core.questions import WISHES as WISHED
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import requests
from parcelbot.core.reading.facts.causes_told import causes_told, right_part, turned_to
from parcelbot.core.reading.facts.told_facts import (
    asked_questions,
    asks,
    open_questions,
    quotable,
    sentences_of,
    tells_something,
    told_facts,
    with_what_it_is_of,
)
from parcelbot.core.reading.given_numbers.put_right_values import (
    figures_put_right,
    gives_a_code,
    parts_put_right,
    values_put_right,
)
from parcelbot.core.reading.given_numbers.slips import figure_of_a_slip
from parcelbot.core.reading.orders.orders_beside import TO_CANCEL, orders_beside
from parcelbot.core.reading.orders.orders_named import orders_named
from parcelbot.core.reading.orders.short_replies import kept_order_number
from parcelbot.core.reading.text.plain_text import has_question_mark
from parcelbot.core.reading.wanted.wish_patterns import AN_EXCHANGE, RIGHT_ITEM, WISHES
from parcelbot.core.reading.wanted.wishes import most_telling, rulings

#: One turn draws the case before and after its message some ten times.
_CASES_KEPT = 256
_SENT_FOR_IT = (AN_EXCHANGE, "a replacement")


@dataclass(frozen=True)
class StandingCase:
    """A case as it stands.

    `problems` are the names of what is wrong, `never` of what is not, `wishes` of what is wished by the newest word,
    `out` of what was given up or refused, `refused` of what never was wished. `facts` are told in a line each, `noted`
    are the sentences that were kept for it, `asks` the questions that nobody has answered, `words` what tells the story
    and the newest wish; `also` is what was told besides.
    `put_right` names the values that take the place of others, which are among the facts.
    `story` is all that was told and noted, in the order in which it was said.
    `parcels` and `orders` belong to it besides its own, `kept` is an order that is to stay. `opening` is what it began
    with, in the shopper's words, where no problem names that; else "".
    """

    problems: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    parcels: tuple[str, ...] = ()
    kept: str = ""
    opening: str = ""
    story: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    put_right: tuple[str, ...] = ()

    @classmethod
    @lru_cache(maxsize=_CASES_KEPT)
    def of(cls, told: CaseAccount) -> StandingCase:
        """Draw the case from everything that was told for it; the same account is drawn once."""
        right = values_put_right(told.said, _own_numbers(told)) + figures_put_right(told.said)
        parts = parts_put_right(told.said)
        put_right = (*(f"{new}, not {old}" for old, new in right), *(part.words for part in parts))
        told = with_right_parts(told, parts)
        told = without_messages_changed_back(with_right_values(told, right))
        ruled, ever = _ruled(told)
        wishes = _wishes(told, ruled)
        denied = [wish for wish, stands in ruled.items() if not stands]
        refused = [wish for wish in denied if wish in ever or _is_refused(wish, told.said)]
        given_up = [wish_of(matter) for matter in told.ruled_out if matter in WISHED]
        out = tuple(wish for wish in dict.fromkeys((*refused, *given_up)) if wish not in wishes)
        parcels = tuple(note for note in told.notes if note in told.parcels and note != told.number)
        lines = [note for note in told.notes if note not in parcels]
        figures = {new for _, new in right}
        noted = _still_meant([one for one in sentences_of(lines) if _states(one, told.answered)], out, figures)
        telling = tuple(most_telling(told.said))
        opening = _opening(told, telling, out)
        told_all = story(told.said, noted, _still_meant(told_facts(told.said, ()), out, figures))
        asked = [one for one in _asks(told, lines) if one not in told_all and not _wishes_only(one, (*wishes, *out))]
        in_full = tuple(with_what_it_is_of(one, told.said) for one in asked)
        told_besides = tuple(line for line in told_all if not any(line in one for one in in_full))
        words = _words(telling, asked, out)
        return cls(
            problems=_problems(told, opening, out),
            wishes=wishes,
            out=out,
            refused=tuple(wish for wish in out if wish not in ever and wish not in given_up),
            never=tuple(matter for matter in told.ruled_out if matter not in WISHED),
            facts=(*_facts(told), *put_right),
            noted=noted,
            also=tuple(line for line in told_besides if not any(line.rstrip(" .;") in quoted for quoted in words)),
            asks=in_full,
            words=words,
            parcels=parcels,
            kept=next((kept for text in reversed(told.said) if (kept := kept_order_number(text))), ""),
            opening=opening,
            orders=told.others,
            put_right=put_right,
            story=told_besides,
        )


@dataclass(frozen=True)
class Revision:
    """The change that one message makes in a case: what it takes out, and what it wishes that was not wished before."""

    out: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @classmethod
    def between(cls, before: StandingCase, after: StandingCase) -> Revision:
        """Tell what has changed."""
        held = (*before.wishes, *before.problems)
        holds = (*after.wishes, *after.problems)
        return cls(
            tuple(name for name in held if name not in holds and name in (*after.out, *after.never)),
            tuple(wish for wish in after.wishes if wish not in before.wishes),
        )


def _ruled(told: CaseAccount) -> tuple[dict[str, bool], set[str]]:
    """Rule on every wish, message by message: the newest word counts; and list what was ever wished."""
    ruled: dict[str, bool] = {}
    ever: set[str] = set()
    for text in told.said:
        now = rulings(text, [wish for wish, stands in ruled.items() if stands])
        of_another = TO_CANCEL in orders_beside(text, told.order).values() and not _cancels(told)
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
    return ruled.get(TO_CANCEL, _cancels(told))


def _opening(told: CaseAccount, words: Sequence[str], out: Sequence[str]) -> str:
    """Give what a case began with where no matter names it: its occasion, else the sentence that tells most.

    What only wishes for something that was given up since stands for nothing.
    """
    if told.occasion or any(told.matters):
        # a question stands among those that are asked, a value put right among the facts: neither names a trouble
        begun = list(sentences_of([told.occasion]))
        only_asks = any(told.matters) and (all(map(asks, begun)) or any(map(figure_of_a_slip, begun)))
        return "" if only_asks or _wishes_only(told.occasion, out) else told.occasion
    telling = [one for one in sentences_of(words[:1]) if tells_something(one) and not _wishes_only(one, out)]
    stated = [one for one in telling if not asks(one)] or telling
    return max(stated, key=len, default="")


def _problems(told: CaseAccount, opening: str, out: Sequence[str]) -> tuple[str, ...]:
    """Name what is wrong; of a case that is nothing but a wish, the wish; of one that says nothing, the state."""
    problems = tuple(matter for matter in told.matters if matter and not is_a_wish(matter))
    wished = [matter for matter in told.matters if matter and wish_of(matter) not in out]
    if problems and ONLY_ASKED_FOR.issuperset(problems):
        # a wish leads a case that asks for a paper besides
        return (*(matter for matter in wished if matter not in problems), *problems)
    if problems or opening:
        return problems
    stands = told.state if told.state and not (is_a_wish(told.state) and wish_of(told.state) in out) else ""
    return tuple(wished[:1]) or tuple(filter(None, (stands,)))


def _wishes(told: CaseAccount, ruled: Mapping[str, bool]) -> tuple[str, ...]:
    """Name what is wished: by the words, then by the matters of the case; an exchange is one by its words only."""
    given_up = {wish_of(matter) for matter in told.ruled_out}
    of_words = [wish for wish, _ in WISHES if ruled.get(wish) and wish not in given_up]
    of_matters = [wish_of(matter) for matter in told.matters if is_a_wish(matter)]
    # whoever swaps one for the other has not wished for the same again
    by_words_only = {AN_EXCHANGE} | ({"a replacement"} if ruled.get(AN_EXCHANGE) else set())
    of_likeness = [wish for wish in of_matters if wish not in by_words_only or ruled.get(wish, wish == AN_EXCHANGE)]
    if ruled.get(AN_EXCHANGE) and ruled.get(TO_CANCEL) is False:
        of_likeness = [wish for wish in of_likeness if wish != TO_CANCEL]
    return tuple(dict.fromkeys([*of_words, *of_likeness]))


def _is_refused(wish: str, said: Sequence[str]) -> bool:
    """Tell whether a wish is named only to be refused."""
    pattern = next(pattern for name, pattern in WISHES if name == wish)
    return any(pattern.search(text) and rulings(text).get(wish) is False for text in said)


def _cancels(told: CaseAccount) -> bool:
    """Tell whether the case is a cancellation itself: then the order named last is its own."""
    return Question.CANCEL_ORDER.value in told.matters


def _facts(told: CaseAccount) -> tuple[str, ...]:
    """List what was told and stands in a line of its own."""
    said = told.said
    part, office = right_part(said), turned_to(said)
    beside = {} if _cancels(told) else dict(kv for text in said for kv in orders_beside(text, told.order).items())
    given = (
        f"right {part}" if part else "",
        *causes_told(said),
        f"asked: “{office}”" if office else "",
        *(f"order {order}: {known}" for order, known in beside.items()),
        *(f"also about order {order}" for order in _other_orders(told) if order not in beside),
    )
    return tuple(filter(None, given))


def _own_numbers(told: CaseAccount) -> tuple[str, ...]:
    """List the numbers of orders and parcels: two that are nearly alike are two, but for a slip of the own one."""
    named = [order for text in told.said for order in orders_named(text)]
    return (told.order, told.number, *told.parcels, *(order for order in named if not _is_a_slip(order, named, told)))


def _is_a_slip(order: str, named: Sequence[str], told: CaseAccount) -> bool:
    """Tell whether a number has the figures of the case's own order in another sequence, and was named before it."""
    if order in (told.order, *told.others) or told.order not in named:
        return False
    return sorted(order) == sorted(told.order) and named.index(order) < named.index(told.order)


def _other_orders(told: CaseAccount) -> list[str]:
    """List the orders that were named besides the case's own: none is pushed out by another."""
    named = dict.fromkeys((*told.others, *(order for text in told.said for order in orders_named(text))))
    unlike = {"", told.order, told.number, *told.parcels}
    likely = [order for order in named if order in told.others or len(order) == len(told.order)]
    return [order for order in likely if told.order and order not in unlike]


def _states(sentence: str, answered: Sequence[str]) -> bool:
    """Tell whether a sentence of a note tells or wishes something, or was answered and asks by its words only."""
    return not asks(sentence) or requests(sentence) or (sentence in answered and not has_question_mark(sentence))


def _still_meant(sentences: Sequence[str], out: Sequence[str], figures: Container[str]) -> tuple[str, ...]:
    """Leave out sentences that wish for nothing but what is wished no more, or that put one of the figures right."""
    kept = (one for one in dict.fromkeys(sentences) if not _wishes_only(one, out))
    # what is right stands in a line of its own
    return tuple(one for one in kept if figure_of_a_slip(one) not in figures)


def _wishes_only(sentence: str, out: Sequence[str]) -> bool:
    wished = [wish for wish, stands in rulings(sentence).items() if stands]
    return bool(wished) and all(wish in out for wish in wished)


def _words(telling: Sequence[str], asked: Sequence[str], out: Sequence[str]) -> tuple[str, ...]:
    """Quote what tells most, without what is asked elsewhere and what is wished no more."""
    gone = [one for one in sentences_of(telling) if one in asked or _wishes_only(one, out)]
    return tuple(filter(None, (quotable(text, gone) for text in telling))) or tuple(telling[:1])


def _asks(told: CaseAccount, lines: Sequence[str]) -> tuple[str, ...]:
    """List the questions that are still open: those left to a person, then those that had no answer."""
    left = open_questions(lines)
    noted = [one for one in sentences_of(lines) if requests(one)]
    asked = (*left, *asked_questions(told.said, (*left, *noted)))
    # what somebody is asked to do stays open, whatever was said of it
    numbers = (told.order, told.number, *told.parcels)
    return tuple(
        one for one in dict.fromkeys(asked) if one not in told.answered or requests(one) or gives_a_code(one, numbers)
    )
