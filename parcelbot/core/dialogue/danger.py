"""Answer a danger before everything else, and stay with it while its case is open."""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.dialogue.answers.answering import tell_danger, tell_decided
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.drafts.handing_over import open_at_once
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.dangers_told import is_in_words
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import DANGERS, Question
from parcelbot.core.reading.cases.case_words import Said, taken_back
from parcelbot.core.reading.danger.danger_asks import DangerAsk, asks_something, read_danger_ask
from parcelbot.core.reading.danger.denials import is_false_alarm, only_asked, says_misread
from parcelbot.core.reading.danger.hazard_kinds import HazardKind, read_hazard_kind
from parcelbot.core.reading.danger.offered_secrets import offers_a_secret
from parcelbot.core.reading.told.telling import Told, told_in

#: Somebody who asks one of these is still in it, whatever else was "only asked".
_STILL_IN_IT = frozenset(
    {DangerAsk.DOCTOR, DangerAsk.BANK, DangerAsk.LOCKED_OUT, DangerAsk.CONTENTS, DangerAsk.PROGRESS, DangerAsk.NOW}
)
_ANOTHER_PARCEL = re.compile(r"\b(?:where|when|other|another|different|arriv\w*)\b", re.IGNORECASE)
_COURTESIES = (Social.THANKS, Social.GOODBYE, Social.AFFIRM, Social.FEEDBACK_USEFUL)
#: A longer one tells more of what happened.
_MOST_OF_A_COURTESY = 12
_NOT_ABOUT_IT = (Social.START_OVER, Social.BOT_CHALLENGE, Social.GREET)


def guard_secrets(talk: Talk) -> bool:
    """Refuse a card number, a code or a password, given or only offered; True when it was offered or asked about."""
    if talk.heard.payment_number:
        talk.script.say("utter_payment_number")
        return False
    if talk.heard.text.startswith("/") or not offers_a_secret(talk.heard.text):
        return False
    if Told.ID_ASKED in talk.memory.told and talk.number:
        tell_decided(talk, talk.decide(Question.CUSTOMS_PAYMENT))
    else:
        talk.script.ask("utter_never_secrets")
    return True


def answer_danger(talk: Talk) -> bool:
    """Answer the danger that a message speaks of, or whatever is said while its case is open; False for neither."""
    in_danger, dangers = bool(talk.dialogue.danger), talk.acts.dangers
    case = _case(talk) if in_danger or dangers else None
    if in_danger and _withdraws(talk):
        return _withdraw(talk, case)
    if dangers:
        _tell_dangers(talk, case)
        return True
    if not in_danger or case is None or _leaves(talk, case):
        return False
    _stay(talk, case)
    return True


def _case(talk: Talk) -> Ticket | None:
    """Find the danger's case that the team still works on; None for none."""
    own = talk.around.own_tickets()
    return next((ticket for ticket in own if ticket.status.active and ticket.draft.issue in _NAMES), None)


_NAMES = frozenset(danger.value for danger in DANGERS)


def _tell_dangers(talk: Talk, case: Ticket | None) -> None:
    """Say the few calm words for a danger and pass the case on at once; one that is open already is added to."""
    dangers, told_before = talk.acts.dangers, talk.dialogue.danger
    _settle_on(talk, case.draft.issue if case else dangers[0].value)
    if Question.HAZARD in dangers:
        _learn_kind(talk)
    ask = read_danger_ask(talk.heard.text) if case and told_before == dangers[0].value else None
    if not (ask and _tell_ask(talk, ask, case)):
        for danger in dangers:
            tell_danger(talk, danger)
    if case is None:
        if read_danger_ask(talk.heard.text) is DangerAsk.CONTENTS:
            talk.script.say("utter_danger_contents_unknown", role=TurnRole.ASIDE)
        if not (talk.memory.email or talk.memory.phone):
            talk.script.say("utter_reach_you")
        open_at_once(talk)
    else:
        _add(talk)
        talk.script.ask("utter_danger_added", talk.around.ticket_words(case))
    outright = talk.dialogue.danger_in_words or is_in_words(talk.heard)
    talk.note(danger=dangers[0].value, danger_in_words=outright)


def _learn_kind(talk: Talk) -> None:
    """Take the kind of hazard from the words; unspecific ones do not take away what is known."""
    kind = read_hazard_kind(talk.heard.text, told_in(talk.heard.text, talk.heard.says))
    if kind is not HazardKind.GENERAL or "hazard" not in talk.memory.claims:
        talk.remember(claims={**talk.memory.claims, "hazard": kind.value})


# ---- staying with it --------------------------------------------------------------------------------


def _leaves(talk: Talk, case: Ticket) -> bool:
    """Tell whether a message turns to something else: another parcel, another language, a new start."""
    heard = talk.heard
    pressed = heard.text.startswith("/") and not (talk.acts.wants_person or talk.acts.asks_for_ticket)
    if talk.acts.social in _NOT_ABOUT_IT or talk.acts.language or pressed:
        return True
    before = talk.known_before
    known = (before.tracking_number, before.parcel, *before.several, case.draft.tracking_number)
    is_new = any(number.value not in known for number in heard.numbers)
    if not is_new or not _ANOTHER_PARCEL.search(heard.text):
        return False
    _leave(talk)
    return True


def _leave(talk: Talk) -> None:
    """Leave the danger: what comes now is about something else."""
    talk.known_before = replace(talk.known_before, issue="")
    talk.remember(issue="")
    talk.note(danger="", danger_in_words=False, question="", row="", told="", open=None, pending=(), case=None)


def _stay(talk: Talk, case: Ticket) -> None:
    """Answer within the danger: what to do, who does what, what was noted. Nothing is looked up."""
    _settle_on(talk, case.draft.issue)
    courteous = talk.acts.social in _COURTESIES and talk.heard.words <= _MOST_OF_A_COURTESY
    if courteous and not asks_something(talk.heard.text):
        talk.script.ask("utter_danger_courtesy")
        return
    _add(talk)
    ask = read_danger_ask(talk.heard.text)
    if ask is None and (talk.acts.wants_person or talk.acts.asks_for_ticket):
        ask = DangerAsk.PROGRESS
    if (ask and _tell_ask(talk, ask, case)) or talk.script.messages:
        return
    _acknowledge(talk, case)


def _acknowledge(talk: Talk, case: Ticket) -> None:
    """Say that it is noted; in despair nobody is told of notes, but to talk to somebody."""
    words, asks = talk.around.ticket_words(case), asks_something(talk.heard.text)
    if talk.heard.gives_details or talk.heard.phone:
        talk.script.ask("utter_danger_details", words)
    elif talk.dialogue.danger != Question.CRISIS.value:
        talk.script.ask("utter_danger_question" if asks else "utter_danger_noted", words)
    elif not (asks and talk.script.say("utter_danger_crisis_question")):
        tell_danger(talk, Question.CRISIS)


def _tell_ask(talk: Talk, ask: DangerAsk, case: Ticket | None) -> bool:
    """Answer what is asked about the danger, in words not said yet; False where its kind of danger has no answer."""
    danger, kind = talk.dialogue.danger, str(talk.memory.claims.get("hazard", ""))
    if ask is DangerAsk.NOW or case is None:
        tell_danger(talk, Question(danger))
        return True
    names = (f"utter_danger_{about}{ask.value}" for about in (f"{danger}_{kind}_", f"{danger}_", ""))
    response = next((name for name in names if talk.script.title(name)), "")
    if not response:
        return False
    words = talk.around.ticket_words(case)
    talk.script.ask(response, words)
    if ask is DangerAsk.PROGRESS:
        closed = "utter_danger_closed" if talk.around.closed_response else ""
        talk.script.say([closed, f"utter_danger_{danger}_meanwhile"], words)
    return True


def _settle_on(talk: Talk, issue: str) -> None:
    """Keep the conversation at the danger, whatever the message was taken for."""
    before = talk.known_before
    talk.remember(issue=issue, question=before.question, parcel=before.parcel)
    talk.note(open=None, pending=(), case=None, misses=0)


def _add(talk: Talk) -> None:
    add_note(talk)
    talk.ending.add_to_case = True


# ---- a false alarm ----------------------------------------------------------------------------------


def _withdraws(talk: Talk) -> bool:
    """Tell whether somebody says that there is no danger. A word of despair is not taken back so lightly."""
    text, ask = talk.heard.text, read_danger_ask(talk.heard.text)
    if talk.dialogue.danger == Question.CRISIS.value:
        return _was_misread(talk)
    if talk.acts.dangers or ask in (DangerAsk.BANK, DangerAsk.LOCKED_OUT):
        return False
    if Said.FALSE_ALARM.value in talk.heard.says or DANGERS.intersection(taken_back(text, talk.heard.says)):
        return True
    return is_false_alarm(text) or (only_asked(text) and ask not in _STILL_IN_IT)


def _was_misread(talk: Talk) -> bool:
    """Tell whether somebody says that they were misread, who never spoke of despair in so many words."""
    outright = talk.dialogue.danger_in_words or is_in_words(talk.heard)
    return not outright and says_misread(talk.heard.text, talk.heard.says)


def _withdraw(talk: Talk, case: Ticket | None) -> bool:
    """Apologise in a clause and note it on the case; True when nothing is asked that could be answered now."""
    nothing_asked = not talk.acts.questions and not asks_something(talk.heard.text)
    matters = tuple(matter for matter in talk.dialogue.matters if matter not in _NAMES)
    gone = (*talk.dialogue.taken_back, *(matter for matter in talk.dialogue.matters if matter in _NAMES))
    add_note(talk)
    talk.note(matters=matters, taken_back=tuple(dict.fromkeys(gone)))
    talk.ending.add_to_case = case is not None
    claims = {name: value for name, value in talk.memory.claims.items() if name != "hazard"}
    talk.remember(claims=claims)
    _leave(talk)
    talk.script.ask("utter_danger_withdrawn")
    if nothing_asked:
        talk.script.ask("utter_danger_ask_again")
    return nothing_asked
