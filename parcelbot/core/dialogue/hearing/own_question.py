"""Tell a message that is a question of its own from the answer to an open one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.open_matters import SecondMatters
from parcelbot.core.cases.shop_matters import is_of_an_order
from parcelbot.core.intents import COMPLAINT, DENY, NOT_UNDERSTOOD, PROVIDE_DETAILS, THANKS
from parcelbot.core.questions import GOODS, SETTLEMENTS, Question
from parcelbot.core.reading.cases.case_words import Said, puts_right
from parcelbot.core.reading.contact.contact_words import doubts_a_message, waits_for_money
from parcelbot.core.reading.danger.safety import is_only_charged_twice
from parcelbot.core.reading.facts.fillers import only_thanks
from parcelbot.core.reading.orders.orders_named import order_called_off
from parcelbot.core.reading.places.addresses import gives_an_address
from parcelbot.core.reading.questions.pay_later import a_later_payment_is_due
from parcelbot.core.reading.questions.seconds_said import says_second
from parcelbot.core.reading.replies.acceptance import accepts_with_thanks, thanks_for_being_spared
from parcelbot.core.reading.text.irony import is_ironic
from parcelbot.core.reading.told.telling import Told, told_in
from parcelbot.core.reading.wanted.wishes import wished_matters

#: From this on a second question is believed against whatever else a message resembles.
SURE = 0.4
#: Enough for what a conversation is about already.
LIKELY = 0.3
#: From here on 143 of 144 held-out next messages asked what they were taken for (`benchmarks.nlu.in_situations`), and
#: 99 of 100 in other languages (`benchmarks.nlu.next_elsewhere`): what else their words could do is no reason against
#: it.
CERTAIN = 0.8
_MONEY_OR_GOODS, _LIKE_A_CHOICE = "money_or_goods", 0.25
#: From this on a first message is answered as a matter of the shop, which no parcel answers.
SURE_OF_A_MATTER, _SEVERAL = 0.7, 2
#: "Ok?" and "yes please" answer something; they are no question of their own, though "really sure?" is.
_FEWEST_WORDS, _FEWEST_WITH_A_MARK = 4, 2
_SURE_OF_A_WISH = 0.6


#: The same sum taken a second time, told in so many words.
CHARGED_TWICE = "charged_twice"
#: Whoever has rung the carrier in vain needs somebody whom it answers: its customer.
ASK_CARRIER = "ask_carrier_for_me"
#: The right address or number, told to be put right.
CORRECTION = "corrects_address"
#: Until when it can be collected, which no plan of ours tells.
KEPT_UNTIL = "pickup_until"
#: Nobody but a person can have the code made anew that opens a locker.
NO_CODE = "no_code"
#: Whether we are a shop at all, or cheat: about us, not about a message that somebody got.
REAL_SHOP = "real_shop"
_WHO_WE_ARE = frozenset({REAL_SHOP, "are_you_seller"})
#: An order that was to be called off is wanted after all.
CANCEL_WITHDRAWN = "cancel_withdrawn"
#: Whether an order was called off, which nobody asks who calls it off.
WAS_CANCELLED = "was_cancelled"

#: Who waits for a parcel is asked for its price all the same.
_INSTALMENTS = "instalments"

_DOOR_CODE = re.compile(
    r"\b(?:gate|door|entry|entrance|access|key|buzzer|garage|building)\b.{0,20}\b(?:code|pin|combination)\b.{0,6}\d{3,6}\b",
    re.IGNORECASE,
)

#: What a message resembles that says where a parcel must not be left.
_SAYS_LITTLE = NOT_UNDERSTOOD | {DENY, PROVIDE_DETAILS, COMPLAINT, Question.WHERE_IS_MY_ORDER.value}
_NOT_TO_BE_LEFT = re.compile(
    r"\b(?:must|should|may|shall|can)(?: ?not|n['’]?t)\b[^.!?]{0,15}"
    r"\b(?:go|end up|land|be (?:left|delivered|handed|put|dropped|given))\b[^.!?]{0,15}"
    r"\b(?:to|at|with|by|in|on|over|there)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\b(?:order|number|no)\b|#", re.IGNORECASE)

_WHEN_AN_ANSWER = re.compile(
    r"\b(?:when(?:['’]?s)?|how (?:long|soon)|what time)\b.*"
    r"\b(?:answers?|hears?|reply|repl\w+|respon\w+|contacts?|writes?|gets? back|person)\b",
    re.IGNORECASE,
)


def asks_when_answered(heard: Heard) -> bool:
    """Tell whether a message asks by when a person answers."""
    of_keeping = says_second(heard.says, KEPT_UNTIL)
    says_so = Said.WHEN_ANSWERED.value in heard.says and not of_keeping
    return (
        says_so or _WHEN_AN_ANSWER.search(heard.text) is not None or likeliest_follow_up(heard, LIKELY) == "when_reply"
    )


def likeliest_follow_up(heard: Heard, least: float) -> str:
    """Name the likeliest second question, if it is believed at least this much; "" otherwise."""
    first = next(iter(heard.follow_ups), None)
    return first.name if first is not None and first.belief >= least else ""


def wants_the_order_after_all(heard: Heard) -> bool:
    """Tell whether a message takes a cancelling back; one that names an order says which is to go and which to stay."""
    return likeliest_follow_up(heard, SURE) == CANCEL_WITHDRAWN and not heard.gives_details


def certain_second(heard: Heard) -> FollowUp | None:
    """Give the second question that a message almost certainly asks; None where none is, or it gives details.

    In other languages, of whose sentences little is known, it is all that is asked.
    """
    if heard.text.startswith("/") or heard.gives_details or heard.phone or not (heard.english or _asks_one(heard)):
        return None
    first = next(iter(heard.follow_ups), None)
    return first if first is not None and first.belief >= CERTAIN else None


def _asks_one(heard: Heard) -> bool:
    """Tell whether a message asks no more than one thing."""
    return not heard.also_asked and all(one.belief < LIKELY for one in heard.follow_ups[1:])


def matter_of_the_order(heard: Heard, matters: SecondMatters) -> str:
    """Name the matter of the order that a whole message surely is: no parcel is looked up for it; "" for none."""
    if heard.english and is_only_charged_twice(heard.text) and not heard.numbers:
        # goods that came wrong are answered as well: the money is told of beside them
        return "" if heard.intent in GOODS else CHARGED_TWICE
    # of several sentences another may ask what a parcel answers
    says_no_more = heard.intent in NOT_UNDERSTOOD and len(heard.sentences) < _SEVERAL
    named = _surely_of_the_shop(heard.follow_ups, matters, SURE if says_no_more else SURE_OF_A_MATTER)
    return "" if heard.numbers else named


def _surely_of_the_shop(found: Sequence[FollowUp], matters: SecondMatters, least: float) -> str:
    """Name the likeliest matter of the shop, where it and those of its title are believed this much; "" for none."""
    first = next(iter(found), None)
    if first is None or not matters.is_of_the_shop(first.name):
        return ""
    title = matters.case_of(first.name) or first.name
    alike = sum(one.belief for one in found if (matters.case_of(one.name) or one.name) == title)
    return first.name if alike >= least else ""


def matters_beside(heard: Heard, matters: SecondMatters) -> list[str]:
    """Name the matters of the order that single sentences of a message surely are."""
    sure = [_surely_of_the_shop(sentence.follow_ups, matters, SURE_OF_A_MATTER) for sentence in heard.sentences]
    twice = [CHARGED_TWICE] if heard.english and is_only_charged_twice(heard.text) else []
    later = [_INSTALMENTS] if _says_a_later_payment_is_due(heard) else []
    return [name for name in dict.fromkeys((*twice, *later, *sure)) if name and is_of_an_order([name], matters)]


def _says_a_later_payment_is_due(heard: Heard) -> bool:
    says_so = heard.english and a_later_payment_is_due(heard.text)
    return says_so or says_second(heard.says, _INSTALMENTS)


def wishes_for_the_door(heard: Heard) -> bool:
    """Tell whether a message says how the driver shall hand it over, whatever else "tell them to …" asks for."""
    return heard.intent == Question.DELIVERY_WISH and heard.confidence >= _SURE_OF_A_WISH and not heard.answers


def as_a_wish_for_the_door(heard: Heard) -> Heard:
    """Take where a parcel shall not be left for the wish that it is: "the next one must not go to my ex"."""
    asks = heard.has_question_mark or heard.gives_details
    if not heard.english or asks or heard.intent not in _SAYS_LITTLE or not _NOT_TO_BE_LEFT.search(heard.text):
        return heard
    return replace(heard, intent=Question.DELIVERY_WISH.value, also_asked=(), follow_ups=(), status="")


def without_false_numbers(heard: Heard) -> Heard:
    """Take a number that is to be put right as a telephone's, and the code of a gate or a postcode as no order's.

    Of several orders the one to be called off is meant, not the one that stays.
    """
    if heard.intent == Question.CANCEL_ORDER and (order := order_called_off(heard.text)):
        heard = replace(heard, order_number=order)
    of_a_phone = puts_right(heard.text, heard.says) or Told.PHONE_WRONG in told_in(heard.text, heard.says)
    if heard.ambiguous_number and of_a_phone:
        heard = replace(heard, phone=heard.phone or heard.ambiguous_number, ambiguous_number="")
    is_postcode = gives_an_address(heard.text) and not (heard.email or _ORDER.search(heard.text))
    if heard.order_number and (is_postcode or _DOOR_CODE.search(heard.text)):
        heard = replace(heard, order_number="")
    return heard


def doubts_the_shop(heard: Heard) -> bool:
    """Tell whether a message asks who we are or doubts that we are a shop, and not that a message is ours."""
    is_of_a_message = doubts_a_message(heard.text) or Said.NAMES_A_MESSAGE.value in heard.says
    return likeliest_follow_up(heard, SURE) in _WHO_WE_ARE and not is_of_a_message


def settlement_named(heard: Heard) -> str:
    """Name the settlement that a message wants, where it resembles a dispute, or the question which of the two comes.

    Who says "the money. What is there to decide?" has chosen; who waits for money argues with no seller. "" for none.
    """
    if heard.english and heard.intent == Question.SELLER_WAIT_OR_DISPUTE and waits_for_money(heard.text):
        return Question.REFUND_WANTED.value
    asks = heard.english and likeliest_follow_up(heard, _LIKE_A_CHOICE) == _MONEY_OR_GOODS
    named = SETTLEMENTS.intersection(wished_matters(heard.text)) if asks else frozenset()
    return next(iter(named)).value if len(named) == 1 else ""


def corrects_an_address(heard: Heard) -> bool:
    """Tell whether a message gives the right address or telephone number: a detail for the case, and no question."""
    return likeliest_follow_up(heard, LIKELY) == CORRECTION


def sure_follow_up(heard: Heard) -> bool:
    """Tell whether a message is surely a second question, so that the "ok" or "no" it begins with answers nothing."""
    fewest = _FEWEST_WITH_A_MARK if heard.has_question_mark else _FEWEST_WORDS
    return heard.words >= fewest and bool(likeliest_follow_up(heard, SURE))


def as_thanks(heard: Heard) -> Heard:
    """Take "thanks, I'll fetch it tomorrow" for the thanks it is: what is done then is neither asked nor wished for."""
    begs_pardon = heard.intent == COMPLAINT and only_thanks(heard.text)
    thanks = begs_pardon or accepts_with_thanks(heard.text, heard.says) or thanks_for_being_spared(heard.text)
    if heard.gives_details or heard.phone or not thanks:
        return heard
    return replace(heard, intent=THANKS, also_asked=(), follow_ups=(), status="", feeling="")


def without_irony(heard: Heard) -> Heard:
    """Take praise that is meant as a reproach, and a mocking guess, for the complaint that it is."""
    if not heard.english or heard.gives_details or not is_ironic(heard.text):
        return heard
    return replace(heard, intent=COMPLAINT, also_asked=(), follow_ups=(), status="")
