"""Answer a question that none of ours is by what its word asks for: a day, a place, something to be arranged."""

from __future__ import annotations

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.answers.answering import tell_decided
from parcelbot.core.dialogue.answers.left_open import asks_anything, is_of_the_way
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.questions.asked_now import has_the_goods, told_status
from parcelbot.core.dialogue.second_questions.follow_ups import decide_second
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import WISHES, Question
from parcelbot.core.reading.questions.asked_for import AskedFor

#: Second questions that a word asks of what waits at a counter, of what is on its way, and of goods that came wrong.
_AT_A_COUNTER = {AskedFor.WHEN: "pickup_until", AskedFor.WHERE: "pickup_where"}
_ON_ITS_WAY = {AskedFor.WHERE: "where_exactly"}
_OF_GOODS = "new_in_time"
#: Questions of ours that a word asks of what is on its way.
_QUESTIONS = {AskedFor.WHEN: Question.ARRIVAL_DATE, AskedFor.ARRANGED: Question.DELIVERY_WISH}
_COMES = frozenset({Status.INFO_RECEIVED, Status.IN_TRANSIT, Status.OUT_FOR_DELIVERY, Status.EXCEPTION})
_MAY_COME = _COMES | {Status.DELIVERY_FAILURE, Status.AVAILABLE_FOR_PICKUP}
#: Something else is to be done then than the carrier could.
_OF_THE_SHOP = WISHES - {Question.CHANGE_ADDRESS, Question.DELIVERY_WISH}
_ASK_THEM = "ask_carrier_for_me"
#: From this likeness on it is asked whether we speak to the carrier.
_LIKE_ASKING_THEM = 0.1
#: Which day something is needed by.
_DAYS = frozenset({"needed_by", "date", "duration"})


def tell_by_its_word(talk: Talk) -> bool:
    """Answer a question by its word; False where it asks for none of these, or all of that was said."""
    asked = _asked(talk)
    decided = _decided(talk, asked) if asked is not None else None
    if decided is None or not talk.script.next_text(decided.answer.row.then.response, talk.words(decided)):
        return False
    talk.keep_the_matter()
    if asked is AskedFor.ARRANGED or decided.enquiry.follow_up == _OF_GOODS:
        # a person who takes the case can see to it
        add_note(talk)
        talk.ending.add_to_case |= talk.around.active_ticket(talk.memory, talk.dialogue) is not None
    tell_decided(talk, decided)
    return True


def _asked(talk: Talk) -> AskedFor | None:
    """Read what the word of a question asks for that has no other answer, about a parcel that was told of."""
    heard, acts = talk.heard, talk.acts
    gives = heard.gives_details or heard.phone
    other = acts.wants_person or acts.asks_for_ticket or acts.social or acts.language or acts.complains
    if gives or other or not talk.dialogue.row or not asks_anything(talk):
        return None
    return heard.form.asked_for


def _decided(talk: Talk, asked: AskedFor) -> DecidedEnquiry | None:
    """Decide what answers the word where it stands: goods in hand, a counter, the way; None where nothing does."""
    status = told_status(talk)
    if has_the_goods(talk):
        return decide_second(talk, (_OF_GOODS,)) if asked is AskedFor.WHEN and _needs_another(talk) else None
    if not is_of_the_way(talk) or status not in _MAY_COME:
        return None
    if asked is AskedFor.ARRANGED:
        return _of_the_carrier(talk)
    seconds = _AT_A_COUNTER if status is Status.AVAILABLE_FOR_PICKUP else _ON_ITS_WAY
    if second := seconds.get(asked):
        return decide_second(talk, (second,))
    return talk.decide(_QUESTIONS[asked])


def _needs_another(talk: Talk) -> bool:
    """Tell whether another piece is needed by a day, and no money is wished back for it."""
    return bool(_DAYS.intersection(talk.heard.claims)) and Question.REFUND_WANTED not in talk.dialogue.matters


def _of_the_carrier(talk: Talk) -> DecidedEnquiry | None:
    """Decide whether we ask the carrier, or how it is arranged with them; None of what only the shop can do."""
    if talk.heard.intent in _OF_THE_SHOP:
        return None
    asks_us = any(f.name == _ASK_THEM and f.belief >= _LIKE_ASKING_THEM for f in talk.heard.follow_ups)
    return decide_second(talk, (_ASK_THEM,)) if asks_us else talk.decide(_QUESTIONS[AskedFor.ARRANGED])
