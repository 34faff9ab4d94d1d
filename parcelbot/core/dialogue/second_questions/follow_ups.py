"""Read a message as a second question about the parcel that was told of, and answer it around the plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.open_matters import Matter
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.remembering import with_told
from parcelbot.core.answering.tables import table_of
from parcelbot.core.dialogue.answers.answering import tell_decided, tell_plan
from parcelbot.core.dialogue.answers.plans import plan_stands
from parcelbot.core.dialogue.cases.beside_a_case import add_note, note_wishes
from parcelbot.core.dialogue.cases.new_address import of_the_change
from parcelbot.core.dialogue.cases.shop_matters import keep_shop_matter
from parcelbot.core.dialogue.hearing.own_question import (
    ASK_CARRIER,
    CANCEL_WITHDRAWN,
    CORRECTION,
    NO_CODE,
    doubts_the_shop,
    matter_of_the_order,
)
from parcelbot.core.dialogue.hearing.supposing import what_is_supposed
from parcelbot.core.dialogue.questions.asked_now import has_the_goods, told_status
from parcelbot.core.dialogue.questions.only_asked import asks_in, asks_or_is_marked
from parcelbot.core.dialogue.second_questions.believed import (
    CARRIER_REFUSES,
    PLAIN_ANSWER,
    believed_follow_ups,
    follows_without_a_parcel,
    names_a_country,
)
from parcelbot.core.dialogue.second_questions.likely_here import nearly_believed
from parcelbot.core.dialogue.second_questions.which_meant import ask_which_is_meant
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.told.put_right import NOT_ASKED_HERE, puts_right, tell_asked_beside
from parcelbot.core.parcel.shipment import Stage, Status
from parcelbot.core.questions import SETTLEMENTS, Question
from parcelbot.core.reading.contact.persons import asks_for_a_person
from parcelbot.core.reading.facts.reasons import reasons_supposed
from parcelbot.core.reading.orders.other_article import wants_another_article
from parcelbot.core.reading.questions.second_words import asks_how_far
from parcelbot.core.reading.replies.confirming import CONFIRM_RECEIPT
from parcelbot.core.reading.times.near_days import names_a_near_day
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.wishes import wished_matters

_WHOM = "who_to_ask"
#: What is asked of the person who would take over, before anybody wants one.
_OF_A_PERSON = frozenset({_WHOM, "what_person_does", "when_reply", "what_you_need", "all_in_case", "how_contacted"})
#: Asked of an address that was to be changed, they are about that.
_OF_A_CHANGE = frozenset({_WHOM, "done_yet", "is_it_changed"})
#: Who buys now and pays later is asked for money by that company.
_INSTALMENTS = "instalments"
#: On which day something comes is answered by a table of its own.
_BY_A_DAY, _ARRIVAL = "come_by", "arrival"
#: They are answered from the plan that was told; where another holds by now, or none was told, they ask for it.
_OF_THE_PLAN = frozenset(
    {
        "lost",
        "how_sure",
        "then_what",
        "is_normal",
        "still_nothing",
        "cant_wait",
        "do_nothing",
        "starts_again",
        "when_know_more",
        "moved_since",
    }
)
#: While they are open, what is asked is of them as well: which number, what for, whether by a name.
_WHOSE_PARCEL = frozenset({Asked.PARCEL, Asked.CASE_EMAIL, Asked.CASE_ORDER})
#: What rows were told of is not asked or advised once more: to copy the number, to try the page.
_TOLD_BY_ROW = {
    "right_number": Told.COPIED,
    "site_fails": Told.SITE_FAILS,
    "box_gone_goods": Told.PACKING_GONE,
    "box_gone_shown": Told.PACKING_GONE,
}
#: Whoever has looked everywhere is not asked once more whether it is missing.
_LOOKED = "looked_everywhere"
_RESEND = "resend"
#: What the case itself answers by the hour that was promised, where one was.
_OF_A_PROMISE = {"when_reply_ticket": "utter_case_due_again", "no_answer_by_then": "utter_case_if_late"}
_NOT_TOLD_OF_A_TICKET = "not_told_ticket"
#: What is told with these belongs into the case, in the shopper's words.
_FOR_THE_CASE = frozenset(
    {
        CORRECTION,
        CARRIER_REFUSES,
        "compensation",
        "no_such_house",
        "neighbour_denies",
        "never_refused",
        "not_told",
        "address_was_right",
        CANCEL_WITHDRAWN,
    }
)


def tell_second(talk: Talk) -> bool:
    """Answer the second question that the message most likely is; False where it is none.

    Plan and date stay as they are, and what the case is about is not read from this message.
    """
    decided = _decided(talk) if _can_follow(talk) and not _wishes_a_settlement(talk) else None
    if decided is None:
        return False
    tell_decided_second(talk, decided)
    return True


def tell_decided_second(talk: Talk, decided: DecidedEnquiry) -> None:
    """Tell the answer to a second question, with what follows from that it was asked."""
    if _only_asks_of_a_person(talk, decided.enquiry.follow_up):
        talk.acts = replace(talk.acts, wants_person=False)
    if not _says_it_never_came(talk):
        talk.keep_the_matter()
    if decided.enquiry.follow_up in _OF_THE_PLAN and _has_a_plan_to_hear(talk):
        tell_plan(talk, talk.plan_question)
        return
    if decided.enquiry.follow_up in _FOR_THE_CASE or puts_right(talk):
        add_note(talk)
        talk.ending.case_moved = talk.dialogue.case is not None
        if decided.answer.row.id == _NOT_TOLD_OF_A_TICKET:
            # its answer says so itself
            talk.ending.add_to_case = True
    if told := _TOLD_BY_ROW.get(decided.answer.row.id):
        talk.remember(claims=with_told(talk.memory, {told}))
    if decided.enquiry.follow_up == _LOOKED:
        talk.remember(places_checked=True)
    if (of_the_case := _OF_A_PROMISE.get(decided.answer.row.id)) and _tell_due(talk, of_the_case):
        return
    tell_decided(talk, decided)
    if decided.enquiry.follow_up == ASK_CARRIER and talk.ending.offer and not asks_in(talk.heard):
        # "it's your job to ask them" asks for it; "is anybody looking for it?" wants to know
        talk.ending.wanted = True
    if decided.enquiry.follow_up == NO_CODE:
        # the days at the counter or in the locker run meanwhile
        talk.ending.hand_over = True
    keep_shop_matter(talk, decided.enquiry.follow_up)
    tell_asked_beside(talk, decided)
    if decided.enquiry.follow_up == _RESEND:
        # "I can pass your wish on already" holds when a case is drafted next
        note_wishes(talk)
    talk.note(second=decided.enquiry.follow_up)


def _only_asks_of_a_person(talk: Talk, asked: str) -> bool:
    """Tell whether a message asks whom to turn to, or what a person does and when: it has not asked for one yet."""
    if talk.acts.wants_action or asked not in _OF_A_PERSON:
        return False
    return asked == _WHOM or (asks_or_is_marked(talk.heard) and not asks_for_a_person(talk.heard.text, talk.heard.says))


def _tell_due(talk: Talk, response: str) -> bool:
    """Say by when the case is answered, or what follows if not; False where none is, or no time was promised."""
    ticket = talk.around.active_ticket(talk.known_before, talk.dialogue)
    if ticket is None or not ticket.promised or talk.around.overdue(ticket):
        return False
    talk.script.ask(response, talk.around.ticket_words(ticket))
    return True


def _wishes_a_settlement(talk: Talk) -> bool:
    """Tell whether a message names the money or the goods it wants, and asks nothing: that is told, not asked of."""
    heard = talk.heard
    if asks_in(heard) or heard.has_question_mark or wants_another_article(heard.text):
        return False
    named = SETTLEMENTS.intersection(wished_matters(heard.text)) if heard.english else heard.intent in SETTLEMENTS
    return bool(named) and bool(SETTLEMENTS.intersection(talk.acts.questions))


def _says_it_never_came(talk: Talk) -> bool:
    """Tell whether a message says with its second question that what is marked as delivered is not there."""
    return Question.DELIVERED_NOT_RECEIVED in talk.acts.questions and told_status(talk) is Status.DELIVERED


def _has_a_plan_to_hear(talk: Talk) -> bool:
    """Tell whether a parcel that is waited for stands otherwise than was told, if anything was."""
    waits = bool(talk.number) and not has_the_goods(talk)
    return waits and not plan_stands(talk, talk.plan_question)


def _decided(talk: Talk) -> DecidedEnquiry | None:
    """Decide the likeliest second question that makes sense where the parcel stands; None where none does."""
    if not _speaks_of_a_parcel(talk):
        return decide_second(talk, (_meant(talk, found.name) for found in follows_without_a_parcel(talk)))
    decided = decide_second(talk, (_meant(talk, found.name) for found in believed_follow_ups(talk)))
    if decided is not None:
        return decided
    nearly = nearly_believed(talk, partial(_makes_sense, talk))
    return decide_second(talk, (_of_whose_money(talk, found.name) for found in nearly))


def ask_back(talk: Talk) -> bool:
    """Ask back which second question is meant, where one can follow; False where nothing is to be asked."""
    return _can_follow(talk) and ask_which_is_meant(talk, partial(_makes_sense, talk))


def _makes_sense(talk: Talk, name: str) -> bool:
    """Tell whether a second question has an answer where the parcel stands."""
    return decide_second(talk, [name]) is not None


def decide_second(talk: Talk, names: Iterable[str]) -> DecidedEnquiry | None:
    """Decide the first of these second questions that makes sense where the parcel stands; None where none does."""
    enquiry = replace(
        talk.enquiry(talk.plan_question),
        after=table_of(talk.dialogue.told or talk.dialogue.row),
        asked_soon=names_a_near_day(talk.heard.text, talk.heard.claims.get("needed_by", ""), talk.today),
        asked_how_far=asks_how_far(talk.heard.text, names_a_country(talk)),
        asked_reasons=reasons_supposed(talk.heard.text),
        supposed=what_is_supposed(talk.heard),
    )
    about = Question.CHANGE_ADDRESS if of_the_change(talk) else enquiry.question
    answers = (
        talk.around.answer(
            replace(enquiry, follow_up=name, question=about if name in _OF_A_CHANGE else enquiry.question)
        )
        for name in names
    )
    return next((decided for decided in answers if decided.answer.row.id != NOT_ASKED_HERE), None)


def _meant(talk: Talk, name: str) -> str:
    """Take the wish for a plain yes or no for the question that was answered last."""
    if name != PLAIN_ANSWER:
        return name
    return talk.dialogue.second or (_BY_A_DAY if table_of(talk.dialogue.row) == _ARRIVAL else name)


def _of_whose_money(talk: Talk, name: str) -> str:
    """Take what hardly asks of a charge for the instalments, where those were talked of and nothing is at customs."""
    of, charged = talk.around.second_matters.of, Matter.CUSTOMS in talk.dialogue.open_matters
    if of(name) is not Matter.CUSTOMS or charged or _INSTALMENTS not in talk.dialogue.shop_matters:
        return name
    facts = talk.decide(talk.plan_question).facts
    return name if facts.demand or facts.stage is Stage.CUSTOMS else _INSTALMENTS


def _can_follow(talk: Talk) -> bool:
    """Tell whether something was answered before this message, or none is needed for it; it names no other parcel."""
    heard = talk.heard
    # the order number that a case waited for is no other parcel's
    order = heard.order_number and not (talk.ending.case_moved or talk.ending.wanted)
    names_another = bool(heard.numbers or order or heard.ambiguous_number)
    if heard.topic == CONFIRM_RECEIPT:
        # its day and its counter are told with it
        return False
    if heard.text.startswith("/"):
        # a button may stand for one
        return bool(heard.follow_ups) and _speaks_of_a_parcel(talk)
    if not talk.dialogue.row and matter_of_the_order(heard, talk.around.second_matters):
        return True
    asks = talk.open is not None and talk.open.asked in _WHOSE_PARCEL
    return heard.words > 1 and not names_another and (_speaks_of_a_parcel(talk) or asks)


def _speaks_of_a_parcel(talk: Talk) -> bool:
    """Tell whether something was answered that a question can follow, or it is one that is asked of no parcel."""
    heard = talk.heard
    told = bool(talk.dialogue.row or talk.dialogue.plans or talk.memory.several)
    return told or doubts_the_shop(heard) or bool(matter_of_the_order(heard, talk.around.second_matters))
