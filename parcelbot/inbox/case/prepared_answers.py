"""Fill the prepared answers (macros) for one case and say what sending each changes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.agents import Agent
from parcelbot.core.language import ENGLISH, Language
from parcelbot.core.shopper_clock import ShopperClock
from parcelbot.inbox import labels
from parcelbot.knowledge.macros import Macro, fill

_FITTING = "For this kind of case"
_OTHERS = "For any case"

#: How the shopper is addressed: nobody tells the shop's assistant a name.
_NAMELESS = "there"


@dataclass(frozen=True)
class PreparedAnswer:
    """A macro filled for one case; `effects` says what sending it changes besides the status."""

    macro: Macro
    effects: str


def prepared_answers(
    macros: Iterable[Macro], ticket: Ticket, agent: Agent, now: datetime, zone: tzinfo, language: Language
) -> tuple[PreparedAnswer, ...]:
    """Fill every macro for this ticket, in the shopper's language where somebody has written it in that."""
    values = macro_values(ticket, agent, now, zone, language)
    macros = (replace(macro, text=language.prepared.get(macro.id, macro.text)) for macro in macros)
    return tuple(PreparedAnswer(filled, effects_of(filled)) for filled in (fill(macro, values) for macro in macros))


def by_fit(answers: Iterable[PreparedAnswer], issue: str) -> dict[str, list[PreparedAnswer]]:
    """Put the answers under headings, those that fit the issue first; a heading without any is left out."""
    groups: dict[str, list[PreparedAnswer]] = {_FITTING: [], _OTHERS: []}
    for answer in answers:
        groups[_FITTING if answer.macro.fits(issue) else _OTHERS].append(answer)
    return {heading: listed for heading, listed in groups.items() if listed}


def macro_values(ticket: Ticket, agent: Agent, now: datetime, zone: tzinfo, language: Language) -> dict[str, str]:
    """Give the values of the placeholders; "" for what the ticket does not know or a promise that has passed."""
    due = ticket.promised
    return {
        "name": _NAMELESS if language.code == ENGLISH else "",
        "agent": agent.name,
        "reference": ticket.reference,
        "order_number": ticket.draft.order_number,
        "tracking_number": ticket.draft.tracking_number,
        "due": language.moment(due, ShopperClock(now.astimezone(zone))) if due and due > now else "",
    }


def effects_of(macro: Macro) -> str:
    """Say what sending a macro changes besides the status; "" for nothing."""
    priority = f"sets the priority to {labels.PRIORITIES[macro.priority.value].lower()}" if macro.priority else ""
    note = f"leaves the note “{macro.note}”" if macro.note else ""
    return " and ".join(part for part in (priority, note) if part)
