"""Put down what was answered: its source beside the text, and what the conversation knows of it afterwards."""

from __future__ import annotations

from typing import Any

from parcelbot.core.answering.answers import Answer
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.tables import Urgency
from parcelbot.core.cases.titles import speaks_of_an_exchange
from parcelbot.core.dialogue.cases.beside_a_case import add_note, note_matter
from parcelbot.core.dialogue.state import CaseAnswer
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.questions import ISSUES, Question

_A_PLACE, _NO_TROUBLE = "wrong_destination", frozenset({Urgency.CALM, Urgency.WATCH})
#: The table of what is more than scans settle: its shopper's own words go along.
_BEYOND, _FEWEST_THAT_TELL = "beyond_scans", 5
#: What these messages resemble is not what they are about: a case of them has the shopper's own words, and no label.
_WITHOUT_A_MATTER = frozenset(
    f"beyond_scans/{row}" for row in ("died", "unsafe_there", "valuable_found", "refunded", "more_than_scans")
)


def source_of(decided: DecidedEnquiry) -> dict[str, Any]:
    """Name what decided the answer: table, row, and the FAQ section behind them."""
    source = decided.answer.row.source
    return {
        "answer": {
            "table": decided.answer.table,
            "row": decided.answer.row.id,
            "source": f"{source.document}: {source.section}",
        }
    }


def nothing_is_wrong(answer: Answer) -> bool:
    """Tell whether an answer says of a place that it is a stop on the way: no trouble, whatever it was asked as."""
    return answer.table == _A_PLACE and answer.row.then.urgency in _NO_TROUBLE


def put_down(talk: Talk, decided: DecidedEnquiry, question: Question) -> None:
    """Note what was answered, and, where it answers the issue, what a case will say of it."""
    row = decided.answer.row_name
    talk.around.note(JournalKind.ANSWERED, question.value, row)
    if row in _WITHOUT_A_MATTER:
        talk.keep_the_matter()
    elif not nothing_is_wrong(decided.answer):
        note_matter(talk, question, decided.enquiry.number)
    elif talk.memory.issue == question.value:
        talk.remember(issue=talk.known_before.issue)
    talk.note(question=question.value, parcel=decided.enquiry.number, row=row, told=row, second="", misses=0)
    if decided.answer.table == _BEYOND and talk.heard.words >= _FEWEST_THAT_TELL:
        add_note(talk)
    if question is Question.RETURN_ITEM and speaks_of_an_exchange(talk.heard.text):
        add_note(talk)
    if row in _WITHOUT_A_MATTER:
        return
    issue = talk.memory.issue or question.value
    before = talk.dialogue.case_answer
    # an answer to "where is it?" or to a meaning does not take the place of the answer to the issue
    if question in ISSUES and (question.value == issue or issue != before.issue):
        promised = decided.answer.wait_until
        talk.note(case_answer=CaseAnswer(issue, row, promised.isoformat() if promised else ""))
