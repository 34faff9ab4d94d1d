"""Read a message as a second question about the parcel that was told of, and answer it around the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.dialogue.answering import tell_decided
from parcelbot.core.dialogue.own_question import SURE
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import QUESTIONS, Question, QuestionRole

#: The row for second questions that make no sense where the parcel stands.
NOT_ASKED_HERE = "not_asked_here"

#: Below this a likeness is chance.
_LEAST_BELIEF = 0.25
_NEARLY_CERTAIN = 0.85

#: What is asked beside the plan has tables of its own, and a fact or a wish for a person is more than a question.
_SAYS_ENOUGH = frozenset(
    {*(q.value for q, t in QUESTIONS.items() if t.role is QuestionRole.BESIDE), "talk_to_human", "ticket_status"}
)
_BRINGS_A_FACT = frozenset({Question.DELIVERED_NOT_RECEIVED.value, Question.WRONG_DESTINATION.value})
_COURTESIES = frozenset({"thanks", "goodbye", "greet", "affirm", "deny", "feedback_useful"})
_NEVER = frozenset({"provide_details", "start_over", "parcel_arrived"})
_CORRECTS = re.compile(
    r"\bi (?:never|didn['’]?t|did not|have not|haven['’]?t) "
    r"(?:say|said|mention\w*|ask\w*|mean|meant|write|wrote)\b(?! (?:you|to))"
    r"|\b(?:not|isn['’]?t|wasn['’]?t) what i (?:said|asked|meant|mean|wrote)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SecondAnswer:
    """Answer to a second question, and how sure it is that this was asked."""

    decided: DecidedEnquiry
    sure: bool


def second_answer(talk: Talk) -> SecondAnswer | None:
    """Find the answer to the second question that the message most likely is; None where it is none."""
    if not _can_follow(talk):
        return None
    for follow_up in _believed(talk.heard, talk.heard.follow_ups):
        decided = talk.around.answer(replace(talk.enquiry(talk.plan_question), follow_up=follow_up.name))
        if decided.answer.row.id != NOT_ASKED_HERE:
            return SecondAnswer(decided, follow_up.belief >= SURE)
    return None


def tell_second(talk: Talk, answer: SecondAnswer) -> None:
    """Tell the answer; plan and date stay as they are."""
    tell_decided(talk, answer.decided)


def _can_follow(talk: Talk) -> bool:
    """Tell whether the parcel's plan was told before this message, which names no other parcel."""
    heard = talk.heard
    told = bool(talk.number) and talk.dialogue.plan_of(talk.number) is not None
    names_another = bool(heard.numbers or heard.order_number or heard.ambiguous_number)
    return told and not names_another and len(heard.text.split()) > 1 and not heard.text.startswith("/")


def _believed(heard: Heard, follow_ups: Sequence[FollowUp]) -> Sequence[FollowUp]:
    """Keep those that are believed against the intent, likeliest first; "I never said that" is believed at once."""
    if heard.intent in _NEVER:
        return []
    if _CORRECTS.search(heard.text):
        return [FollowUp("misread", 1.0)]
    needed = _NEARLY_CERTAIN if heard.intent in _COURTESIES else _LEAST_BELIEF
    needed = SURE if heard.intent in _SAYS_ENOUGH | _BRINGS_A_FACT or heard.topic else needed
    return [follow_up for follow_up in follow_ups if follow_up.belief >= needed]
