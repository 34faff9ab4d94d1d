"""Read thanks with what is done next: "thanks, I'll fetch it tomorrow" wishes for nothing. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.replies.partings import THANKS
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark

#: What somebody says they do now about a parcel.
_GOES = (
    r"\b(?:i|we)(?:['’]?ll| will| shall|['’]?m going to|['’]?m gonna| am going to| can)? (?:just |then |now )?"
    r"(?:go|pop|swing|head|walk|drive|cycle|call in|drop by|come by|collect|fetch|pick (?:it|them|that) up"
    r"|get it|wait|do that"
    r"|try that|look out|keep an eye)\b"
)
_GOES_AND_THANKS = re.compile(
    rf"(?=.*{_GOES})(?=.*\b(?:{THANKS}|cheers|ta|ty|tysm|thank u|tnx)\b)", re.IGNORECASE | re.DOTALL
)
#: Then something is left to say: a doubt, a condition, a reproach.
_BUT = re.compile(
    r"\b(?:but|though|although|however|if|unless|still|not|n['’]t|never|nothing|no thanks|yet)\b|n['’]t\b",
    re.IGNORECASE,
)
_THANKS_FOR_NOT = re.compile(r"^\W*(?:thank you|thanks|thx|ty|ta|cheers)(?: \w+){0,2} for not \w+ing\b", re.IGNORECASE)
_MOST_WORDS_OF_AN_ACCEPTANCE = 18


def thanks_for_being_spared(text: str) -> bool:
    """Tell whether a message thanks for what was not done: "thank you for not making this harder"."""
    return _THANKS_FOR_NOT.match(text) is not None and not has_question_mark(text)


def accepts_with_thanks(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says what its writer does now, thanks for it, and neither asks nor doubts."""
    if count_said(text) > _MOST_WORDS_OF_AN_ACCEPTANCE or has_question_mark(text) or asks_something(text):
        return False
    if Said.ACCEPTS.value in says:
        return True
    return _GOES_AND_THANKS.search(text) is not None and _BUT.search(text) is None
