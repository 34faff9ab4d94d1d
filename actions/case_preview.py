"""Show a case as it would be sent: its numbers, what is wrong, what is wished, and what was told and is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from actions.case_draft import CaseInHand
from parcelbot.core.cases.cards import CardField, TicketCard
from parcelbot.core.cases.draft_lines import draft_lines
from parcelbot.core.cases.fact_lines import FactLine, with_values
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.titles import is_a_wish, response_name, wish_of
from parcelbot.core.language import Language

_PROBLEM, _WISH, _ALSO, _ASKS = "ticket_problem_shown", "ticket_wish_shown", "ticket_also_shown", "ticket_asks_shown"
#: What the label of a line of facts is called after, with the names of what it tells.
_FACT, _JOINED = "fact_", "+"
#: Lines of the shopper's own sentences: of a changed one only what is new is shown.
_OF_SENTENCES = frozenset({_ALSO, _ASKS})
_OF_NAMES = frozenset({_PROBLEM, _WISH})
_NUMBERS = ("ticket_order_shown", "ticket_number_shown", "ticket_email_shown")
#: What a line of the case consists of, by the line's name; a line that has nothing in it is not shown.
Lines = Mapping[str, tuple[str, ...]]


def preview(case: CaseInHand, language: Language) -> tuple[Mapping[str, str], Mapping[str, Any]]:
    """Give the placeholders and the card of the case as it would be sent."""
    lines = _lines(case, language)
    beside = {name: parts for name, parts in lines.items() if name not in (*_NUMBERS, _PROBLEM)}
    fields = [CardField(_label(name, language), _said(name, parts)) for name, parts in lines.items()]
    words = {
        "ticket_lines": _labelled(lines, language),
        _PROBLEM: _said(_PROBLEM, lines[_PROBLEM]),
        "also": "".join(f"\n{line}" for line in _labelled(beside, language).splitlines()),
    }
    return words, TicketCard(fields=tuple(fields)).to_json()


def changed_lines(case: CaseInHand, before: CaseInHand, language: Language) -> str:
    """Give the lines in which the case is another one than `before` this message; "" where it is the same."""
    then = _lines(before, language, with_this=False)
    now = _lines(case, language)
    new = {name: tuple(part for part in parts if part not in then.get(name, ())) for name, parts in now.items()}
    shown = {name: parts if name in _OF_SENTENCES else now[name] for name, parts in new.items() if parts}
    return _labelled(shown, language)


def names(matters: Sequence[str], language: Language) -> str:
    """Name matters and wishes of a case in the shopper's language."""
    return "; ".join(_names(matters, language))


def _names(matters: Sequence[str], language: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys(language.text(f"utter_problem_{response_name(matter)}") for matter in matters))


def _lines(case: CaseInHand, language: Language, with_this: bool = True) -> Lines:
    """Give what a case holds: its numbers, its problem, the wish, the day, what was told and is asked."""
    stands = case.standing(with_this)
    named = {wish_of(problem) for problem in stands.problems if is_a_wish(problem)}
    today = case.turn.services.clock().date()
    needed, last = (
        language.day(date.fromisoformat(day) if day else None, today) for day in (case.needed_by, case.last_day)
    )
    told_once = with_values(stands.told, {"needed": needed, "last_day": last, "phone": case.memory.phone})
    told = draft_lines([line for line in stands.story if line not in (stands.opening or "\n")])
    asked = draft_lines([one for one in stands.asks if one not in stands.opening], "?")
    lines = {
        "ticket_order_shown": (case.order_number, *stands.orders),
        "ticket_number_shown": (case.number,),
        "ticket_email_shown": (case.email,),
        _PROBLEM: _problems(stands, language),
        _WISH: _names([wish for wish in stands.wishes if wish not in named], language),
        **{f"{_FACT}{_JOINED.join(line.names)}": _of_facts(line) for line in told_once},
        _ALSO: told,
        _ASKS: asked,
    }
    kept = {name: tuple(filter(None, parts)) for name, parts in lines.items()}
    return {name: parts for name, parts in kept.items() if parts}


def _problems(stands: StandingCase, language: Language) -> tuple[str, ...]:
    """Name what is wrong; what nobody surely named stands there in the shopper's own words."""
    quoted = f"“{stands.opening}”" if stands.opening else ""
    named = tuple(filter(None, (quoted, *_names(stands.problems, language))))
    return named or _names(("none",), language)


def _of_facts(line: FactLine) -> tuple[str, ...]:
    return (line.value, *(sentence.rstrip(" .;") for sentence in line.sentences))


def _said(name: str, parts: Sequence[str]) -> str:
    apart = name in _OF_NAMES or name.startswith(_FACT)
    return ("; " if apart else " " if name in _OF_SENTENCES else ", ").join(parts)


def _labelled(lines: Lines, language: Language) -> str:
    labelled = ((_label(name, language), _said(name, parts)) for name, parts in lines.items())
    return "\n".join(language.worded("utter_label_line", label=label, said=said) for label, said in labelled)


def _label(name: str, language: Language) -> str:
    """Give the label of a line; one of facts is called after each of them."""
    if not name.startswith(_FACT):
        return language.text(f"utter_label_{name}")
    return " / ".join(language.text(f"utter_label_{_FACT}{fact}") for fact in name.removeprefix(_FACT).split(_JOINED))
