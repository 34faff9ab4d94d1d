"""Name what is told to a page that is open while nothing can be written down: it is in no ledger, and passes."""

from __future__ import annotations

from enum import Enum


class PassingNotice(str, Enum):
    """The response that words a notice."""

    NOT_TAKEN = "utter_not_taken"
    DELAYED = "utter_answer_delayed"
