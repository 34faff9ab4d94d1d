"""Take a message for what its words ask, where what it resembles is something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from parcelbot.core import intents
from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.dialogue.hearing.confirming import as_of_a_receipt, is_of_a_receipt
from parcelbot.core.dialogue.hearing.own_question import (
    ASK_CARRIER,
    SURE,
    WAS_CANCELLED,
    doubts_the_shop,
    likeliest_follow_up,
    settlement_named,
    wishes_for_the_door,
)
from parcelbot.core.questions import DANGERS, GOODS, ISSUES, SETTLEMENTS, Question
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.cases.send_orders import orders_to_send
from parcelbot.core.reading.contact.carrier_contact import asks_how_to_reach_the_carrier
from parcelbot.core.reading.contact.contact_words import fears_to_be_put_off, lacks_a_message, was_told_to_wait
from parcelbot.core.reading.contact.phone_questions import asks_for_a_number
from parcelbot.core.reading.facts.charges import denies_notice_of_a_charge
from parcelbot.core.reading.places.stops import denies_a_stop
from parcelbot.core.reading.questions.plain_questions import asks_when_it_comes
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.questions.standing_questions import asks_what_customs_want, asks_whether_it_is
from parcelbot.core.reading.replies.partings import thanks_and_leaves
from parcelbot.core.reading.replies.resolves import turns_elsewhere, waits_on
from parcelbot.core.reading.replies.said_back import says_back_own_step
from parcelbot.core.reading.text.greetings import greeting_language
from parcelbot.core.reading.told.copied_numbers import says_copied
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.acting import asks_beside_the_request, asks_us_to_act

#: What is meant by whoever asks how to reach a carrier, and is not asked beside it.
_LIKE_A_CONTACT = frozenset({Question.CHECK_ADDRESS, Question.CHANGE_ADDRESS, Question.CALL_ME, intents.TALK_TO_HUMAN})
#: What the question for a telephone number resembles.
_LIKE_A_NUMBER = frozenset({*_LIKE_A_CONTACT, *intents.NOT_UNDERSTOOD, Question.CARRIER_CONTACT, intents.BOT_CHALLENGE})
#: What "it's copied from your mail, it must be right" resembles.
_LIKE_A_COPY = frozenset({Question.CHANGE_ADDRESS, Question.CHECK_ADDRESS, Question.RETURN_ITEM, Question.ITEM_WRONG})
#: What is asked by a message that resembles a wish: whether the order was called off, or has another number.
_ASKS_RATHER: Mapping[Question, str] = {
    Question.CANCEL_ORDER: WAS_CANCELLED,
    Question.REPLACEMENT_WANTED: "new_number",
}
#: What "send it", said of a case, resembles.
_LIKE_SENDING = frozenset({"send_again", "resend"})
#: What a message that asks for action surely tells besides: who only asks for a case opens no dispute.
_TOLD_WITH_A_REQUEST = ISSUES - {Question.SELLER_WAIT_OR_DISPUTE, Question.DELIVERY_WISH, Question.SPEED_UP}
_LEAST_BELIEF_WITH_A_REQUEST = 0.6
#: False messages are told of in plain words; what only resembles one would be warned of a fraud that nobody met.
_LEAST_BELIEF_IN_A_FRAUD = 0.85
#: Answered by an article, whatever the parcel does.
_EXPLAINED = frozenset({Question.STATUS_MEANING, Question.HOW_TO_TRACK, Question.SELLER_WAIT_OR_DISPUTE})
_UNDERSTOOD_RIGHT = "understood_right"
#: "That doesn't tell me when it gets here" is a reproach, and asks for the day all the same.
_SAYS_LITTLE = intents.NOT_UNDERSTOOD | {intents.COMPLAINT}
#: Open questions to which "I'll look tomorrow" is an answer.
_TAKES_RESOLVES = frozenset({Asked.CHECK, Asked.MISSING})


@dataclass(frozen=True)
class _Before:
    """Holds what came before a message: a parcel that was `told` of, our open question, a carrier that was named."""

    told: bool
    asked: Asked | None
    of_carrier: bool


_Reading = Callable[[Heard, _Before], Heard]


@dataclass(frozen=True)
class _Rule:
    """Condition and the reading that it calls for; one that does not end lets the next rules read on."""

    holds: Callable[[Heard, _Before], bool]
    reading: _Reading
    ends: bool = True


def as_meant(heard: Heard, told: bool = False, asked: Asked | None = None, of_carrier: bool = False) -> Heard:
    """Read a message by what its words ask.

    `told`: a parcel was told of before. `of_carrier`: the answer before named its carrier. `asked`: our open question.
    """
    before = _Before(told, asked, of_carrier)
    for rule in _RULES:
        if rule.holds(heard, before):
            heard = rule.reading(heard, before)
            if rule.ends:
                # what the words ask is sure; what was left as it is stays as likely as it was
                return heard if rule.reading is _as_it_is else replace(heard, confidence=1.0)
    return heard


def _only(intent: str, **changes: Any) -> _Reading:
    """Build the reading of a message as one intent and nothing beside it."""
    return lambda heard, _: replace(heard, **{"intent": intent, "also_asked": (), "follow_ups": (), **changes})


def _intent(intent: str, **changes: Any) -> _Reading:
    """Build the reading that changes the intent, and besides it nothing but `changes`."""
    return lambda heard, _: replace(heard, intent=intent, **changes)


def _as_the_settlement(heard: Heard, _: _Before) -> Heard:
    return replace(heard, intent=settlement_named(heard), also_asked=(), follow_ups=())


def _as_it_is(heard: Heard, _: _Before) -> Heard:
    return heard


def _without_a_return(heard: Heard, _: _Before) -> Heard:
    return replace(heard, also_asked=tuple(name for name in heard.also_asked if name != Question.RETURN_ITEM))


def _as_of_the_carrier(heard: Heard, _: _Before) -> Heard:
    beside = tuple(name for name in heard.also_asked if name not in _LIKE_A_CONTACT)
    return replace(heard, intent=Question.CARRIER_CONTACT.value, also_asked=beside, follow_ups=())


def _asks_for_the_carriers_phone(heard: Heard, of_carrier: bool) -> bool:
    """Tell whether a telephone is asked for that is the carrier's: it is named, was just told of, or is rung alone."""
    if Said.PHONE.value not in heard.says or Said.RINGS_ME.value in heard.says or heard.phone:
        return False
    done = "carrier_contacted" in heard.checks
    of_it = heard.claims.get("carrier") or heard.intent == Question.CARRIER_CONTACT
    return not done and bool(of_it or of_carrier or Said.CALLS_ONESELF.value in heard.says)


def _as_the_parcel(heard: Heard) -> Heard:
    """Take a number with what its tracking says for the parcel: no article is asked for that its words resemble."""
    intent = Question.WHERE_IS_MY_ORDER.value if heard.intent in _EXPLAINED else heard.intent
    beside = tuple(name for name in heard.also_asked if name not in _EXPLAINED)
    return replace(heard, intent=intent, also_asked=beside, topic="")


def _has_nothing_to_give_back(heard: Heard) -> bool:
    """Tell whether a message that resembles a return besides speaks of a parcel sent back, or of money or a new one.

    English ones say it in words; "send it again, or my money back" in another language only sounds like it.
    """
    return heard.intent == Question.RETURNED_TO_SENDER or (not heard.english and heard.intent in SETTLEMENTS)


def _only_resolves(heard: Heard, asked: Asked | None) -> bool:
    """Tell whether a message only says that its writer waits or turns to somebody else; a case or a check takes that
    for an answer.
    """
    if not heard.english or heard.gives_details or (asked and (asked.about_a_case or asked in _TAKES_RESOLVES)):
        return False
    return waits_on(heard.text) or turns_elsewhere(heard.text)


def _as_sent(heard: Heard) -> Heard:
    """Take "send it" for the yes that it is; what is asked beside it stays, and no other parcel is wished for."""
    if not asks_something(heard.text):
        return replace(heard, intent=intents.AFFIRM, also_asked=(), follow_ups=())
    intent = intents.AFFIRM if heard.intent == Question.REPLACEMENT_WANTED else heard.intent
    beside = tuple(name for name in heard.also_asked if name != Question.REPLACEMENT_WANTED)
    asked = tuple(found for found in heard.follow_ups if found.name not in _LIKE_SENDING)
    return replace(heard, intent=intent, also_asked=beside, follow_ups=asked)


def _as_a_question(heard: Heard, told: bool) -> Heard:
    """Take "did you cancel it?" for what it asks: nothing is wished for by it, and the parcel may tell."""
    intent = intents.FALLBACK if told else Question.WHERE_IS_MY_ORDER.value
    beside = tuple(name for name in heard.also_asked if name != heard.intent)
    return replace(heard, intent=intent, also_asked=beside)


def _as_a_request(heard: Heard) -> Heard:
    """Take a message that asks for nothing but action for that; a trouble that it names stays."""
    if asks_beside_the_request(heard.text) or wishes_for_the_door(heard):
        return heard
    asked = tuple(found for found in heard.follow_ups if found.name == ASK_CARRIER)
    sure = heard.confidence >= _LEAST_BELIEF_WITH_A_REQUEST and heard.intent in _TOLD_WITH_A_REQUEST
    intent = heard.intent if sure else intents.TALK_TO_HUMAN
    return replace(heard, intent=intent, also_asked=(), follow_ups=asked)


def _instead_of_a_fraud(heard: Heard) -> str:
    """Name what a message is that only resembles a fraud; "" where it tells of one.

    "Are you cheating me?" reproaches us; in other languages a fraud is told of with the message or call that it was.
    """
    if heard.confidence < _LEAST_BELIEF_IN_A_FRAUD or lacks_a_message(heard.text):
        return intents.FALLBACK
    tells_of_one = Said.NAMES_A_MESSAGE.value in heard.says
    is_met = heard.english or tells_of_one
    return "" if is_met or heard.text.startswith("/") else intents.COMPLAINT


def _greets(heard: Heard, before: _Before) -> bool:
    """Tell whether a first message is a greeting: "ciao" is a goodbye only at the end."""
    return not before.told and before.asked is None and bool(greeting_language(heard.text))


def _is_no_fraud(heard: Heard, before: _Before) -> bool:
    """Tell whether what resembles a fraud is none; of a first message only where it says that no message came."""
    may_be_none = before.told or (not heard.english and lacks_a_message(heard.text))
    return may_be_none and heard.intent == Question.SCAM_MESSAGE and bool(_instead_of_a_fraud(heard))


def _says_that_it_was_copied(heard: Heard, before: _Before) -> bool:
    likely = before.told and heard.intent in _LIKE_A_COPY and not heard.has_question_mark
    return likely and says_copied(heard.text, heard.says)


def _asks_rather(heard: Heard, _: _Before) -> bool:
    asks = _ASKS_RATHER[Question(heard.intent)] if heard.intent in _ASKS_RATHER else ""
    return bool(asks) and likeliest_follow_up(heard, SURE) == asks


def _says_back(heard: Heard, before: _Before) -> bool:
    return before.told and heard.english and says_back_own_step(heard.text) and not heard.gives_details


def _was_told_to_wait(heard: Heard, _: _Before) -> bool:
    says_so = was_told_to_wait(heard.text) or Said.TOLD_TO_WAIT.value in heard.says
    return heard.intent == Question.UNANSWERED and says_so


def _asks_when(heard: Heard, before: _Before) -> bool:
    return before.told and heard.intent in _SAYS_LITTLE and heard.english and asks_when_it_comes(heard.text)


def _brings_a_number(heard: Heard, _: _Before) -> bool:
    return bool(heard.numbers and heard.topic) and not (asks_something(heard.text) or heard.has_question_mark)


def _asks_of_a_charge(heard: Heard, before: _Before) -> bool:
    return denies_notice_of_a_charge(heard.text) or (before.told and asks_what_customs_want(heard.text))


def _asks_for_a_phone(heard: Heard, before: _Before) -> bool:
    a_number = before.told and heard.intent in _LIKE_A_NUMBER and asks_for_a_number(heard.text)
    return a_number or (not heard.english and _asks_for_the_carriers_phone(heard, before.of_carrier))


def _asks_for_the_carrier(heard: Heard, before: _Before) -> bool:
    names_a_firm = before.told and bool(heard.claims.get("carrier")) and asks_whether_it_is(heard.text)
    return names_a_firm or asks_how_to_reach_the_carrier(heard.text, before.told)


_MISREAD = _intent(intents.FALLBACK, also_asked=(), topic="", status="", wording="")
_BACKED = _only(intents.FALLBACK, follow_ups=(FollowUp(_UNDERSTOOD_RIGHT, 1.0),))
_PUT_OFF = _only(Question.SELLER_WAIT_OR_DISPUTE.value)

#: Read from the top; the first that holds decides, unless it lets the others read on.
_RULES: tuple[_Rule, ...] = (
    _Rule(_greets, _only(intents.GREET)),
    _Rule(lambda heard, _: doubts_the_shop(heard) and heard.intent not in DANGERS, _MISREAD),
    _Rule(lambda heard, before: _is_no_fraud(heard, before) and is_of_a_receipt(heard, before), as_of_a_receipt),
    _Rule(_is_no_fraud, lambda heard, _: replace(heard, intent=_instead_of_a_fraud(heard))),
    _Rule(lambda heard, _: heard.text.startswith("/") or heard.intent in DANGERS, _as_it_is),
    _Rule(
        lambda heard, before: before.told and thanks_and_leaves(heard.text, heard.says),
        _only(intents.GOODBYE, feeling=""),
    ),
    _Rule(
        lambda h, before: before.told and _only_resolves(h, before.asked),
        _only(intents.AFFIRM, feeling="", acknowledges=True),
    ),
    _Rule(
        lambda heard, before: before.asked is Asked.CASE_CONFIRM and orders_to_send(heard.text, heard.says),
        lambda heard, _: _as_sent(heard),
    ),
    _Rule(_says_that_it_was_copied, _only(Question.TRACKING_NOT_FOUND.value)),
    _Rule(_asks_rather, lambda heard, before: _as_a_question(heard, before.told)),
    _Rule(_says_back, _BACKED),
    _Rule(lambda heard, before: before.told and bool(settlement_named(heard)), _as_the_settlement),
    _Rule(lambda heard, before: before.told and heard.english and fears_to_be_put_off(heard.text), _PUT_OFF),
    _Rule(lambda heard, _: heard.intent in GOODS, _as_it_is),
    _Rule(is_of_a_receipt, as_of_a_receipt),
    _Rule(_was_told_to_wait, _intent(intents.COMPLAINT, also_asked=())),
    _Rule(
        lambda heard, before: before.told and heard.intent != intents.GREET and asks_us_to_act(heard.text),
        lambda heard, _: _as_a_request(heard),
        ends=False,
    ),
    _Rule(_asks_when, _only(Question.ARRIVAL_DATE.value)),
    _Rule(lambda heard, _: Told.NOT_THERE in told_by(heard), _intent(Question.CHANGE_ADDRESS.value, also_asked=())),
    _Rule(lambda heard, _: _has_nothing_to_give_back(heard), _without_a_return),
    _Rule(_brings_a_number, lambda heard, _: _as_the_parcel(heard), ends=False),
    _Rule(_asks_of_a_charge, _only(Question.CUSTOMS_PAYMENT.value)),
    _Rule(lambda heard, _: denies_a_stop(heard.text), _only(Question.WRONG_DESTINATION.value, status="")),
    _Rule(_asks_for_a_phone, _only(Question.CARRIER_CONTACT.value)),
    _Rule(_asks_for_the_carrier, _as_of_the_carrier),
)
