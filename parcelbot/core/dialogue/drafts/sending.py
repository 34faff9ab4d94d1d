"""Send a case on the shopper's yes, and tell what else of that message is still to be answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.hearing.own_question import asks_when_answered, sure_follow_up
from parcelbot.core.dialogue.questions.asked_beside import asks_beside_a_case
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.cases.case_questions import CaseQuestion, asks_who, asks_who_or_how, case_question
from parcelbot.core.reading.cases.case_times import asks_what_comes_of_it
from parcelbot.core.reading.cases.case_words import Said, adds_something, puts_right
from parcelbot.core.reading.cases.send_orders import orders_to_send
from parcelbot.core.reading.contact.persons import asks_for_a_person
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.questions.unmarked_questions import asks_by_its_build
from parcelbot.core.reading.text.clauses import split_sentences
from parcelbot.core.reading.text.plain_text import count_said

_FEWEST_WORDS_OF_A_QUESTION = 4
#: "Yes please, send it to them now, thanks" says nothing else.
_WORDS_OF_A_YES = 8


def send(talk: Talk) -> bool:
    """Send the case; False where the message asks something besides that is not answered by its being sent."""
    heard = talk.heard
    ends_with_it = Said.AGREES_LAST.value in heard.says and talk.acts.questions
    says_more = heard.words > _WORDS_OF_A_YES and not (heard.answers or asks_in(heard))
    says_more = bool(says_more or ends_with_it)
    if says_more or adds_something(heard.text, heard.says) or puts_right(heard.text, heard.says):
        add_note(talk)
    talk.note(case=None, open=None)
    talk.ending.open_case = True
    if adds_something(heard.text, heard.says) and not asks_in(heard):
        talk.script.say("utter_noted_in_case")
        return True
    of_the_person = case_question(heard.text) is CaseQuestion.WHEN_AND_WHO and asks_who_or_how(heard.text)
    if of_the_person or (not heard.english and asks_who(heard.text)):
        tell_who(talk)
        return True
    if _is_answered_by_sending(talk):
        return True
    if not (asks_beside_a_case(talk) or sure_follow_up(heard)):
        _leave_the_question(talk)
        return True
    # the yes is taken: what else the message asks is not read beside a yes
    talk.heard = replace(heard, intent="")
    return False


def tell_who(talk: Talk) -> None:
    """Say who gets in touch, and whether in writing or by telephone."""
    talk.script.ask(who_answers(talk), {"phone": talk.memory.phone})


def who_answers(talk: Talk) -> str:
    """Choose the response that says who gets in touch."""
    return "utter_case_who_rings" if talk.memory.phone else "utter_case_who_writes"


def has_a_case(talk: Talk) -> bool:
    """Tell whether a case is drafted, or with the team."""
    return talk.dialogue.case is not None or talk.around.active_ticket(talk.known_before, talk.dialogue) is not None


def tell_who_reads(talk: Talk) -> None:
    """Say that people read the case that is drafted, or that the team has: "do I get a human?" asks of nothing else."""
    sent = talk.dialogue.case is None
    talk.script.ask("utter_follow_case_who_reads_ticket" if sent else "utter_follow_case_who_reads")


def _leave_the_question(talk: Talk) -> None:
    """Say of a question that comes with the yes, and that nobody can answer from here, that the person reads it."""
    sentences = (sentence for sentence in split_sentences(talk.heard.text) if not orders_to_send(sentence))
    asking = [sentence for sentence in sentences if asks_something(sentence) or asks_by_its_build(sentence)]
    if talk.acts.wants_person and asking and _only_asks_for_a_person(talk.heard, asking):
        tell_who_reads(talk)
    elif asks_in(talk.heard) and any(count_said(sentence) >= _FEWEST_WORDS_OF_A_QUESTION for sentence in asking):
        add_note(talk)
        talk.script.ask("utter_noted_question")


def _only_asks_for_a_person(heard: Heard, asking: Sequence[str]) -> bool:
    # of other languages it is known of the whole message alone
    alone = not heard.english and len(asking) == 1 and asks_for_a_person(heard.text, heard.says)
    return alone or all(map(asks_for_a_person, asking))


def _is_answered_by_sending(talk: Talk) -> bool:
    """Tell whether by when, or what happens then, is asked: of a case that is just sent, that is told with it."""
    return asks_when_answered(talk.heard) or asks_what_comes_of_it(talk.heard.text, talk.heard.english)
