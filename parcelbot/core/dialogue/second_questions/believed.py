"""Tell which second questions a message may be, and how much belief each needs against the message's intent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import table_of
from parcelbot.core.dialogue.cases.new_address import asked_before_dispatch
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.corrections import asks_beside_the_correction
from parcelbot.core.dialogue.hearing.own_question import (
    ASK_CARRIER,
    CORRECTION,
    SURE,
    WAS_CANCELLED,
    certain_second,
)
from parcelbot.core.dialogue.questions.asked_by_a_day import asked_by_a_day
from parcelbot.core.dialogue.questions.asked_now import has_the_goods, told_status
from parcelbot.core.dialogue.questions.inside_the_matter import asked_of_the_shop
from parcelbot.core.dialogue.questions.of_a_refund import LIKE_A_REFUND, talks_of_a_refund
from parcelbot.core.dialogue.questions.only_asked import asks_in, says_which_settlement
from parcelbot.core.dialogue.second_questions.belief_needed import NEARLY_CERTAIN, needed_belief
from parcelbot.core.dialogue.second_questions.second_themes import (
    OF_AN_E_MAIL,
    OF_WHAT_COMES,
    OF_WHAT_WAS_TOLD,
    is_of_nothing_here,
)
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.told.put_right import puts_right, what_is_put_right
from parcelbot.core.dialogue.told.told_now import what_follows_from
from parcelbot.core.intents import NOT_UNDERSTOOD, PROVIDE_DETAILS
from parcelbot.core.parcel.incidents import IncidentKind
from parcelbot.core.parcel.shipment import Stage, Status
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.contact.contact_words import carrier_sent_to_us, names_a_message, turned_to_a_carrier
from parcelbot.core.reading.facts.reasons import reasons_in
from parcelbot.core.reading.goods.wetness import speaks_of_lying_in_it
from parcelbot.core.reading.places.addresses import gives_an_address
from parcelbot.core.reading.questions.plain_questions import BACK_WHEN
from parcelbot.core.reading.questions.second_words import begins_a_dispute, speaks_of_not_paying
from parcelbot.core.reading.questions.seconds_said import seconds_said
from parcelbot.core.reading.questions.sentences import asks_something, names_both, speaks_of_cancelling, wants_yes_or_no
from parcelbot.core.reading.replies.repeats import hears_the_same_again

#: "Yes or no?" asks for the answer before once more.
PLAIN_ANSWER = "yes_or_no"
CARRIER_REFUSES = "carrier_robot"
#: That a fee is unpaid says nobody who asks what follows from not paying.
_UNPAID = "customs_unpaid"
#: Whether a dispute stays open is not asked by who has not opened it.
_OF_AN_OPEN_DISPUTE = "dispute_resent"
#: How long until it turns back is answered by where it stands.
_MEANT_BY = {"goes_back_when": BACK_WHEN}
#: "What now?" after a card was given away asks for that, and not for the parcel.
_CLICKED = "scam_clicked"
_FOR_MORE = re.compile(r"\b(?:why|how|what|when|where|who)\b", re.IGNORECASE)
_HOW_WE_ANSWER = "how_contacted"
_BY_US = re.compile(
    r"\b(?:you|u|your|person|people|team|support|agent|colleague|some(?:one|body)|shop)\b", re.IGNORECASE
)
#: The table that warns of false messages.
_REACH_US = "reach_us"
_PHOTOS_FOR_US = "photos_where"
#: "Not really" is an answer.
_FEWEST_OF_A_REPROACH = 3
_COMES_APART = "comes_separately"
_MONEY_OR_GOODS = "money_or_goods"
#: Of what nobody has scanned yet no proof of delivery is asked, but whether it was sent.
_NOT_HANDED_OVER_YET = frozenset({Status.NOT_FOUND, Status.INFO_RECEIVED})
_WAS_SENT = "was_sent"
_WHY_THERE = "why_there"
_SAFE_DRY, _IS_IT_BECAUSE = "safe_dry", "is_it_because"
_TOLD_ALREADY = "told_already"
_UNDERSTOOD_RIGHT, _MISREAD = "understood_right", "misread"
#: They are about the shop or the money, and no plan of a parcel is asked to be confirmed.
_REPROACHES = frozenset({Question.SCAM_MESSAGE, Question.REFUND_STATUS, Question.REFUND_WANTED, Question.UNANSWERED})
_IN_ANOTHER_BOX = re.compile(
    r"\b(?:second|another|other|separate|different|2nd|extra) (?:parcel|package|packet|box|bag|delivery|shipment)\b"
    r"|\bcom(?:e|es|ing) (?:apart|separately|later|extra|on its own)\b",
    re.IGNORECASE,
)
_WAITS = re.compile(r"\b(?:wait\w*|hold on|sit tight|patien\w+)\b.*\?", re.IGNORECASE)
_CORRECTS = re.compile(
    r"\bi (?:never|didn['’]?t|did not|have not|haven['’]?t) "
    r"(?:say|said|mention\w*|ask\w*|mean|meant|write|wrote)\b(?! (?:you|to|no|yes)\b)"
    r"|\b(?:not|isn['’]?t|wasn['’]?t) what i (?:said|asked|meant|mean|wrote)\b",
    re.IGNORECASE,
)


def believed_follow_ups(talk: Talk) -> Sequence[FollowUp]:
    """Keep those that are believed against the intent, likeliest first; "I never said that" is believed at once."""
    heard = talk.heard
    certain = None if _was_sent_away(talk) else certain_second(heard)
    if certain is not None and not is_of_nothing(talk, certain.name):
        return [certain]
    if puts_right(talk):
        return [FollowUp(what_is_put_right(talk), 1.0), FollowUp(CORRECTION, 1.0)]
    if gone_on_with := asked_of_the_shop(talk):
        return [FollowUp(gone_on_with, 1.0)]
    if heard.intent != PROVIDE_DETAILS and (of_the_change := asked_before_dispatch(talk)):
        return [FollowUp(of_the_change, 1.0)]
    asked = (
        *what_follows_from(talk),
        *_in_words(talk),
        *_resembled(talk),
        *_comes_apart(talk),
        *_of_a_wrong_depot(talk),
    )
    of_the_shop = talk.around.second_matters.is_of_the_shop
    sure = (f for f in asked if f.belief >= SURE or not of_the_shop(f.name))
    return [f for f in sure if not is_of_nothing(talk, f.name)]


def is_of_nothing(talk: Talk, name: str) -> bool:
    """Tell whether a second question is of something that is not there: a case, a charge, a parcel while money is."""
    return (name in LIKE_A_REFUND and talks_of_a_refund(talk)) or is_of_nothing_here(talk, name)


def cannot_be_asked(talk: Talk, name: str) -> bool:
    """Tell whether a message cannot ask a second question, however much it resembles it."""
    return name in _left_out(talk) or is_of_nothing(talk, name)


def _comes_apart(talk: Talk) -> Sequence[FollowUp]:
    """Take "does it come in another box?" for what it asks where a part is missing: the parcel itself is there."""
    misses = Question.ITEM_MISSING in talk.dialogue.matters and has_the_goods(talk)
    asks = talk.heard.english and _IN_ANOTHER_BOX.search(talk.heard.text) is not None
    return [FollowUp(_COMES_APART, 1.0)] if misses and asks else []


def _of_a_wrong_depot(talk: Talk) -> Sequence[FollowUp]:
    """Take "it's nowhere near me" for the question why it is there, of a parcel that was told to be sorted wrongly."""
    if Question.WRONG_DESTINATION not in talk.acts.questions or told_status(talk) is None:
        return []
    missorted = talk.decide(talk.plan_question).facts.meaning == IncidentKind.MISSORTED.value
    return [FollowUp(_WHY_THERE, 1.0)] if missorted else []


def follows_without_a_parcel(talk: Talk) -> Sequence[FollowUp]:
    """Keep the surely believed ones that can be asked while a number or an e-mail is asked for: they need no plan."""
    of_the_case = OF_AN_E_MAIL if talk.waits_for(Asked.CASE_EMAIL) else frozenset[str]()
    left_out = OF_WHAT_WAS_TOLD | of_the_case
    return [f for f in _resembled(talk) if f.belief >= SURE and f.name not in left_out]


def asked_in_words(talk: Talk) -> Sequence[str]:
    """Name what is asked in so many words."""
    return [found.name for found in _in_words(talk)]


def _in_words(talk: Talk) -> Sequence[FollowUp]:
    """List what is asked by a day, and in other languages in so many words."""
    if not talk.heard.english:
        asked = seconds_said(talk.heard.says)
        return [FollowUp(second, 1.0) for name in asked for second in _MEANT_BY.get(name, (name,))]
    return [FollowUp(name, 1.0) for name in asked_by_a_day(talk)]


def _resembled(talk: Talk) -> Sequence[FollowUp]:
    """Keep those that the message only resembles, likeliest first."""
    heard = talk.heard
    is_detail = heard.intent == PROVIDE_DETAILS and (heard.gives_details or heard.phone or gives_an_address(heard.text))
    if is_detail or talk.acts.social is Social.START_OVER:
        # an address that is put right is a detail as well; a question beside a detail is one
        asks = is_detail and asks_in(heard)
        return [found for found in heard.follow_ups if found.belief >= SURE and (asks or found.name == CORRECTION)]
    if sure := _surely(talk):
        return [FollowUp(sure, 1.0)]
    needed, left_out = needed_belief(talk), _left_out(talk)
    believed = (found for found in heard.follow_ups if found.belief >= needed and found.name not in left_out)
    return [_of_its_delay(heard, found) for found in believed]


def _surely(talk: Talk) -> str:
    """Name the second question that a message asks by its words and where the talk stands; "" for none."""
    heard = talk.heard
    if _names_the_day_told(talk):
        return _UNDERSTOOD_RIGHT
    if wants_yes_or_no(heard.text) or _says_that_was_no_answer(talk):
        return PLAIN_ANSWER
    if _was_sent_away(talk):
        return CARRIER_REFUSES
    corrects = _CORRECTS.search(heard.text) or heard.form.corrects
    if corrects and not (asks_beside_the_correction(heard) or _asks_for_the_day(talk)):
        return _MISREAD
    if _asks_for_proof_too_early(talk):
        return _WAS_SENT
    if heard.intent == Question.UNANSWERED and turned_to_a_carrier(heard.text):
        return ASK_CARRIER
    return _CLICKED if talk.acts.social is Social.NEXT_STEP and talk.dialogue.second == _CLICKED else ""


def _was_sent_away(talk: Talk) -> bool:
    """Tell whether a carrier has sent the shopper to us; who waits for a refund speaks of the bank."""
    sent = carrier_sent_to_us(talk.heard.text) or Said.SENT_TO_US.value in talk.heard.says
    return sent and not talks_of_a_refund(talk)


def _asks_for_proof_too_early(talk: Talk) -> bool:
    """Tell whether it is asked where something was left that nobody has scanned yet."""
    of_leaving = {Question.DELIVERY_PROOF} if talk.heard.english else {Question.DELIVERY_PROOF, Question.LABEL_CREATED}
    return bool(of_leaving.intersection(talk.acts.questions)) and told_status(talk) in _NOT_HANDED_OVER_YET


def _left_out(talk: Talk) -> set[str]:
    """Name the second questions that a message cannot ask, however much it resembles them."""
    heard = talk.heard
    out = {
        WAS_CANCELLED: speaks_of_cancelling(heard.text),
        _OF_AN_OPEN_DISPUTE: begins_a_dispute(heard.text),
        _CLICKED: not _speaks_of_a_message(talk),
        _HOW_WE_ANSWER: heard.english and _asks_of_customs(talk),
        _UNPAID: heard.english and not speaks_of_not_paying(heard.text),
        # who asks to see the carrier's picture offers none
        _PHOTOS_FOR_US: Question.DELIVERY_PROOF in talk.acts.questions,
        # whoever was not answered, or asks why, asked more than for a yes or no
        PLAIN_ANSWER: heard.intent == Social.FEEDBACK_NOT_USEFUL.value or _asks_for_more(talk),
        _MONEY_OR_GOODS: says_which_settlement(heard),
        # who has read it before has not written it
        _TOLD_ALREADY: hears_the_same_again(heard.text, heard.says),
        # "you have my money and I have nothing, do I get that right?" asks for no yes
        _UNDERSTOOD_RIGHT: _reproaches(talk),
    }
    sent_back = bool(talk.memory.claims.get("sent_back"))
    return {name for name, is_out in out.items() if is_out} | (OF_WHAT_COMES if sent_back else set())


def _reproaches(talk: Talk) -> bool:
    """Tell whether a message resembles a reproach most, be it believed or not."""
    intent = talk.heard.intent
    return (next(iter(talk.around.likely), "") if intent in NOT_UNDERSTOOD else intent) in _REPROACHES


def _of_its_delay(heard: Heard, found: FollowUp) -> FollowUp:
    """Take "which storm? it's sunny here" for a question about the delay: nothing in it says what may get wet."""
    of_the_reason = found.name == _SAFE_DRY and heard.english and not speaks_of_lying_in_it(heard.text)
    return replace(found, name=_IS_IT_BECAUSE) if of_the_reason and reasons_in(heard.text) else found


def _asks_for_more(talk: Talk) -> bool:
    """Tell whether an English message asks for a reason or a thing: "why do I have to say yes?"."""
    heard = talk.heard
    return heard.english and _FOR_MORE.search(heard.text) is not None and not names_both(heard.text)


def _asks_of_customs(talk: Talk) -> bool:
    """Tell whether "how will they tell me?" is asked of customs: a parcel is with them, and none of us is named."""
    at_customs = talk.decide(talk.plan_question).facts.stage is Stage.CUSTOMS
    return at_customs and _BY_US.search(talk.heard.text) is None


def _speaks_of_a_message(talk: Talk) -> bool:
    """Tell whether a message with a link was spoken of: who has only paid a charge has given nobody a card."""
    before = table_of(talk.dialogue.told or talk.dialogue.row) == _REACH_US or talk.dialogue.second == _CLICKED
    return before or names_a_message(talk.heard.text) or Said.NAMES_A_MESSAGE.value in talk.heard.says


def _says_that_was_no_answer(talk: Talk) -> bool:
    """Tell whether a message only says that a second question was not answered: it is answered in other words."""
    heard = talk.heard
    says_so = heard.intent == Social.FEEDBACK_NOT_USEFUL.value and heard.words >= _FEWEST_OF_A_REPROACH
    return says_so and bool(talk.dialogue.second) and not heard.gives_details


def _asks_for_the_day(talk: Talk) -> bool:
    """Tell whether a message surely asks for the day: "that's not what I asked. When?"."""
    heard = talk.heard
    return heard.intent == Question.ARRIVAL_DATE and heard.confidence >= NEARLY_CERTAIN and asks_something(heard.text)


def _names_the_day_told(talk: Talk) -> bool:
    """Tell whether somebody asks back by the very day that the plan waits for: "so I wait until the 5th?"."""
    claims, day = talk.heard.claims, talk.plan_day
    named = {str(claims.get("date", "")), str(claims.get("needed_by", ""))}
    return day is not None and day.isoformat() in named and _WAITS.search(talk.heard.text) is not None


def names_a_country(talk: Talk) -> bool:
    """Tell whether the message names where the parcel goes or was seen."""
    claims = talk.heard.claims
    return bool(claims.get("country") or claims.get("seen_in"))
