"""Take the answer to the question that was open, before anything else in a message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from parcelbot.core.answering.assumed import with_assumed
from parcelbot.core.answering.memory import NO_PARCEL
from parcelbot.core.answering.open_question import OFFERED_BESIDE, Asked
from parcelbot.core.dialogue.answers.answering import answer_all, tell_plan
from parcelbot.core.dialogue.cases.beside_a_case import add_note, note_reason, say_that_it_is_noted
from parcelbot.core.dialogue.hearing.acts import Social, only_acknowledges
from parcelbot.core.dialogue.hearing.own_question import SURE, likeliest_follow_up
from parcelbot.core.dialogue.hearing.replies import Reply, agrees_in_words, answers_a_check, declines_politely
from parcelbot.core.dialogue.nothing_asked.postponing import take_postponement
from parcelbot.core.dialogue.nothing_asked.searching import take_search
from parcelbot.core.dialogue.nothing_asked.smalltalk import (
    leave_it_there,
    not_useful,
    parcel_found,
    say_goodbye,
    useful,
)
from parcelbot.core.dialogue.nothing_asked.wants_a_person import refuses_anybody_now
from parcelbot.core.dialogue.open_question.case_replies import take_case_reply
from parcelbot.core.dialogue.questions.asked_beside import asks_beside_a_case
from parcelbot.core.dialogue.questions.asked_now import has_the_goods, told_status
from parcelbot.core.dialogue.questions.only_asked import asks_in_full
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.team.open_case import take_back_reply
from parcelbot.core.dialogue.watching import decline_news, take_news_email
from parcelbot.core.intents import AFFIRM, DENY
from parcelbot.core.parcel.shipment import Status, WantedDetail
from parcelbot.core.parcel.wanted_details import read_detail
from parcelbot.core.questions import SETTLEMENTS, Question
from parcelbot.core.reading.cases.case_words import leaves_it, puts_right, takes_back
from parcelbot.core.reading.cases.draft_words import asks_what_we_need
from parcelbot.core.reading.contact.contact_words import carrier_sent_to_us
from parcelbot.core.reading.replies.offers import takes_it_up
from parcelbot.core.reading.replies.partings import says_good_night, thanks_and_leaves
from parcelbot.core.reading.wanted.wishes import wished_matters

#: More words than these say something else as well, or in its place.
_WORDS_OF_A_PLAIN_YES = 6
_LIST_STEP, _CARRIER_STEP = "places_checked", "carrier_contacted"
#: The list that is shown names the household and the neighbours as well.
_NAMED_BESIDE = {_LIST_STEP: ("people_asked",)}
_LOOKED = "looked_everywhere"
#: Beside another second question that a message more likely is.
_MAY_HAVE_LOOKED = 0.25


def take_reply(talk: Talk) -> bool:
    """Take the answer to what was asked; True when nothing else of the message is left to answer."""
    if take_postponement(talk) or take_search(talk) or take_case_reply(talk):
        return True
    waiting = talk.open
    if waiting is None:
        return False
    if waiting.asked is Asked.DETAIL:
        return _take_detail(talk, WantedDetail(waiting.about))
    if waiting.asked is Asked.NEWS_EMAIL:
        return take_news_email(talk, talk.acts.reply)
    if waiting.asked is Asked.CHECK and carrier_sent_to_us(talk.heard.text):
        # whatever was not looked at yet: the carrier has said whose turn it is
        return False
    if _takes_the_offer_beside(talk):
        note_reason(talk)
        talk.ending.wanted = True
        return True
    if waiting.asked is Asked.PERSON and _asks_what_the_offer_needs(talk):
        # what is needed for it is asked for next
        talk.note(open=None)
        talk.ending.wanted = True
        return True
    return _take_said(talk, waiting.asked)


def _take_said(talk: Talk, asked: Asked) -> bool:
    """Take a reply by what was asked; True when the message holds nothing else."""
    leaves = leaves_it(talk.heard.text, talk.heard.says) and not takes_back(talk.heard.text)
    reply, taker = _reply_to(talk, asked), _TAKERS.get(asked)
    if reply is None or taker is None or (asked is Asked.HELPED and leaves):
        return False
    taker(talk, reply)
    if asked is Asked.CHECK:
        return True
    return not (talk.acts.questions or (asked is Asked.PERSON and asks_beside_a_case(talk)))


def _reply_to(talk: Talk, asked: Asked) -> Reply | None:
    """Read the reply; what was looked at, or an offer taken up in other words, is a yes whatever it resembles."""
    reply = talk.acts.reply
    if asked is Asked.PERSON and refuses_anybody_now(talk):
        return Reply.NO
    if asked is Asked.CHECK and reply is not Reply.FOUND and _looked_everywhere(talk):
        return Reply.YES
    if asked is Asked.CHECK and _tells_of_checks(talk):
        return reply or Reply.YES
    if asked is Asked.PERSON and (takes_it_up(talk.heard.text) or _gives_where_to_reach(talk)):
        return Reply.YES
    return reply


def _asks_what_the_offer_needs(talk: Talk) -> bool:
    """Tell whether the offer of a person is answered with what we need for it: that takes it up."""
    return _reply_to(talk, Asked.PERSON) is not Reply.NO and asks_what_we_need(talk.heard.text)


def _take_detail(talk: Talk, wanted: WantedDetail) -> bool:
    """Take what the carrier wants to be told, and look the parcel up with it; True when the message holds it."""
    enquiry = talk.enquiry(talk.plan_question)
    country = enquiry.claims.country or (enquiry.order.destination if enquiry.order else "")
    detail = read_detail(talk.heard.text, wanted, country)
    if not detail:
        return False
    talk.note(open=None)
    talk.remember(detail=detail)
    tell_plan(talk, talk.plan_question)
    return True


def _looked_everywhere(talk: Talk) -> bool:
    """Tell whether a message says in other words that there is nothing left to search; that asks no carrier."""
    if talk.open is not None and talk.open.about == _CARRIER_STEP:
        return False
    return likeliest_follow_up(talk.heard, SURE) == _LOOKED


def _may_have_looked(talk: Talk) -> bool:
    """Tell whether a message that says who was asked may say as well that there is nothing left to search."""
    denies = talk.heard.intent == DENY
    may_be = any(found.name == _LOOKED and found.belief >= _MAY_HAVE_LOOKED for found in talk.heard.follow_ups)
    return may_be and not denies


def _gives_where_to_reach(talk: Talk) -> bool:
    """Tell whether the offer of a person is answered with where to reach the shopper, or of the shop with the order.

    A return is the shop's, too: what told of it asked for the number of the order.
    """
    heard, parcel = talk.heard, talk.known_before.parcel
    asked_of_it = talk.around.second_matters.is_of_the_shop(talk.dialogue.second)
    of_the_shop = asked_of_it or Question.RETURN_ITEM in talk.dialogue.matters
    of_another = heard.numbers or (heard.order_number and parcel in ("", NO_PARCEL) and not of_the_shop)
    given = heard.email or heard.phone or (of_the_shop and heard.order_number)
    corrects = puts_right(heard.text, heard.says) or Question.CHANGE_ADDRESS in talk.acts.questions
    return bool(given) and not (of_another or corrects)


def _take_what_is_asked_beside(talk: Talk) -> None:
    """Leave of the message what it asks, not what its reason or an address in it resembles."""
    if asks_beside_a_case(talk):
        return
    talk.acts = replace(talk.acts, questions=())
    if asks_in_full(talk.heard):
        add_note(talk)
        talk.script.ask("utter_noted_question")


def _take_offer(talk: Talk, reply: Reply) -> None:
    talk.note(open=None)
    if reply is Reply.NO and (wished := tuple(SETTLEMENTS.intersection(wished_matters(talk.heard.text)))):
        # "don't bother asking. Refund." declines the asking, and wants a person for the money
        talk.acts = replace(talk.acts, questions=wished, reply=None)
        return
    if reply is Reply.YES:
        # what is shown next holds it
        knows_all = bool(talk.dialogue.answer_to_or(talk.memory.email))
        (note_reason if knows_all else say_that_it_is_noted)(talk)
        _take_what_is_asked_beside(talk)
        talk.ending.wanted = True
        return
    talk.ending.declined = True
    talk.note(declined=True)
    if thanks_and_leaves(talk.heard.text, talk.heard.says) or says_good_night(talk.heard.text, talk.heard.says):
        say_goodbye(talk)
    elif not (talk.acts.questions or asks_beside_a_case(talk)):
        leave_it_there(talk, "utter_no_ticket")


def _take_helped(talk: Talk, reply: Reply) -> None:
    talk.note(open=None)
    # "ok, and can I send it back?" thanks for nothing yet
    if talk.acts.questions:
        return
    if only_acknowledges(talk.heard):
        talk.script.ask("utter_acknowledged")
    elif reply is Reply.YES and _may_want_a_person(talk):
        note_reason(talk)
        talk.ending.wanted = True
    elif reply is Reply.NO and declines_politely(talk.heard.text):
        talk.script.ask("utter_no_ticket")
    elif reply is Reply.YES and not _praises(talk):
        # nobody was asked aloud whether it helped
        useful(talk, "utter_acknowledged")
    else:
        (useful if reply is Reply.YES else not_useful)(talk)


def _praises(talk: Talk) -> bool:
    """Tell whether a message says by its button or its words that an answer helped."""
    return talk.heard.intent == Social.FEEDBACK_USEFUL.value


def _may_want_a_person(talk: Talk) -> bool:
    """Tell whether a plain yes takes up what was only told: of a parcel without a day to wait for, a person's help."""
    says_yes = talk.heard.intent == AFFIRM and agrees_in_words(talk.heard.text)
    comes = talk.number and told_status(talk) is not Status.DELIVERED and not has_the_goods(talk)
    return bool(says_yes and comes) and talk.plan_day is None and talk.dialogue.plan_of(talk.number) is not None


def _take_news(talk: Talk, reply: Reply) -> None:
    """Take whether to write when there is news."""
    if reply is Reply.YES:
        talk.note(open=None)
        answer_all(talk, [Question.NOTIFY_ME])
    elif not talk.acts.questions:
        decline_news(talk)


def _take_missing(talk: Talk, reply: Reply) -> None:
    """Take whether the parcel is there after all."""
    talk.note(open=None)
    if reply in (Reply.FOUND, Reply.YES):
        parcel_found(talk)
    else:
        missing = Question.DELIVERED_NOT_RECEIVED
        talk.remember(question=missing.value, issue=missing.value)
        tell_plan(talk, missing)
        # said once: "it says delivered, but nothing came" answers and asks the same
        talk.acts = replace(talk.acts, questions=tuple(q for q in talk.acts.questions if q is not missing))


def _takes_the_offer_beside(talk: Talk) -> bool:
    """Tell whether a yes that names no search takes up the person whom the answer beside an open step offered."""
    waiting, text = talk.open, talk.heard.text
    offered = waiting is not None and waiting.asked is Asked.CHECK and OFFERED_BESIDE in waiting.choices
    searched = text.startswith("/") or answers_a_check(text) or _tells_of_checks(talk) or _looked_everywhere(talk)
    return offered and talk.acts.reply is Reply.YES and not searched


def _tells_of_checks(talk: Talk) -> bool:
    """Tell whether the message itself says what was checked, whichever step was asked about."""
    return talk.memory.checks != talk.known_before.checks


def _surely_done(talk: Talk) -> bool:
    """Tell whether a step is said to be done in so many words: by the button, a plain yes, or "I asked them"."""
    text = talk.heard.text
    plain = talk.heard.words <= _WORDS_OF_A_PLAIN_YES and not talk.heard.has_question_mark
    return text.startswith("/") or plain or answers_a_check(text)


def _take_check(talk: Talk, reply: Reply) -> None:
    """Take one step of the checklist, and decide anew with it."""
    check = talk.open.about if talk.open else ""
    if reply is Reply.FOUND:
        parcel_found(talk)
        return
    if not _tells_of_checks(talk):
        talk.remember(**{check: reply is Reply.YES})
        if reply is Reply.YES and not _surely_done(talk):
            talk.remember(claims=with_assumed(talk.memory.claims, (check, *_NAMED_BESIDE.get(check, ()))))
        if check == _LIST_STEP and reply is Reply.YES and talk.memory.people_asked is None:
            # the list that was shown names the household and the neighbours as well
            talk.remember(people_asked=True)
    talk.ending.checklist = True
    if check == _LIST_STEP and _may_have_looked(talk):
        talk.remember(places_checked=True)
    if check == _LIST_STEP and talk.memory.places_checked is None:
        # the neighbours were asked; whoever said so is not shown the same list again
        talk.asks(Asked.CHECK, about=check)
        talk.script.say("utter_own_door_first")
        return
    if not talk.next_check:
        tell_plan(talk, Question.DELIVERED_NOT_RECEIVED)


_TAKERS: Mapping[Asked, Callable[[Talk, Reply], None]] = {
    Asked.PERSON: _take_offer,
    Asked.HELPED: _take_helped,
    Asked.MISSING: _take_missing,
    Asked.CHECK: _take_check,
    Asked.NEWS: _take_news,
    Asked.TAKE_BACK: take_back_reply,
}
