"""Show a case as it would be sent: its numbers, what is wrong, what is wished, and what was told and is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from actions.case_draft import CaseInHand
from parcelbot.core.cases.cards import CardField, TicketCard
from parcelbot.core.cases.draft_lines import draft_lines
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.titles import is_a_wish, response_name, wish_of
from parcelbot.core.language import Language


def preview(case: CaseInHand, language: Language) -> tuple[Mapping[str, str], Mapping[str, Any]]:
    """Give the placeholders and the card of the case; what is missing is said to be missing."""
    missing, stands, text = language.text("utter_word_not_given"), case.standing(), language.text
    fields = {
        "ticket_order_shown": ", ".join(filter(None, (case.order_number, *stands.orders))) or missing,
        "ticket_number_shown": case.number or missing,
        "ticket_email_shown": case.email or missing,
        "ticket_problem_shown": names_of_problems(stands, language),
    }
    beside = {name: said for name, said in _beside(case, stands, language).items() if said}
    labelled = [(text(f"utter_label_{name}"), said) for name, said in {**fields, **beside}.items()]
    card = TicketCard(fields=tuple(CardField(label, said) for label, said in labelled))
    also = "".join(f"\n{text(f'utter_label_{name}')}: {said}" for name, said in beside.items())
    return {**fields, "also": also}, card.to_json()


def names(matters: Sequence[str], language: Language) -> str:
    """Name matters and wishes of a case in the shopper's language."""
    return "; ".join(dict.fromkeys(language.text(f"utter_problem_{response_name(matter)}") for matter in matters))


def names_of_problems(stands: StandingCase, language: Language) -> str:
    """Name what is wrong; what nobody surely named stands there in the shopper's own words."""
    quoted = f"“{stands.opening}”" if stands.opening else ""
    return "; ".join(filter(None, (quoted, names(stands.problems, language)))) or names(("none",), language)


def _beside(case: CaseInHand, stands: StandingCase, language: Language) -> Mapping[str, str]:
    """Give what a case holds besides its numbers and its problem: the wish, the day, what was told and is asked."""
    named = {wish_of(problem) for problem in stands.problems if is_a_wish(problem)}
    needed = date.fromisoformat(case.needed_by) if case.needed_by else None
    told = draft_lines([line for line in stands.story if line not in (stands.opening or "\n")])
    return {
        "ticket_wish_shown": names([wish for wish in stands.wishes if wish not in named], language),
        "ticket_needed_shown": language.day(needed, case.turn.services.clock().date()) if needed else "",
        "ticket_also_shown": " ".join(part for part in (case.memory.phone, *told) if part),
        "ticket_asks_shown": " ".join(draft_lines([one for one in stands.asks if one not in stands.opening], "?")),
    }
