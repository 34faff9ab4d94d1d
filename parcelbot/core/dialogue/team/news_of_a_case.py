"""Answer "any news?" of a case that the team has: where the case stands, by when it is answered, what was scanned."""

from __future__ import annotations

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.dialogue.answers.answering import tell_plan
from parcelbot.core.dialogue.answers.plans import PlanChange, settle_plan
from parcelbot.core.dialogue.drafts.tickets import tell_tickets
from parcelbot.core.dialogue.questions.asked_now import has_the_goods
from parcelbot.core.dialogue.talk import Talk


def tell_news(talk: Talk, ticket: Ticket) -> None:
    """Tell where the case stands, and in one line what the tracking says; a new scan is told whole."""
    talk.keep_the_matter()
    own = [known for known in talk.around.own_tickets() if known.status.active]
    tell_tickets(talk, own or [ticket])
    if not talk.number or has_the_goods(talk):
        return
    planned = settle_plan(talk, talk.plan_question)
    if planned.change is PlanChange.SCAN:
        tell_plan(talk, talk.plan_question)
    else:
        _tell_last_scan(talk, planned.decided)


def _tell_last_scan(talk: Talk, decided: DecidedEnquiry) -> None:
    line = talk.around.line(decided)
    if line:
        talk.script.tell([line], talk.words(decided))
