"""Take what is asked while the talk is of a refund for that: of a parcel that is back it asks neither fee nor goods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.dialogue.questions.asked_now import told_status
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import PLAN_QUESTIONS, Question
from parcelbot.core.reading.cases.case_questions import CaseQuestion, names_a_case
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.contact.contact_words import names_a_message

#: What "was it paid?", "only a part came" and "it may have gone to the old card" resemble.
_LIKE_THE_MONEY = frozenset(
    {
        Question.ATTEMPT_CONTESTED,
        Question.CUSTOMS_PAYMENT,
        Question.DELIVERY_PROOF,
        Question.ITEM_MISSING,
        Question.ITEM_WRONG,
        Question.REFUND_WANTED,
        Question.RETURNED_TO_SENDER,
        Question.SCAM_MESSAGE,
    }
)
#: Where a parcel is that went back asks nobody who waits for its money, unless the words name it.
_OF_THE_PARCEL = PLAN_QUESTIONS | {Question.ARRIVAL_DATE, Question.UNANSWERED}
_NAMES_IT = re.compile(r"\b(?:parcels?|packages?|packets?|box(?:es)?|shipment|tracking|scans?)\b", re.IGNORECASE)
#: Second questions that the same resembles: of a charge, of somebody's false message, of a carrier that sends us away.
LIKE_A_REFUND = frozenset(
    {"carrier_robot", "customs_unpaid", "fee_at_door", "no_card", "scam_avoided", "scam_clicked", "scam_is_it_you"}
    | {"resend_cost", "starts_again", "was_cancelled", "was_sent"}
)
#: "Was it sent?", "has somebody begun?", asked of the money.
_LIKE_A_CASE = frozenset({CaseQuestion.WAS_SENT, CaseQuestion.IS_BEGUN, CaseQuestion.NEWS})


def no_refund_was_told(talk: Talk) -> bool:
    """Tell whether nothing in this talk says that money went back: nobody asks then where it went."""
    asked = (*talk.was.matters, talk.was.question, talk.known_before.issue)
    went_back = told_status(talk) is Status.RETURNED or bool(talk.memory.claims.get("sent_back"))
    has_case = talk.around.active_ticket(talk.known_before, talk.dialogue) is not None
    return not (Question.REFUND_STATUS in asked or went_back or has_case)


def talks_of_a_refund(talk: Talk) -> bool:
    """Tell whether a refund was asked for in this talk and nothing of the parcel can be meant: it is back."""
    asked = (*talk.dialogue.matters, talk.dialogue.question, talk.known_before.issue)
    return Question.REFUND_STATUS in asked and told_status(talk) is Status.RETURNED


def take_for_the_money(talk: Talk) -> None:
    """Take what a message asks for the refund that is talked of, where it makes sense of nothing else."""
    meant = tuple(of_the_money(talk, talk.acts.questions))
    if meant != talk.acts.questions:
        talk.acts = replace(talk.acts, questions=meant)
        talk.keep_the_matter()


def of_the_money(talk: Talk, questions: Sequence[Question]) -> list[Question]:
    """Take questions for the refund that is talked of, where they make sense of nothing else."""
    if not questions or not talks_of_a_refund(talk):
        return list(questions)
    meant = (Question.REFUND_STATUS if _is_of_the_money(talk, question) else question for question in questions)
    return list(dict.fromkeys(meant))


def _is_of_the_money(talk: Talk, question: Question) -> bool:
    """Tell whether a question can only be meant of the money: it names neither a message nor the parcel."""
    heard = talk.heard
    if question is Question.SCAM_MESSAGE:
        return not (names_a_message(heard.text) or Said.NAMES_A_MESSAGE.value in heard.says)
    of_the_parcel = question in _OF_THE_PARCEL and heard.english and not _NAMES_IT.search(heard.text)
    return question in _LIKE_THE_MONEY or of_the_parcel


def asks_of_the_money(talk: Talk, asked: CaseQuestion) -> bool:
    """Tell whether "was it sent?" is asked of the refund: no case is there yet, and the words name none."""
    of_money = asked in _LIKE_A_CASE and not names_a_case(talk.heard.text)
    return of_money and talk.dialogue.case is None and talks_of_a_refund(talk)
