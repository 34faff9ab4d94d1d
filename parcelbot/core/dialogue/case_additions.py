"""Say what a message has added to a case that is not sent yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.cases.draft_lines import short_line
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import GOODS, Question

_IF = re.compile(r"\b(?:if|unless|in case)\b", re.IGNORECASE)
#: What a wish that is new in the case is named by.
_NAMED = (
    (Question.REFUND_WANTED.value, "utter_noted_money"),
    (Question.REPLACEMENT_WANTED.value, "utter_noted_another"),
)


def tell_that_it_is_in(talk: Talk, matters: Sequence[str]) -> None:
    """Say what was taken into the case: the settlement or the fault that was named, else that it is in."""
    reproaches = talk.acts.complains and talk.waits_for(Asked.CASE_EMAIL)
    plain = "utter_complaint_told" if reproaches else "utter_noted_in_case"
    plain = "utter_noted_goods" if talk.heard.intent in GOODS else plain
    talk.script.say(named_since(talk, matters) or plain)
    talk.ending.noted = True


def named_since(talk: Talk, matters: Sequence[str]) -> str:
    """Give what names the one settlement that is new among the matters; "" for none or both, or with an "if"."""
    if talk.heard.english and _IF.search(talk.heard.text):
        return ""
    new = [response for matter, response in _NAMED if matter in talk.dialogue.matters and matter not in matters]
    return new[0] if len(new) == 1 else ""


def tell_what_was_added(talk: Talk, before: Sequence[str]) -> None:
    """Say what was added to a draft that is shown already: all of it again for one line would bury the line."""
    new = [note for note in talk.dialogue.notes if note not in before] or talk.dialogue.notes[-1:]
    talk.script.ask("utter_added_to_draft", {"added": short_line(" ".join(new))})
    talk.asks(Asked.CASE_CONFIRM)
    talk.script.ask("utter_still_case_confirm")
