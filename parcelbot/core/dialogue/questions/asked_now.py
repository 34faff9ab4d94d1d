"""List what a message asks now: its own questions, what waited for details, and what they mean where the parcel is."""

from __future__ import annotations

from collections.abc import Mapping

from parcelbot.core.dialogue.questions.sense import (
    cannot_have_happened,
    first_sensible,
    happened_for_sure,
    is_about_the_goods,
    is_hardly_meant,
    makes_sense,
)
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import NOT_UNDERSTOOD
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import LookupOutcome, Status, may_be_here
from parcelbot.core.questions import BUYERS_QUESTIONS, GOODS, ISSUES, PLAN_QUESTIONS, Question
from parcelbot.core.reading.goods.goods_words import troubles_told
from parcelbot.core.reading.orders.returns import speaks_of_money, wants_the_money_back
from parcelbot.core.reading.told.telling import Told

#: Trouble with goods that have not come is told of from this belief on.
_SURE = 0.9
#: What a buyer asks before an order means this of a parcel that is on its way.
_OF_A_PARCEL_BOUGHT = {
    Question.SHIPPING_TIME: Question.ARRIVAL_DATE,
    Question.IMPORT_DUTIES: Question.CUSTOMS_PAYMENT,
}
#: The same of an order whose parcel was not told of: what it cost to send was paid with it.
_OF_AN_ORDER: Mapping[Question, Question | None] = {**_OF_A_PARCEL_BOUGHT, Question.SHIPPING_COST: None}
#: Explained without a parcel; one that is named with it for the first time is looked up all the same.
_EXPLAINED = frozenset({Question.STATUS_MEANING, Question.SELLER_WAIT_OR_DISPUTE})
_OF_THE_PARCEL = PLAN_QUESTIONS | {Question.ARRIVAL_DATE, Question.REFUND_WANTED}


def questions_now(talk: Talk, took_parcel: bool) -> list[Question]:
    """List what is to be answered now: what the message asks, and what waited for its details."""
    asked, heard = list(talk.acts.questions), talk.heard
    if talk.acts.days is not None:
        talk.remember(claims={**talk.memory.claims, "protection_days": talk.acts.days})
        asked = [*asked, Question.SELLER_WAIT_OR_DISPUTE]
    names_something = (heard.topic or heard.status) and not talk.acts.language
    if not asked and names_something and not talk.acts.social:
        asked = [Question.STATUS_MEANING]
    if heard.numbers:
        # with a number there is nothing left to explain about how to track it
        asked = [talk.plan_question if question is Question.HOW_TO_TRACK else question for question in asked]
    if heard.gives_details and not talk.dialogue.plans and set(asked) & _EXPLAINED:
        asked = [talk.plan_question, *asked]
    waiting = [Question(name) for name in talk.dialogue.pending]
    if took_parcel:
        asked = [question for question in asked if question is not Question.ALL_PARCELS]
    if (heard.gives_details or took_parcel) and not talk.dialogue.case:
        only_where = not asked or asked == [Question.WHERE_IS_MY_ORDER]
        asked = (waiting or asked or [_still_open(talk)]) if only_where else [*waiting, *asked]
    # once something was told, what nobody understood is mostly no question of these
    unclear = heard.intent in NOT_UNDERSTOOD and not talk.dialogue.row
    guess = talk.around.best_guess if talk.number and unclear else ""
    if not asked and guess and not talk.acts.language and not talk.dialogue.case:
        asked = [Question(guess)]
    if not asked and heard.claims.get("sales_channel") and talk.number:
        asked = [talk.plan_question]
    status = None if heard.text.startswith("/") else told_status(talk)
    asked = [_of_our_own_shop(talk, question) for question in _about_a_return(talk, asked)]
    meant = [_where_it_stands(talk, question, status) for question in asked]
    return list(dict.fromkeys(question for question in meant if question is not None))


def _where_it_stands(talk: Talk, question: Question, status: Status | None) -> Question | None:
    """Take a question for what it means where the parcel stands, or for the likeliest that makes sense there.

    None for what a buyer asks, where nothing else was meant, and for what nobody asks of goods that are wrong.
    """
    if not fits_the_goods(talk, question):
        talk.keep_the_matter()
        return None
    if status is None:
        return _OF_AN_ORDER.get(question, question) if _has_an_order(talk) else question
    meant = _OF_A_PARCEL_BOUGHT.get(question, question)
    if makes_sense(meant, talk.heard, status):
        return meant
    found = first_sensible(talk.around.likely, talk.heard, status)
    talk.keep_the_matter()
    return found or (None if question in BUYERS_QUESTIONS or _is_only_likened(talk, question) else question)


def _has_an_order(talk: Talk) -> bool:
    """Tell whether the talk is of an order that is there."""
    memory = talk.known_before
    return bool(talk.number or memory.order_number) and talk.around.identify(memory).order is not None


def _is_only_likened(talk: Talk, question: Question) -> bool:
    """Tell whether trouble with goods that have not come is only resembled: no word of the message tells of it."""
    spoken_of = question in (talk.dialogue.question, *talk.dialogue.matters)
    if question is Question.PARCEL_STOLEN:
        return not (spoken_of or happened_for_sure(question, talk.heard))
    in_words = talk.heard.english and question in troubles_told(talk.heard.text) and talk.heard.confidence >= _SURE
    return question in GOODS and not (spoken_of or in_words)


def possible_there(talk: Talk, questions: list[Question]) -> list[Question]:
    """Leave out what cannot have happened to a parcel that was looked up just now; its plan takes the place."""
    status = talk.decide(talk.plan_question).facts.status if talk.number and told_status(talk) is None else None
    may_be = [q for q in questions if happened_for_sure(q, talk.heard) or not cannot_have_happened(q, status)]
    kept = [q for q in may_be if not is_hardly_meant(q, talk.heard, status)]
    if len(kept) == len(questions):
        return questions
    matters = tuple(name for name in talk.dialogue.matters if Question(name) in kept)
    talk.note(matters=matters, pending=())
    talk.remember(issue="", question="")
    return list(dict.fromkeys([Question.WHERE_IS_MY_ORDER, *kept]))


def has_the_goods(talk: Talk) -> bool:
    """Tell whether the talk is of goods that the shopper has or sent back, and no parcel of it is still to come."""
    status, of_goods = told_status(talk), talk.about_goods
    if status is None or talk.memory.claims.get("sent_back"):
        return of_goods or (talk.in_hand and _gives_something_back(talk))
    here = talk.in_hand and may_be_here(status)
    return here or ((of_goods or holds_the_goods(talk)) and status is Status.DELIVERED)


def holds_the_goods(talk: Talk) -> bool:
    """Tell whether the shopper has said before that the parcel is here, or wants to give something of it back."""
    return _gives_something_back(talk) or Told.IN_HAND in talk.known_before.told


def _gives_something_back(talk: Talk) -> bool:
    return Question.RETURN_ITEM.value in (*talk.dialogue.matters, talk.known_before.issue)


def fits_the_goods(talk: Talk, question: Question) -> bool:
    """Tell whether a question can be meant of the goods that the talk is of; any can where it is of a parcel."""
    heard = talk.heard
    # an e-mail, or the first number of its order, names no other parcel
    known = talk.known_before.order_number
    if question is Question.DELIVERED_NOT_RECEIVED and not (talk.about_goods or talk.in_hand):
        # whoever only asked how to give something back may say all the same that it never came
        return True
    names_another = bool(heard.numbers or (known and heard.order_number not in ("", known)))
    return names_another or is_about_the_goods(question, heard) or not has_the_goods(talk)


def told_status(talk: Talk) -> Status | None:
    """Give the status of the parcel whose plan was told already; None without one."""
    told = bool(talk.number) and talk.dialogue.plan_of(talk.number) is not None
    if not told:
        return None
    facts = talk.decide(talk.plan_question).facts
    return Status.NOT_FOUND if facts.lookup is LookupOutcome.NOT_FOUND else facts.status


def _about_a_return(talk: Talk, asked: list[Question]) -> list[Question]:
    """Ask for the money of a return that the shopper sent back, wherever its parcel is asked for."""
    if not talk.memory.claims.get("sent_back"):
        return asked
    questions = [Question.REFUND_STATUS if question in _OF_THE_PARCEL else question for question in asked]
    if Question.REFUND_STATUS not in questions and speaks_of_money(talk.heard.text):
        questions.append(Question.REFUND_STATUS)
    if Question.REFUND_STATUS in questions:
        talk.remember(issue=Question.REFUND_STATUS.value)
    return questions


def _of_our_own_shop(talk: Talk, question: Question) -> Question:
    """Take a wish for the money of our own order for that: there is no marketplace to argue with."""
    if question is not Question.SELLER_WAIT_OR_DISPUTE or not wants_the_money_back(talk.heard.text):
        return question
    order = talk.around.identify(talk.memory).order
    if order is not None and order.sales_channel == SalesChannel.SHOP:
        talk.remember(issue=Question.REFUND_WANTED.value)
        return Question.REFUND_WANTED
    return question


def _still_open(talk: Talk) -> Question:
    """Choose what details are given for: the wish that was answered last, else the parcel's plan."""
    last = talk.dialogue.question
    return Question(last) if last in ISSUES - PLAN_QUESTIONS else talk.plan_question
