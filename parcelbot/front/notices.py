"""Name what is told to a page that is open and stands in no ledger: nothing can be written down, or too much was."""

from __future__ import annotations

from enum import Enum


class PassingNotice(str, Enum):
    """The response that words a notice."""

    NOT_TAKEN = "utter_not_taken"
    DELAYED = "utter_answer_delayed"
    MANY_TODAY = "utter_many_today"
