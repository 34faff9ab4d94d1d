"""Answer questions: the plan of the parcel, what is asked beside it, and what needs no parcel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parcelbot.core.answering.claims import read_claims
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import Urgency
from parcelbot.core.dialogue.answers.all_known import tell_all_known
from parcelbot.core.dialogue.answers.answered import nothing_is_wrong, put_down, source_of
from parcelbot.core.dialogue.answers.beside_a_plan import (
    differing_days,
    explanation_of,
    in_brief,
    may_be_marketplace,
    remarks_of,
    role_of,
)
from parcelbot.core.dialogue.answers.left_open import leave_open
from parcelbot.core.dialogue.answers.plans import PlanChange, PlannedAnswer, plan_stands, settle_plan
from parcelbot.core.dialogue.answers.ruled_out import left_out
from parcelbot.core.dialogue.answers.told_again import names_the_change, waits_for_scans
from parcelbot.core.dialogue.answers.ways_not_had import ways_not_had
from parcelbot.core.dialogue.cases.beside_a_case import with_one_settlement
from parcelbot.core.dialogue.cases.new_address import with_the_new_address
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.watching import watch_if_promised
from parcelbot.core.language import Button
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.parcel.shipment import LookupOutcome, Status
from parcelbot.core.questions import GOODS, ISSUES, PLAN_QUESTIONS, QUESTIONS, Question, QuestionRole
from parcelbot.core.reading.cases.news_questions import asks_how_it_stands

_ON_ALIEXPRESS = '/where_is_my_order{"sales_channel":"aliexpress"}'
#: Asked by who has the goods in hand.
_OF_WHAT_CAME = GOODS | {Question.RETURN_ITEM}
_WHY_CHANGED = {
    PlanChange.SCAN: "utter_plan_changed_scan",
    PlanChange.TOLD: "utter_plan_changed_told",
    PlanChange.TIME: "utter_plan_changed_time",
}


def answer_all(talk: Talk, questions: Iterable[Question]) -> None:
    """Answer questions in order: the parcel's plan first, then what stands beside it, then the rest."""
    ordered = sorted(questions, key=lambda question: list(QuestionRole).index(QUESTIONS[question].role))
    for place, question in enumerate(with_one_settlement(talk, _without_the_told_plan(talk, ordered))):
        _answer(talk, question, first=place == 0)


def _without_the_told_plan(talk: Talk, questions: list[Question]) -> list[Question]:
    """Leave out a plan that was told and still stands, where something else is asked beside it."""
    beside = [question for question in questions if question not in PLAN_QUESTIONS]
    plans = [question for question in questions if question in PLAN_QUESTIONS]
    return beside if beside and all(plan_stands(talk, question) for question in plans) else questions


def _answer(talk: Talk, question: Question, first: bool) -> None:
    if question is Question.WRONG_DESTINATION and _is_only_a_stop(talk):
        tell_decided(talk, talk.decide(question))
    elif question in PLAN_QUESTIONS:
        tell_plan(talk, question, first)
    elif QUESTIONS[question].role is QuestionRole.BESIDE:
        tell_beside(talk, question)
    else:
        tell_general(talk, question)


def _is_only_a_stop(talk: Talk) -> bool:
    """Tell whether the place named is a stop on the way of a parcel whose plan was told: the plan stays."""
    told = bool(talk.number) and talk.dialogue.plan_of(talk.number) is not None
    return told and nothing_is_wrong(talk.decide(Question.WRONG_DESTINATION).answer)


# ---- the plan ---------------------------------------------------------------------------------------


def tell_plan(talk: Talk, question: Question, first: bool = True) -> None:
    """Tell the parcel's plan; one that was told already in other words, and if `first` also that nothing is new."""
    planned = settle_plan(talk, question)
    decided = planned.decided
    if decided.facts.lookup is LookupOutcome.UNAVAILABLE:
        talk.around.note(JournalKind.TRACKING_DOWN, question.value, decided.answer.row_name)
    if planned.change in (PlanChange.NONE, PlanChange.TOLD) and left_out(talk, decided):
        return
    talk.ending.take(decided)
    if planned.change is PlanChange.NONE:
        _tell_again(talk, planned, question, first)
    else:
        talk.note(declined=False, offers=0)
        _tell_whole(talk, planned, question)
    put_down(talk, decided, question)


def _tell_whole(talk: Talk, planned: PlannedAnswer, question: Question) -> None:
    """Tell the plan with the parcel's card, the remarks that belong to it, its date and what happens then."""
    decided = planned.decided
    words = talk.words(decided)
    if planned.change is not PlanChange.TOLD:
        _show_parcel(talk, decided, words)
    market = may_be_marketplace(decided)
    paragraphs = [
        _WHY_CHANGED[planned.change] if names_the_change(talk, planned, question) else "",
        differing_days(talk, decided),
        *remarks_of(talk, decided, question),
        decided.answer.row.then.response,
        explanation_of(decided),
        decided.answer.row.then.after,
        "utter_note_sales_channel" if market else "",
    ]
    buttons = [Button(talk.script.title("utter_button_aliexpress"), _ON_ALIEXPRESS)] if market else []
    brief = in_brief(talk, decided, question)
    if not talk.script.say(paragraphs, words, buttons, source_of(decided), TurnRole.PLAN, brief):
        _nothing_new(talk, decided, words)


def _tell_again(talk: Talk, planned: PlannedAnswer, question: Question, first: bool) -> None:
    """Say that nothing has changed, then the same answer in other words."""
    decided = planned.decided
    words = talk.words(decided)
    same_question = planned.before is not None and question.value == talk.dialogue.question
    response = decided.answer.row.then.response
    if not same_question and not talk.script.next_text(response, words):
        _nothing_new(talk, decided, words)
        return
    # the day is named once, wherever it fits best
    dated = bool(words["wait_date"]) and words["wait_date"] not in talk.script.next_text(response, words)
    unchanged = "utter_unchanged_until" if dated else "utter_unchanged"
    same_question &= not talk.heard.english or asks_how_it_stands(talk.heard.text)
    opener = unchanged if first and same_question and waits_for_scans(decided) else ""
    stands = "utter_plan_stands" if dated and not opener and talk.script.next_text(response, words) else ""
    paragraphs = [*remarks_of(talk, decided, question), opener, response, stands]
    if talk.script.say(paragraphs, words, custom=source_of(decided)):
        talk.ending.offer |= same_question
    elif first:
        _nothing_new(talk, decided, words)


def tell_next_step(talk: Talk) -> None:
    """Say again until when to wait and what happens then; a plan that has changed is told whole."""
    planned = settle_plan(talk, talk.plan_question)
    decided, then = planned.decided, planned.decided.answer.row.then
    if planned.change is PlanChange.NONE and left_out(talk, decided):
        return
    talk.ending.take(decided)
    if planned.change is not PlanChange.NONE:
        _tell_whole(talk, planned, decided.enquiry.question)
        return
    dated, words = decided.answer.wait_until is not None, talk.words(decided)
    acts = then.urgency.rank > Urgency.CALM.rank or not dated
    # nobody who has to act is told that there is nothing to do
    day = "utter_plan_stands" if then.urgency.rank >= Urgency.ACT.rank else "utter_next_step_wait"
    paragraphs = [then.response if acts else "", day if dated else "", then.after]
    if not talk.script.say(paragraphs, words, custom=source_of(decided)):
        _nothing_new(talk, decided, words)


def _nothing_new(talk: Talk, decided: DecidedEnquiry, words: Mapping[str, str]) -> None:
    """Say that all is told, and who can know more; a person is offered, and in the end fetched.

    Beside the plan, whoever gets the case that is prepared is asked what was not answered by the same again.
    """
    if (case := talk.was.case) and case.shown and decided.enquiry.question not in PLAN_QUESTIONS:
        leave_open(talk)
    elif tell_all_known(talk, decided, words) or talk.script.say("utter_all_said", words):
        talk.ending.offer = True
    else:
        talk.ending.hand_over = True


def _show_parcel(talk: Talk, decided: DecidedEnquiry, words: Mapping[str, str]) -> None:
    card = talk.around.card(decided, talk.plan_day)
    if card:
        talk.script.show({"card": card}, talk.around.line(decided), words)


# ---- beside the plan --------------------------------------------------------------------------------


def tell_beside(talk: Talk, question: Question) -> None:
    """Answer around the plan: its row and its day stay as they are, and a parcel not yet seen is shown first."""
    decided = talk.decide(question)
    if left_out(talk, decided):
        return
    unasked = bool(talk.number) and talk.dialogue.plan_of(talk.number) is None and not decided.facts.sent_back
    if unasked:
        _show_first(talk, question)
    talk.ending.take(decided)
    words = talk.words(decided)
    then = decided.answer.row.then
    remarks = [*ways_not_had(question, talk.heard, words), *(note.response for note in decided.answer.notes)]
    role = role_of(then, unasked)
    if not talk.script.say([*remarks, then.response, then.after], words, custom=source_of(decided), role=role):
        _nothing_new(talk, decided, words)
    put_down(talk, decided, question)
    watch_if_promised(talk, decided)


def tell_decided(talk: Talk, decided: DecidedEnquiry) -> None:
    """Tell an answer that was decided already; what the conversation is about stays."""
    if left_out(talk, decided):
        return
    talk.ending.take(decided)
    words, then = talk.words(decided), decided.answer.row.then
    if not talk.script.say(then.response, words, custom=source_of(decided)):
        _nothing_new(talk, decided, words)
    talk.around.note(JournalKind.ANSWERED, decided.enquiry.question.value, decided.answer.row_name)
    talk.note(row=decided.answer.row_name, misses=0)


def tell_danger(talk: Talk, danger: Question) -> None:
    """Say the calm words for a danger, also when they were said before."""
    decided = talk.decide(danger)
    talk.ending.take(decided)
    talk.script.ask(decided.answer.row.then.response, talk.words(decided), custom=source_of(decided))
    put_down(talk, decided, danger)


def _show_first(talk: Talk, question: Question) -> None:
    """Show the parcel before what is asked beside its plan; a plan that asks for action is told with it.

    Whoever has the goods in hand knows that they came; of several orders it tells which one is meant.
    """
    planned = settle_plan(talk, Question.WHERE_IS_MY_ORDER)
    came = question in _OF_WHAT_CAME and planned.decided.facts.status is Status.DELIVERED
    if came and not talk.dialogue.orders:
        return
    words = talk.words(planned.decided)
    _show_parcel(talk, planned.decided, words)
    then = planned.decided.answer.row.then
    if then.urgency.rank >= Urgency.ACT.rank and question not in ISSUES:
        talk.script.say([then.response, then.after], words, custom=source_of(planned.decided), role=TurnRole.PLAN)


# ---- without a parcel -------------------------------------------------------------------------------


def tell_general(talk: Talk, question: Question) -> None:
    """Answer what needs no parcel: meanings, advice, the marketplace, the shop's neighbouring topics."""
    decided = with_the_new_address(talk, _general(talk, question))
    if left_out(talk, decided):
        return
    if question is Question.STATUS_MEANING and not _names_a_wording(talk):
        if decided.shipment is None:
            talk.script.ask("utter_which_wording")
            talk.asks(Asked.WORDING)
            return
        decided = _own_status(talk, decided)
    shows = question in ISSUES and decided.shipment is not None and not decided.facts.sent_back
    unasked = shows and talk.dialogue.plan_of(talk.number) is None
    if unasked:
        _show_first(talk, question)
    talk.ending.take(decided)
    then, words = decided.answer.row.then, talk.words(decided)
    paragraphs = [*(note.response for note in decided.answer.notes), then.response, then.after]
    role = role_of(then, unasked)
    if not talk.script.say(paragraphs, words, _related(talk), source_of(decided), role):
        _nothing_new(talk, decided, words)
    put_down(talk, decided, question)


def _general(talk: Talk, question: Question) -> DecidedEnquiry:
    heard = talk.heard
    said = {**talk.memory.claims, **heard.claims, "status": heard.status}
    enquiry = replace(
        # advice is the same whatever the parcel does, so the provider is not asked
        talk.enquiry(question, "" if heard.topic else None),
        topic=heard.topic,
        claims=read_claims(said, question, talk.today),
    )
    return talk.around.answer(enquiry)


def _names_a_wording(talk: Talk) -> bool:
    """Tell whether something is named that can be explained; a parcel's own status is better than an unread wording."""
    unread = talk.heard.status == Status.UNKNOWN.value and bool(talk.number)
    return bool(talk.heard.topic or (talk.heard.status and not unread))


def _own_status(talk: Talk, decided: DecidedEnquiry) -> DecidedEnquiry:
    """Explain the status of the parcel itself, where the shopper named none."""
    shipment = decided.shipment
    if shipment is None:
        return decided
    claims = replace(decided.enquiry.claims, status=shipment.status, substatus=shipment.substatus)
    return talk.around.answer(replace(decided.enquiry, claims=claims))


def _related(talk: Talk) -> list[Button]:
    related = list(talk.around.related(talk.heard.topic))
    return [*related, person_button(talk)] if related else []


def person_button(talk: Talk) -> Button:
    """Offer a person for a tap."""
    return Button(talk.script.title("utter_button_person"), "/talk_to_human")
