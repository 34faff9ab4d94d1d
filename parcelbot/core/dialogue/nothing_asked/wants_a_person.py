"""Hand over at once where a message asks for a person in so many words, whatever the parcel's state would say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.remembering import told_by, with_told
from parcelbot.core.dialogue.answers.answering import answer_all
from parcelbot.core.dialogue.cases.beside_a_case import note_reason
from parcelbot.core.dialogue.drafts.sending import has_a_case, tell_who_reads
from parcelbot.core.dialogue.hearing.replies import Reply
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_questions import CaseQuestion, may_mean_a_case
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.contact.persons import asks_for_a_person
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.text.clauses import split_sentences
from parcelbot.core.reading.text.plain_text import count_said
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.reading.wanted.refusals import refuses_a_person

#: "Is that possible?" beside the wish asks nothing else.
_WORDS_OF_AN_ECHO = 5
#: So many words tell a person what it is about.
_WORDS_OF_A_STORY = 8
_IN_WRITING = re.compile(
    r"\b(?:write|e-?mail|message|text)(?: to)? (?:me|us)\b|\bin writing\b|\bby (?:e-?mail|mail|chat|text)\b"
    r"|\bno calls?\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:when|once|if|as soon as)\b", re.IGNORECASE)
_RINGS = re.compile(r"\b(?:call|ring|phone)\b", re.IGNORECASE)


def hand_over_as_asked(talk: Talk) -> bool:
    """Take the wish for a person, or for their call; False where a message asks something else besides."""
    if not (talk.number and talk.acts.wants_person and asks_for_a_person(talk.heard.text, talk.heard.says)):
        return False
    if _asks_something_besides(talk.heard):
        return False
    if Question.CALL_ME in talk.acts.questions or _RINGS.search(talk.heard.text):
        answer_all(talk, [Question.CALL_ME])
    note_reason(talk)
    if talk.dialogue.case is None and has_a_case(talk) and asks_in(talk.heard):
        tell_who_reads(talk)
    talk.ending.wanted = True
    return True


def _asks_something_besides(heard: Heard) -> bool:
    """Tell whether a sentence beside the wish asks something; in other languages a second mark tells."""
    if not heard.english:
        return sum(map(heard.text.count, "?？؟")) > 1
    return any(map(_asks_something_else, split_sentences(heard.text)))


def keep_to_the_case(talk: Talk) -> None:
    """Leave it to the case how it is answered: "no, write to me" in a hand-over wants no news of the parcel."""
    handed = talk.dialogue.case is not None or Question.CALL_ME in talk.dialogue.matters
    if handed and Question.NOTIFY_ME in talk.acts.questions and _says_how(talk.heard):
        kept = tuple(question for question in talk.acts.questions if question is not Question.NOTIFY_ME)
        talk.acts = replace(talk.acts, questions=kept, wants_person=talk.acts.wants_person or not talk.dialogue.ticket)


def heed_whether_a_person_is_wanted(talk: Talk) -> None:
    """Keep that no person is wanted until one is; who says so of a case is offered none, whatever they say besides."""
    heard, refuses = talk.heard, talk.acts.declines and refuses_a_person(talk.heard.text)
    if (refuses or Told.NO_PERSON in told_by(heard)) and not heard.text.startswith("/"):
        talk.acts = replace(talk.acts, wants_person=False, wants_action=False, declines=True)
        talk.remember(claims=with_told(talk.memory, {Told.NO_PERSON}))
    elif talk.acts.wants_person or (talk.acts.reply is Reply.YES and talk.waits_for(Asked.PERSON)):
        told = [fact for fact in talk.memory.claims.get("told", ()) if fact != Told.NO_PERSON]
        talk.remember(claims={**talk.memory.claims, "told": told} if told else _without_told(talk))


def _without_told(talk: Talk) -> dict[str, Any]:
    return {name: value for name, value in talk.memory.claims.items() if name != "told"}


def refuses_anybody_now(talk: Talk) -> bool:
    """Tell whether this message says that no person is wanted."""
    return Told.NO_PERSON in talk.memory.told and talk.acts.declines


def _says_how(heard: Heard) -> bool:
    """Tell whether a message says how it is to be answered, and nothing of when: not "write to me when it moves"."""
    in_english = _IN_WRITING.search(heard.text) is not None and _WHEN.search(heard.text) is None
    return in_english or Said.IN_WRITING.value in heard.says


def knows_enough_for_a_person(talk: Talk) -> bool:
    """Tell whether a person would have anything to look at: nobody is offered for a first outcry."""
    heard = talk.heard
    known = talk.number or talk.memory.order_number or talk.dialogue.row or talk.dialogue.notes
    return bool(known or heard.gives_details or talk.dialogue.anger > 1 or heard.words >= _WORDS_OF_A_STORY)


def may_mean_the_offer(talk: Talk, asked: CaseQuestion) -> bool:
    """Tell whether "is it gone?" may ask of a case that is only offered: then it names that, else it is the parcel."""
    return asked is not CaseQuestion.WAS_SENT or not talk.heard.english or may_mean_a_case(talk.heard.text)


def only_asks_of_the_offer(talk: Talk) -> None:
    """Take no question about the person who is offered for the wish to have one."""
    if not (talk.acts.wants_action or asks_for_a_person(talk.heard.text, talk.heard.says)):
        talk.acts = replace(talk.acts, wants_person=False)


def _asks_something_else(sentence: str) -> bool:
    is_echo = count_said(sentence) <= _WORDS_OF_AN_ECHO
    return asks_something(sentence) and not (is_echo or asks_for_a_person(sentence))
