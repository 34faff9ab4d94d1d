"""Tell what a message states for a case, takes back of it, or holds against us, from what it asks on the way."""

from __future__ import annotations

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.cases.steam import only_vents
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.own_question import SURE, corrects_an_address, likeliest_follow_up, sure_follow_up
from parcelbot.core.dialogue.hearing.replies import turned_up
from parcelbot.core.dialogue.questions.asked_now import has_the_goods
from parcelbot.core.dialogue.questions.only_asked import asks_in, asks_in_any_way
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import NO_DETAILS, NOT_UNDERSTOOD, PROVIDE_DETAILS
from parcelbot.core.questions import WISHES, Question
from parcelbot.core.reading.cases.case_times import asks_until_when
from parcelbot.core.reading.cases.case_words import Said, adds_something, puts_right, requests
from parcelbot.core.reading.cases.draft_words import says_what_it_is
from parcelbot.core.reading.cases.struck_out import struck_out
from parcelbot.core.reading.facts.what_weighs import reproaches
from parcelbot.core.reading.orders.spared import spares
from parcelbot.core.reading.questions.sentences import denied
from parcelbot.core.reading.wanted.wishes import refuses_to_collect, replaced_by, wished_matters

#: "You misread me" asks for another answer; with what was meant it belongs into the case.
_MISREAD, _WORDS_OF_A_CORRECTION = "misread", 6
#: Second questions that wish for no more than the money or the goods.
_ONLY_A_SETTLEMENT = frozenset({"chooses_money", "money_or_goods", "resend", "send_again"})
#: A line of fewer words tells a person nothing.
_FEWEST_THAT_TELL = 5


def is_no_statement(talk: Talk) -> bool:
    """Tell whether a message is small talk, wants a person, or asks; without English its likeness has to do."""
    heard, acts = talk.heard, talk.acts
    if only_vents(heard):
        return True
    if talk.waits_for(Asked.CASE_CONFIRM) and heard.english and says_what_it_is(heard.text):
        return False
    asks = asks_in_any_way(heard)
    if replaced_by(heard.text) or (reproaches(heard.text) and not asks):
        return False
    takes_out = Said.REFUSES.value in heard.says or spares(heard.text) or struck_out(heard.text)
    if takes_out and not asks:
        return False
    if acts.wants_person or acts.social or acts.language or asks:
        return True
    adds = adds_something(heard.text, heard.says) or puts_right(heard.text, heard.says)
    wishes = WISHES.intersection(acts.questions) and not _wishes_in_a_way_of_its_own(talk)
    if adds or corrects_an_address(heard) or wishes:
        return False
    if heard.has_question_mark or asks_until_when(heard.text, heard.says):
        return True
    if heard.english and likeliest_follow_up(heard, SURE) == _MISREAD and heard.words >= _WORDS_OF_A_CORRECTION:
        return False
    return sure_follow_up(heard) or (not heard.english and bool(acts.questions))


def _wishes_in_a_way_of_its_own(talk: Talk) -> bool:
    """Tell whether a wish is one with an answer of its own: by another carrier, or part of the money."""
    heard = talk.heard
    return sure_follow_up(heard) and likeliest_follow_up(heard, SURE) not in _ONLY_A_SETTLEMENT


def only_reproaches(talk: Talk) -> bool:
    """Tell whether a message only says how its shopper was treated; what it resembles besides is not asked."""
    heard = talk.heard
    asks = asks_in(heard) or heard.gives_details or requests(heard.text) or wished_matters(heard.text)
    return bool(heard.english and talk.number and talk.dialogue.row and reproaches(heard.text)) and not asks


def takes_a_wish_away(talk: Talk) -> bool:
    """Take note of what is not so, or not wished, where a message says nothing else: "nothing is missing inside"."""
    heard = talk.heard
    gone = denied(heard.text)
    asks = (
        wished_matters(heard.text)
        or talk.acts.questions
        or talk.acts.social
        or talk.acts.wants_person
        or heard.gives_details
        or asks_in(heard)
    )
    refuses = heard.intent in gone or (heard.intent in NOT_UNDERSTOOD and refuses_to_collect(heard.text))
    if not (heard.english and refuses and talk.number) or asks:
        return False
    add_note(talk)
    talk.script.ask("utter_wish_taken_away")
    talk.ending.offer = not talk.waits_for(Asked.PERSON)
    return True


def says_something(talk: Talk) -> bool:
    """Tell whether a message is more than details or small talk."""
    return not talk.heard.text.startswith("/") and talk.heard.intent not in (PROVIDE_DETAILS, NO_DETAILS)


def tells_what_no_field_takes(talk: Talk) -> bool:
    """Tell whether a line about a parcel that was told of says something that only a person can do anything about."""
    heard = talk.heard
    empty = not (heard.gives_details or heard.phone or heard.text.startswith("/"))
    return empty and bool(talk.dialogue.row) and heard.intent == PROVIDE_DETAILS and heard.words >= _FEWEST_THAT_TELL


def adds_to_a_case(talk: Talk) -> bool:
    """Tell whether a line that is no question belongs to a case that is drafted or with the team."""
    unclear = talk.heard.intent in ("", PROVIDE_DETAILS, NO_DETAILS, *NOT_UNDERSTOOD)
    said_something = unclear or talk.heard.phone
    has_case = (
        talk.dialogue.case is not None
        or talk.ending.open_case
        or talk.around.active_ticket(talk.memory, talk.dialogue) is not None
    )
    return bool(said_something and has_case)


def tells_of_goods_not_found(talk: Talk) -> bool:
    """Tell whether what resembles an arrival is said of goods that are here, and nothing of them is found."""
    arrives = talk.acts.social is Social.PARCEL_ARRIVED and has_the_goods(talk) and not talk.was_missed
    found = turned_up(talk.heard.text) and Question.ITEM_MISSING in talk.was.matters
    return arrives and talk.heard.english and not found
