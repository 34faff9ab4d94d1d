"""Go on where a case was solved: what it held is put away, and what is still open goes to the team again."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.surroundings import Surroundings
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import GOODS, WISHES, Question
from parcelbot.core.reading.cases.case_questions import CaseQuestion, case_question

#: Whoever names one of these after the end of a case says that something of it is left to do.
_STILL_OPEN = WISHES | GOODS | {Question.REFUND_STATUS, Question.UNANSWERED, Question.DELIVERED_NOT_RECEIVED}
_NOT_SETTLED = re.compile(
    r"\b(?:still|not|never|nothing|again|wrong|missing|broken|\w+n['’]?t|another|instead|but|actually|forgot)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


def without_what_was_solved(dialogue: Dialogue, around: Surroundings) -> Dialogue:
    """Put away what was noted for a case that the team has ended: it is no part of the next one."""
    if not dialogue.ticket or dialogue.case is not None:
        return dialogue
    ticket = next((t for t in around.own_tickets() if t.reference == dialogue.ticket), None)
    if ticket is None or ticket.status.active:
        return dialogue
    return replace(dialogue, ticket="", notes=(), matters=(), shop_matters=(), taken_back=())


def take_after_solving(talk: Talk, was: str) -> bool:
    """Pass on again what is said to be open after the case `was` ("" for none) was solved; False for anything else."""
    if not was or talk.dialogue.ticket or talk.dialogue.case is not None or not _is_open(talk):
        return False
    talk.keep_the_matter()
    add_note(talk)
    talk.ending.open_case = True
    return True


def _is_open(talk: Talk) -> bool:
    """Tell whether a message wishes for something or says what is not settled; thanks and new parcels do not."""
    heard, acts = talk.heard, talk.acts
    if heard.text.startswith("/") or acts.social or acts.reply or acts.dangers or acts.language:
        return False
    if heard.numbers or heard.order_number or heard.words < _FEWEST_WORDS:
        return False
    if case_question(heard.text) is CaseQuestion.WHEN_AND_WHO:
        return False
    if _STILL_OPEN.intersection(acts.questions) or acts.wants_person:
        return True
    return acts.complains or (not asks_in(heard) and _NOT_SETTLED.search(heard.text) is not None)
