"""Tell by the form of a message whether what answers it may begin with yes or no."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard
from parcelbot.core.reading.questions.forms import answered_by_yes_or_no, english_forms
from parcelbot.core.reading.questions.sentences import names_both


def may_answer(heard: Heard) -> bool:
    """Tell whether a yes or no may answer a message: it is pressed, or asks neither openly nor by a denial."""
    if heard.text.startswith("/") or names_both(heard.text):
        return True
    return answered_by_yes_or_no(english_forms().says(heard.text) if heard.english else heard.says)
