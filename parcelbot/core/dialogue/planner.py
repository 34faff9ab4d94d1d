"""Plan one turn: danger first, then the answer to what was asked, then everything the message asks, then the ending."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parcelbot.core.answering.memory import DELIVERED_CHECKS, Heard, Memory, memory_after
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import Escalate
from parcelbot.core.dialogue.acts import read_acts, take_wording
from parcelbot.core.dialogue.answering import answer_all, tell_beside, tell_plan
from parcelbot.core.dialogue.handing_over import add_note, begin_case, open_at_once, remind_of_case, take_case_reply
from parcelbot.core.dialogue.replies import Reply
from parcelbot.core.dialogue.script import Phrasebook, Script, Utterance
from parcelbot.core.dialogue.smalltalk import (
    answer_social,
    not_understood,
    not_useful,
    parcel_found,
    say_feeling,
    useful,
)
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.surroundings import Surroundings
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.tickets import tell_own_tickets, tell_tickets
from parcelbot.core.dialogue.which_parcel import ask_for_parcel, settle_parcel, take_parcel_reply, tell_all_parcels
from parcelbot.core.questions import ISSUES, PARCEL_QUESTIONS, PLAN_QUESTIONS, QUESTIONS, Question, QuestionRole

#: A step of the checklist is not asked about more often, whatever comes in between.
MOST_TIMES_ASKED = 2

#: From this many angry messages on, a person is offered with every answer.
ANGER_THAT_NEEDS_A_PERSON = 2


@dataclass(frozen=True)
class PlannedTurn:
    """A planned turn: what is said, what is known after it, and whether the case is opened once it is said."""

    messages: tuple[Utterance, ...]
    memory: Memory
    dialogue: Dialogue
    open_case: bool = False


def plan_turn(heard: Heard, memory: Memory, dialogue: Dialogue, around: Surroundings, book: Phrasebook) -> PlannedTurn:
    """Plan what is said to one message. Pure but for what `around` looks up; always says something."""
    waiting = dialogue.open
    heard = take_wording(heard, waiting.asked if waiting else None)
    acts = read_acts(heard, waiting)
    talk = Talk(
        heard,
        acts,
        around,
        Script(book, dialogue.said),
        memory_after(heard, memory, waiting.asked if waiting else None),
        dialogue,
        known_before=memory,
    )
    _plan(talk)
    return PlannedTurn(
        tuple(talk.script.messages),
        talk.memory,
        replace(talk.dialogue, said=talk.script.said),
        talk.ending.open_case,
    )


def _plan(talk: Talk) -> None:
    _welcome_back(talk)
    if talk.acts.dangers:
        _answer_danger(talk)
        return
    if talk.heard.payment_number:
        talk.script.say("utter_payment_number")
    say_feeling(talk)
    if not _take_reply(talk):
        _answer_new(talk)
    _end(talk)
    if not talk.script.messages and not talk.ending.open_case:
        talk.script.ask("utter_all_said")


def _welcome_back(talk: Talk) -> None:
    """Tell a shopper who comes back of tickets that are open or were solved meanwhile."""
    news = talk.around.news_after_absence()
    if news and not talk.acts.asks_for_ticket:
        tell_tickets(talk, news, "utter_welcome_back")


def _answer_danger(talk: Talk) -> None:
    """Say the few calm words for a danger and pass the case on at once."""
    for danger in talk.acts.dangers:
        tell_beside(talk, danger)
    talk.remember(issue=talk.acts.dangers[0].value)
    if not (talk.memory.email or talk.memory.phone):
        talk.script.say("utter_reach_you")
    open_at_once(talk)


# ---- the answer to the open question ----------------------------------------------------------------


def _take_reply(talk: Talk) -> bool:
    """Take the answer to what was asked; True when nothing else of the message is left to answer."""
    if take_case_reply(talk):
        return not talk.acts.questions
    waiting, reply = talk.open, talk.acts.reply
    if waiting is None:
        return False
    if waiting.asked is Asked.CHECK and _tells_of_checks(talk):
        reply = reply or Reply.YES
    if reply is None:
        return False
    takers = {
        Asked.PERSON: _take_offer,
        Asked.HELPED: _take_helped,
        Asked.MISSING: _take_missing,
        Asked.CHECK: _take_check,
    }
    taker = takers.get(waiting.asked)
    if taker is None:
        return False
    taker(talk, reply)
    return not talk.acts.questions or waiting.asked is Asked.CHECK


def _take_offer(talk: Talk, reply: Reply) -> None:
    talk.note(open=None)
    if reply is Reply.YES:
        talk.ending.wanted = True
    elif not talk.acts.questions:
        talk.script.ask("utter_no_ticket")


def _take_helped(talk: Talk, reply: Reply) -> None:
    talk.note(open=None)
    (useful if reply is Reply.YES else not_useful)(talk)


def _take_missing(talk: Talk, reply: Reply) -> None:
    """Take whether the parcel is there after all."""
    talk.note(open=None)
    if reply in (Reply.FOUND, Reply.YES):
        parcel_found(talk)
    else:
        talk.remember(question=Question.DELIVERED_NOT_RECEIVED.value, issue=Question.DELIVERED_NOT_RECEIVED.value)
        tell_plan(talk, Question.DELIVERED_NOT_RECEIVED)


def _tells_of_checks(talk: Talk) -> bool:
    """Tell whether the message itself says what was checked, whichever step was asked about."""
    return talk.memory.checks != talk.known_before.checks


def _take_check(talk: Talk, reply: Reply) -> None:
    """Take one step of the checklist, and decide anew with it."""
    check = talk.open.about if talk.open else ""
    if reply is Reply.FOUND:
        parcel_found(talk)
        return
    if not _tells_of_checks(talk):
        talk.remember(**{check: reply is Reply.YES})
    talk.ending.checklist = True
    if not _next_check(talk):
        tell_plan(talk, Question.DELIVERED_NOT_RECEIVED)


# ---- what is new ------------------------------------------------------------------------------------


def _answer_new(talk: Talk) -> None:
    """Answer everything new in a message: questions, details, small talk; or say that it was not understood."""
    took_parcel = take_parcel_reply(talk)
    questions = _questions(talk, took_parcel)
    if Question.ALL_PARCELS in questions and tell_all_parcels(talk):
        return
    if questions:
        _answer_questions(talk, questions)
    elif talk.acts.asks_for_ticket:
        tell_own_tickets(talk)
    elif talk.acts.wants_person:
        talk.ending.wanted = True
    elif talk.acts.social:
        answer_social(talk, talk.acts.social)
    elif talk.acts.complains:
        _answer_complaint(talk)
    elif _adds_to_a_case(talk):
        add_note(talk)
        talk.script.say("utter_noted")
    elif talk.heard.intent in ("provide_details", "no_details"):
        talk.script.ask("utter_nothing_to_add" if talk.dialogue.row else "utter_anything_else")
    else:
        not_understood(talk)


def _questions(talk: Talk, took_parcel: bool) -> list[Question]:
    """List what is to be answered now: what the message asks, and what waited for its details."""
    asked, heard = list(talk.acts.questions), talk.heard
    if talk.acts.days is not None:
        talk.remember(claims={**talk.memory.claims, "duration": f"{talk.acts.days}d"})
        asked = [*asked, Question.SELLER_WAIT_OR_DISPUTE]
    if not asked and (heard.topic or heard.status) and not talk.acts.social:
        asked = [Question.STATUS_MEANING]
    waiting = [Question(name) for name in talk.dialogue.pending]
    if (heard.gives_details or took_parcel) and not talk.dialogue.case:
        only_where = not asked or asked == [Question.WHERE_IS_MY_ORDER]
        asked = (waiting or asked or [_open_question(talk)]) if only_where else [*waiting, *asked]
    if not asked and heard.claims.get("sales_channel") and talk.number:
        asked = [_open_question(talk)]
    return list(dict.fromkeys(asked))


def _open_question(talk: Talk) -> Question:
    return Question(talk.memory.question or Question.WHERE_IS_MY_ORDER)


def _answer_questions(talk: Talk, questions: list[Question]) -> None:
    """Answer questions; what needs a parcel waits until it is known."""
    needing = [question for question in questions if _waits_for_parcel(talk, question)]
    if needing and not settle_parcel(talk):
        free = [question for question in questions if question not in needing or _goes_to_a_person(talk, question)]
        answer_all(talk, free)
        if not talk.ending.hand_over:
            ask_for_parcel(talk, needing)
        return
    if needing:
        talk.note(pending=())
    answer_all(talk, questions)


def _goes_to_a_person(talk: Talk, question: Question) -> bool:
    """Tell whether a person takes the question whatever the parcel does: then no number is waited for."""
    row = talk.around.answer(talk.enquiry(question, "")).answer.row
    return question not in PLAN_QUESTIONS and row.then.escalate is Escalate.NOW


def _waits_for_parcel(talk: Talk, question: Question) -> bool:
    """Tell whether a question is answered from a parcel: it needs one, or the message names one for it."""
    gives = talk.heard.gives_details or question.value in talk.dialogue.pending
    return question in PARCEL_QUESTIONS or (
        gives and QUESTIONS[question].role is not QuestionRole.SAFETY and not talk.heard.topic
    )


def _answer_complaint(talk: Talk) -> None:
    """Answer a complaint that asks nothing: with the parcel's state where one is known, and a person."""
    if talk.number:
        tell_plan(talk, _open_question(talk))
    else:
        talk.script.say("utter_complaint")
    talk.ending.offer = True


def _adds_to_a_case(talk: Talk) -> bool:
    """Tell whether a line that is no question belongs to a case that is drafted or with the team."""
    said_something = talk.heard.intent in ("provide_details", "out_of_scope", "nlu_fallback") or talk.heard.phone
    has_case = talk.dialogue.case is not None or talk.around.active_ticket(talk.memory, talk.dialogue) is not None
    return bool(said_something and has_case)


# ---- the ending -------------------------------------------------------------------------------------


def _end(talk: Talk) -> None:
    """End the reply with at most one question: the hand-over, what is missing, a check, an offer, or a silent one."""
    ending = talk.ending
    if ending.open_case or ending.asked:
        return
    if talk.dialogue.case is not None:
        _back_to_case(talk)
    elif ending.wanted or talk.acts.wants_person:
        begin_case(talk)
    elif ending.hand_over:
        _hand_over(talk)
    elif talk.dialogue.pending:
        _back_to_parcel(talk)
    elif _check_is_due(talk):
        _ask_check(talk)
    elif ending.invites is not None:
        talk.asks(ending.invites)
    elif ending.offer or (ending.decided and talk.dialogue.anger >= ANGER_THAT_NEEDS_A_PERSON):
        offer_person(talk)
    elif ending.decided is not None:
        talk.asks(Asked.HELPED)


def _hand_over(talk: Talk) -> None:
    """Hand over what a row gives to a person; a case that the team has already is not opened twice."""
    if talk.around.active_ticket(talk.memory, talk.dialogue) is None:
        begin_case(talk)
    else:
        offer_person(talk)


def _back_to_case(talk: Talk) -> None:
    """Come back to the case that was being filled in; another parcel that was looked at meanwhile starts it anew."""
    decided = talk.ending.decided
    if decided is not None and decided.enquiry.question in PLAN_QUESTIONS:
        talk.note(case=None)
        offer_person(talk)
    else:
        remind_of_case(talk)


def _back_to_parcel(talk: Talk) -> None:
    """Ask for the parcel again after a digression."""
    ask_for_parcel(talk, [Question(name) for name in talk.dialogue.pending])


def _check_is_due(talk: Talk) -> bool:
    """Tell whether the next step of the checklist is to be asked: a row wants it, or a digression is over."""
    return bool((talk.ending.checklist or _is_interrupted(talk)) and _next_check(talk))


def _is_interrupted(talk: Talk) -> bool:
    """Tell whether the checklist was left for a question that is no trouble of its own; twice is enough."""
    waiting, decided = talk.open, talk.ending.decided
    if waiting is None or waiting.asked is not Asked.CHECK or waiting.times > MOST_TIMES_ASKED:
        return False
    return decided is None or decided.enquiry.question not in ISSUES or decided.enquiry.question in PLAN_QUESTIONS


def _next_check(talk: Talk) -> str:
    return next((name for name in DELIVERED_CHECKS if getattr(talk.memory, name) is None), "")


def _ask_check(talk: Talk) -> None:
    check = _next_check(talk)
    talk.asks(Asked.CHECK, about=check)
    again = talk.open is not None and talk.open.times > 1
    talk.script.ask(f"utter_still_{check}" if again else f"utter_ask_{check}", talk.around.checklist_words())


def offer_person(talk: Talk) -> None:
    """Offer to pass the case to a person, or say that the team has it already."""
    ticket = talk.around.active_ticket(talk.memory, talk.dialogue)
    if ticket is not None:
        talk.script.say("utter_with_the_team", talk.around.ticket_words(ticket))
        talk.note(open=None)
        return
    due = talk.around.due_words(talk.memory, talk.dialogue, talk.ending.decided)
    talk.script.ask("utter_offer_person", {"due": due})
    talk.asks(Asked.PERSON)
