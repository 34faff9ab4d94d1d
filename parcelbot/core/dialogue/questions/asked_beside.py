"""Find what a message asks beside what it gives, agrees to or refuses for a case: it is owed an answer, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parcelbot.core.dialogue.hearing.own_question import LIKELY, asks_when_answered, likeliest_follow_up
from parcelbot.core.dialogue.questions.only_asked import asks_in_any_way
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_questions import case_question
from parcelbot.core.reading.questions.seconds_said import SECOND
from parcelbot.core.reading.questions.standing_questions import offers_a_picture

#: What a message resembles only because an address or a number stands in it, or something that is refused.
LIKE_A_DETAIL = frozenset(
    {
        Question.SCAM_MESSAGE,
        Question.TRACKING_NOT_FOUND,
        Question.WRONG_DESTINATION,
        Question.CHECK_ADDRESS,
        Question.CHANGE_ADDRESS,
        Question.CALL_ME,
        Question.CARRIER_CONTACT,
        Question.ACCOUNT_MISUSE,
        Question.NOTIFY_ME,
    }
)
#: A case on its way answers these by itself.
_SAID_WITH_THE_CASE = frozenset({Question.UNANSWERED})


def asks_beside_a_case(talk: Talk) -> bool:
    """Tell whether a message that goes on a case asks something as well; the question is put into the acts."""
    heard = talk.heard
    if not (asks_in_any_way(heard) or (heard.english and offers_a_picture(heard.text))):
        return False
    questions = tuple(_questions(talk))
    talk.acts = replace(talk.acts, questions=questions)
    in_words = any(map(_is_a_second, heard.says))
    of_the_case = case_question(heard.text) is not None or asks_when_answered(heard)
    return bool(questions or in_words or of_the_case or likeliest_follow_up(heard, LIKELY))


def _is_a_second(said: str) -> bool:
    return said.startswith(SECOND)


def _questions(talk: Talk) -> Iterator[Question]:
    """List the questions asked, those left out that only an address or a number resembles."""
    left_out = _SAID_WITH_THE_CASE | (LIKE_A_DETAIL if gives_a_detail(talk) else frozenset())
    yield from (question for question in talk.acts.questions if question not in left_out)


def gives_a_detail(talk: Talk) -> bool:
    """Tell whether a message gives an address to answer to, or a number."""
    heard = talk.heard
    return bool(heard.email or heard.phone or heard.numbers or heard.order_number)
