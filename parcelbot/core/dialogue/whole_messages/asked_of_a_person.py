"""Keep which questions had their answer, so that a case asks a person only what is still open."""

from __future__ import annotations

from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.whole_messages.other_questions import beyond_us
from parcelbot.core.reading.cases.case_questions import asks_who
from parcelbot.core.reading.facts.told_facts import asks, sentences_of

#: What says that a person answers it, or that it was not understood.
LEAVES_IT_OPEN = (
    "utter_noted_question",
    "utter_goods_for_a_person",
    "utter_not_understood",
    "utter_still_not_understood",
    "utter_out_of_scope",
    "utter_follow_misread",
)
#: Older questions than so many are in the transcript only.
_MOST_KEPT = 20


def keep_what_was_answered(talk: Talk) -> None:
    """Keep the questions of a message that was answered, but for what no table knows of it.

    Who will get in touch stays open until somebody does.
    """
    if not asks_or_is_marked(talk.heard) or talk.script.has_said(LEAVES_IT_OPEN) or not talk.script.messages:
        return
    left = beyond_us(talk)
    asked = [one for one in sentences_of([talk.heard.text]) if asks(one) and not asks_who(one) and one not in left]
    talk.note(answered=tuple(dict.fromkeys((*talk.dialogue.answered, *asked)))[-_MOST_KEPT:])
