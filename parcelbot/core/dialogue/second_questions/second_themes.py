"""Group second questions by what they presuppose: a case, a parcel that comes, an answer that was given."""

from __future__ import annotations

import re

from parcelbot.core.answering.open_matters import Matter
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.parcels.several_parcels import of_several_only
from parcelbot.core.dialogue.questions.asked_now import has_the_goods, told_status
from parcelbot.core.dialogue.questions.inside_the_matter import in_the_shop
from parcelbot.core.dialogue.questions.of_a_refund import no_refund_was_told
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Stage, Status
from parcelbot.core.questions import Question
from parcelbot.core.reading.told.telling import Told

#: Without a parcel nothing is normal or not.
IS_NORMAL = "is_normal"
#: They speak of a case, and of what is in it.
OF_A_CASE = frozenset(
    {"all_in_case", "case_afterwards", "case_keep", "case_sender", "case_time_zone", "case_who_reads"}
    | {"no_answer_by_then"}
)
#: Asked of a parcel that comes; who has sent theirs back waits for none.
OF_WHAT_COMES = frozenset(
    {"come_by", "contents", "days_from_there", "how_sure", "local_courier", "lost", "moved_since", "still_coming"}
    | {"still_nothing", "when_back", "when_know_more", "where_exactly", "who_has_it", "why_quiet"}
)
#: They speak of a parcel or of an answer, and while a number is asked for there is neither.
OF_WHAT_WAS_TOLD = (
    OF_WHAT_COMES
    | {"all_in_case", "ask_carrier_for_me", "carrier_robot", "corrects_address", "do_nothing", "fee_at_door"}
    | {"have_you_asked", "how_sure", "in_text", "misread", "needed_for_a_day", "new_number", "nobody_knows", "not_told"}
    | {"order_again", "prove_it", "starts_again", "then_what", "told_already", "understood_right", "which_photos"}
    | {"why_there", "yes_or_no", "you_said", "carrier_told_me", "comes_after_refund", "found_the_card", "safe_dry"}
    | {"stalling", "stopgap", "wait_or_pass_on", "was_cancelled", "whose_fault", "why_not_earlier", IS_NORMAL}
    | {"guess_anyway"}
)
#: Without a parcel they speak of the e-mail that opens an order; a case asks for one to answer to.
OF_AN_E_MAIL = frozenset(
    {"email_refused", "email_somebody_else", "email_unreachable", "email_unwritten", "which_email", "why_email"}
)
#: Nothing that nobody has opened is too small: at a counter or on the van "another one" is another place or time.
_ANOTHER_ARTICLE = "other_article"
_NOBODY_HAS_OPENED_IT = frozenset({Status.AVAILABLE_FOR_PICKUP, Status.DELIVERY_FAILURE, Status.OUT_FOR_DELIVERY})
#: Of goods, papers or money it is asked whom a mistake was: what scans say of that is nothing to them.
_OF_SCANS_ALONE = frozenset({"whose_fault"})
#: They ask where money went that was paid back; who only tells of a closed card asks no such thing.
OF_A_REFUND_SENT = frozenset({"refund_old_means"})
#: What can still come where a part of the order was not in its parcel.
_OF_A_PART_TO_COME = frozenset({"contents", "come_by"})
#: They speak of a charge that somebody asks for.
_OF_A_CHARGE = frozenset(
    {
        "customs_you_pay",
        "customs_twice",
        "customs_unpaid",
        "paid_still_asked",
        "customs_how_to_pay",
        "customs_in_person",
    }
)
_NAMES_A_CHARGE = frozenset(
    {Question.CUSTOMS_PAYMENT, Question.CUSTOMS_DELAY, Question.IMPORT_DUTIES, Question.SCAM_MESSAGE}
)
_RIGHT_NUMBER, _A_NUMBER = "right_number", re.compile(r"\b(?:numbers?|codes?|tracking|track)\b", re.IGNORECASE)
_CASE_AFTERWARDS = "case_afterwards"


def is_of_nothing_here(talk: Talk, name: str) -> bool:
    """Tell whether a second question is of a parcel or a case that is not there, or of goods that came wrong."""
    of_none = name == IS_NORMAL and not talk.number
    of_none = of_none or (name in OF_A_REFUND_SENT and no_refund_was_told(talk))
    of_none = of_none or (name in _OF_SCANS_ALONE and in_the_shop(talk.was))
    of_none = of_none or (name in _OF_A_CHARGE and not _is_charged(talk))
    of_none = of_none or (name == _ANOTHER_ARTICLE and told_status(talk) in _NOBODY_HAS_OPENED_IT)
    if of_none or of_several_only(talk, name) or (name in OF_A_CASE and not _has_a_case(talk, name)):
        return True
    if not has_the_goods(talk):
        return False
    # "the right one" is the piece that was ordered
    of_a_piece = name == _RIGHT_NUMBER and talk.heard.english and not _A_NUMBER.search(talk.heard.text)
    return of_a_piece or name in (OF_WHAT_COMES - _OF_A_PART_TO_COME) | {IS_NORMAL}


def _is_charged(talk: Talk) -> bool:
    """Tell whether customs have the parcel, something is demanded for it, or a charge was spoken of."""
    facts = talk.decide(talk.plan_question).facts
    of_customs = facts.stage is Stage.CUSTOMS or facts.demand is not None
    spoken_of = Matter.CUSTOMS in talk.dialogue.open_matters or _NAMES_A_CHARGE.intersection(talk.acts.questions)
    return of_customs or bool(spoken_of) or Told.CHARGE_PAID in talk.memory.told


def _has_a_case(talk: Talk, name: str) -> bool:
    """Tell whether a case is drafted, offered or with the team: nobody asks what stands in one that is not there.

    What can be changed or taken back afterwards has been begun.
    """
    begun = talk.dialogue.case is not None or (talk.waits_for(Asked.PERSON) and name != _CASE_AFTERWARDS)
    return begun or talk.around.active_ticket(talk.known_before, talk.dialogue) is not None
