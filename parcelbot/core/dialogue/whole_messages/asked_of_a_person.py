"""Keep which questions had their answer, so that a case asks a person only what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from parcelbot.core.dialogue.questions.only_asked import asks_marked_or_not
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.whole_messages.other_questions import beyond_us
from parcelbot.core.reading.cases.case_questions import asks_who
from parcelbot.core.reading.facts.told_facts import asks, sentences_of
from parcelbot.core.turn_facts import TurnFact

_MISREAD = "utter_follow_misread"
#: What says that a person answers it, or that it was not understood.
LEAVES_IT_OPEN = (
    "utter_noted_question",
    "utter_goods_for_a_person",
    "utter_not_understood",
    "utter_still_not_understood",
    "utter_out_of_scope",
    _MISREAD,
)
#: What only takes note, asks for what a case lacks, or says that nothing is known: no question is answered by these.
ANSWERS_NOTHING = frozenset(
    {
        "utter_acknowledged",
        "utter_added_to_draft",
        "utter_and_the_order",
        "utter_ask_ticket_email",
        "utter_ask_ticket_order",
        "utter_carrier_can_say",
        "utter_case_out",
        "utter_case_revised",
        "utter_case_stands",
        "utter_case_wish_in",
        "utter_goods_taken_in",
        "utter_hears_reproach",
        "utter_kept_again",
        "utter_kept_still",
        "utter_no_email_needed",
        "utter_not_in_my_hands",
        "utter_noted_another",
        "utter_noted_email",
        "utter_noted_in_case",
        "utter_noted_money",
        "utter_offer_person",
        "utter_person_can_say",
        "utter_question_stays",
        "utter_read_it",
        "utter_stands",
        "utter_stands_dated",
        "utter_still_case_change",
        "utter_still_case_confirm",
        "utter_still_case_email",
        "utter_still_case_order",
        "utter_ticket_changed",
        "utter_ticket_edit",
        "utter_ticket_language",
        "utter_ticket_preview",
        "utter_unknown_here",
        "utter_unknown_in_scans",
    }
)
#: "By its last scan, yes. What happens with it now a person settles" answers what was asked.
_SAYS_WHETHER = frozenset({TurnFact.ANSWER, TurnFact.YES_OR_NO})
#: Older questions than so many are in the transcript only.
_MOST_KEPT = 20


def keep_what_was_answered(talk: Talk) -> None:
    """Keep the questions of a message that was answered, but for what no table knows of it.

    Who will get in touch stays open until somebody does, what only a person decides until they do; what was misread
    had no answer.
    """
    if talk.script.has_said([_MISREAD]):
        talk.note(answered=talk.dialogue.answered[:-1])
    answers = talk.script.says_more_than(ANSWERS_NOTHING) and not talk.script.has_said(LEAVES_IT_OPEN)
    if not (asks_marked_or_not(talk.heard) and answers):
        return
    left = beyond_us(talk)
    asking = (one for one in sentences_of([talk.heard.text]) if asks(one) and not asks_who(one))
    keep_answered(talk, [one for one in asking if not any(beyond in one for beyond in left)])


def keep_answered(talk: Talk, asked: Sequence[str]) -> None:
    """Keep that these questions had their answer in this turn, unless it was that a person decides."""
    if not talk.script.tells(TurnFact.A_PERSON_DECIDES, beside=_SAYS_WHETHER):
        talk.note(answered=tuple(dict.fromkeys((*talk.dialogue.answered, *asked)))[-_MOST_KEPT:])
