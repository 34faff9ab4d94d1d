"""Hold a case as it stands: what is wrong, what is wished by now, what was told of it, and what is still asked. Pure.

Draft, read-back, ticket and what is said of a change are all drawn from it: there is one case, not several lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from parcelbot.core.cases.account import (
    CaseAccount,
    with_right_fields,
    without_messages_changed_back,
)
from parcelbot.core.cases.account import (
    put_right as with_right,
)
from parcelbot.core.cases.fact_lines import NEW_ADDRESS, FactLine, fact_lines, stands_in, with_sentences
from parcelbot.core.cases.orders_told import cancels, other_orders, own_numbers
from parcelbot.core.cases.shop_matters import ONLY_ASKED_FOR
from parcelbot.core.cases.standing_wishes import is_refused, rule, standing_wishes, wishes_only
from parcelbot.core.cases.titles import is_a_wish, wish_of
from parcelbot.core.cases.told_story import story
from parcelbot.core.cases.where_to import new_address
from parcelbot.core.questions import WISHES as WISHED
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
from parcelbot.core.reading.orders.orders_beside import orders_beside
from parcelbot.core.reading.orders.short_replies import kept_order_number
from parcelbot.core.reading.text.plain_text import has_question_mark
from parcelbot.core.reading.wanted.wishes import most_telling

#: One turn draws the case before and after its message some ten times.
_CASES_KEPT = 256


@dataclass(frozen=True)
class StandingCase:
    """A case as it stands.

    `problems` are the names of what is wrong, `never` of what is not, `wishes` of what is wished by the newest word,
    `out` of what was given up or refused, `refused` of what never was wished. `facts` are told in a line each, `noted`
    are the sentences that were kept for it, `asks` the questions that nobody has answered, `words` what tells the story
    and the newest wish; `also` is what was told besides.
    `put_right` names the values that take the place of others, which are among the facts.
    `story` is all that was told and noted, in the order in which it was said.
    `told` are the facts that were told once for all, each in a line of its own.
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
    told: tuple[FactLine, ...] = ()

    @classmethod
    @lru_cache(maxsize=_CASES_KEPT)
    def of(cls, told: CaseAccount) -> StandingCase:
        """Draw the case from everything that was told for it; the same account is drawn once."""
        apart = own_numbers(told)
        right = values_put_right(told.said, apart) + figures_put_right(told.said, apart)
        parts = parts_put_right(told.said, apart)
        put_right = (*(f"{new}, not {old}" for old, new in right), *(part.words for part in parts))
        told = without_messages_changed_back(with_right_fields(told, right, parts))
        ruled, ever = rule(told)
        wishes = standing_wishes(told, ruled)
        denied = [wish for wish, stands in ruled.items() if not stands]
        refused = [wish for wish in denied if wish in ever or is_refused(wish, told.said)]
        given_up = [wish_of(matter) for matter in told.ruled_out if matter in WISHED]
        out = tuple(wish for wish in dict.fromkeys((*refused, *given_up)) if wish not in wishes)
        parcels = tuple(note for note in told.notes if note in told.parcels and note != told.number)
        lines = [note for note in told.notes if note not in parcels]
        noted = _still_meant([one for one in sentences_of(lines) if _states(one, told.answered)], out)
        where_to = tuple(with_right(one, right, parts) for one in new_address(told.matters, told.said))
        facts = with_sentences(fact_lines(told.facts), NEW_ADDRESS, where_to)
        elsewhere = _Elsewhere(facts, told.asides)
        telling = tuple(most_telling(told.said))
        told_all = story(told.said, noted, _still_meant(told_facts(told.said, ()), out))
        asked = [one for one in _asks(told, lines) if one not in told_all and not wishes_only(one, (*wishes, *out))]
        in_full = tuple(with_what_it_is_of(one, told.said) for one in asked if one not in told.asides)
        told_besides = tuple(
            line for line in told_all if not (elsewhere.has(line) or any(line in one for one in in_full))
        )
        opening = _opening(told, telling, out)
        words = _words(telling, asked, out, elsewhere)
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
            told=facts,
        )


@dataclass(frozen=True)
class _Elsewhere:
    """Sentences that need no line among all that was said: they have one of their own, or are of the talk alone."""

    facts: tuple[FactLine, ...]
    asides: tuple[str, ...]

    def has(self, sentence: str) -> bool:
        """Tell whether a sentence is among it."""
        plain = sentence.rstrip(" .;!")
        return stands_in(sentence, self.facts) or any(plain == aside.rstrip(" .;!") for aside in self.asides)


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


def _opening(told: CaseAccount, words: Sequence[str], out: Sequence[str]) -> str:
    """Give what a case began with where no matter names it: its occasion, else the sentence that tells most.

    What is of the talk alone, or only wishes for something that was given up since, stands for nothing.
    """
    if any(told.matters):
        # whatever else was said then stands among what was told and asked
        return ""
    if told.occasion and told.occasion not in told.asides:
        return "" if wishes_only(told.occasion, out) else told.occasion
    begun = [one for one in sentences_of(words[:1]) if one not in told.asides]
    telling = [one for one in begun if tells_something(one) and not wishes_only(one, out)]
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


def _facts(told: CaseAccount) -> tuple[str, ...]:
    """List what was told and stands in a line of its own."""
    said = told.said
    part, office = right_part(said), turned_to(said)
    beside = {} if cancels(told) else dict(kv for text in said for kv in orders_beside(text, told.order).items())
    given = (
        f"right {part}" if part else "",
        *causes_told(said),
        f"asked: “{office}”" if office else "",
        *(f"order {order}: {known}" for order, known in beside.items()),
        *(f"also about order {order}" for order in other_orders(told) if order not in beside),
    )
    return tuple(filter(None, given))


def _states(sentence: str, answered: Sequence[str]) -> bool:
    """Tell whether a sentence of a note tells or wishes something, or was answered and asks by its words only."""
    return not asks(sentence) or requests(sentence) or (sentence in answered and not has_question_mark(sentence))


def _still_meant(sentences: Sequence[str], out: Sequence[str]) -> tuple[str, ...]:
    """Leave out sentences that wish for nothing but what is wished no more."""
    return tuple(one for one in dict.fromkeys(sentences) if not wishes_only(one, out))


def _words(telling: Sequence[str], asked: Sequence[str], out: Sequence[str], told: _Elsewhere) -> tuple[str, ...]:
    """Quote what tells most, without what stands elsewhere, is asked, or is wished no more."""
    gone = [one for one in sentences_of(telling) if one in asked or told.has(one) or wishes_only(one, out)]
    return tuple(filter(None, (quotable(text, gone) for text in telling))) or tuple(telling[: not told.facts])


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
