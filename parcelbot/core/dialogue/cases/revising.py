"""Say in one sentence what a message has changed in the case: what is out of it, and what stands now."""

from __future__ import annotations

from collections.abc import Mapping

from parcelbot.core.cases.standing import Revision, StandingCase
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import repeats_to_deny, taken_back
from parcelbot.core.reading.orders.spared import spares
from parcelbot.core.reading.questions.sentences import denied

#: What a settlement that is new in a draft is named by.
_SETTLEMENTS = {"a refund": "utter_noted_money", "a replacement": "utter_noted_another"}
#: More words say what is so as well.
WORDS_OF_A_REFUSAL = 8


def tells_revision(talk: Talk) -> bool:
    """Say what has changed in the case that is drafted or with the team; False where nothing has."""
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    if ticket is None and talk.dialogue.case is None:
        return False
    stands = talk.around.standing(talk.memory, talk.dialogue)
    return _tells_which_order(talk, stands) or _tells_change(talk, ticket, stands)


def revision_of(talk: Talk) -> Revision:
    """Find what this message changes in the case."""
    before = talk.around.standing(talk.known_before, talk.was, with_this=False)
    return Revision.between(before, talk.around.standing(talk.memory, talk.dialogue))


def refuses(talk: Talk) -> bool:
    """Tell whether a message says what is not wished, or not so."""
    heard = talk.heard
    said = denied(heard.text) if heard.english else frozenset()
    return bool(said | taken_back(heard.text, heard.says)) and (repeats_to_deny(heard.text) or not asks_in(heard))


def tell_what_stands(talk: Talk) -> None:
    """Say what the case says now, whatever the message resembled."""
    talk.keep_the_matter()
    stands = talk.around.standing(talk.memory, talk.dialogue)
    talk.script.ask("utter_case_stands", _words(talk, stands))


def _tells_change(talk: Talk, ticket: Ticket | None, stands: StandingCase) -> bool:
    change = revision_of(talk)
    if not (change.out or change.new):
        # whoever refuses what never was in it hears so; whoever tells more reads that
        only_refuses = refuses(talk) and talk.heard.words <= WORDS_OF_A_REFUSAL
        if only_refuses:
            tell_what_stands(talk)
        return only_refuses
    if not any((*stands.problems, *stands.wishes, stands.opening)):
        # nothing has a name any more: the line itself says what is wished now
        return _tells_what_is_out(talk, change)
    words = {**_words(talk, stands), "gone": talk.around.names(change.out)}
    response = "utter_case_revised" if change.out else "utter_case_wish_in"
    if ticket is not None:
        words, response = {**words, **talk.around.ticket_words(ticket)}, f"{response}_sent"
    elif not change.out and len(change.new) == 1:
        response = _SETTLEMENTS.get(change.new[0], response)
    talk.script.ask(response, words)
    return True


def _tells_what_is_out(talk: Talk, change: Revision) -> bool:
    if change.out:
        talk.script.ask("utter_case_out", {"gone": talk.around.names(change.out)})
    return bool(change.out)


def _tells_which_order(talk: Talk, stands: StandingCase) -> bool:
    """Say which of two orders is called off, where a message says which one stays."""
    order = (talk.dialogue.case.order if talk.dialogue.case else "") or talk.memory.order_number
    calls_off = Question.CANCEL_ORDER in (*talk.dialogue.matters, talk.memory.issue)
    before = talk.around.standing(talk.known_before, talk.was, with_this=False)
    if not (calls_off and order and stands.kept and stands.kept != order):
        return False
    if stands.kept == before.kept and not spares(talk.heard.text):
        return False
    talk.script.ask("utter_case_cancels_one", {"order": order, "kept": stands.kept})
    return True


def _words(talk: Talk, stands: StandingCase) -> Mapping[str, str]:
    quoted = f"“{stands.opening.rstrip(' .')}”" if stands.opening else ""
    return {"stands": "; ".join(filter(None, (quoted, talk.around.names((*stands.problems, *stands.wishes)))))}
