"""Name what the assistant has asked last: a short answer is read in its light."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

#: A choice of an open step: the answer given beside it offered a person.
OFFERED_BESIDE = "person"


class Asked(str, Enum):
    """Subject of a question that is open.

    `parcel`: which parcel it is. `check`: one step of the delivered-but-missing list. `missing`: say so if it is not
    there. `person`: whether a person shall take over. `helped`: whether the answer was any use. `case_…`: what a case
    still needs. `protection_days`: how long buyer protection runs. `wording`: which of the carrier's wordings is meant.
    `detail`: what the carrier wants to be told before it shows the parcel. `news`: whether to write when there is news,
    `news_email`: the address to write to besides. `take_back`: whether the case that was sent shall be taken back.
    """

    PARCEL = "parcel"
    CHECK = "check"
    MISSING = "missing"
    PERSON = "person"
    HELPED = "helped"
    CASE_EMAIL = "case_email"
    CASE_ORDER = "case_order"
    CASE_CONFIRM = "case_confirm"
    CASE_CHANGE = "case_change"
    PROTECTION_DAYS = "protection_days"
    WORDING = "wording"
    DETAIL = "detail"
    NEWS = "news"
    NEWS_EMAIL = "news_email"
    TAKE_BACK = "take_back"

    @property
    def about_a_case(self) -> bool:
        """True while a case is being filled in."""
        return self.value.startswith("case_")


@dataclass(frozen=True)
class OpenQuestion:
    """Question that waits for an answer.

    `about` is the check, the wanted detail, or the value of `Need` for a parcel; `choices` are numbers to choose from,
    or what else a yes may take up (`OFFERED_BESIDE`);
    `times` counts how often it was put, `since` how often something else was answered while it stayed open.
    """

    asked: Asked
    about: str = ""
    choices: tuple[str, ...] = ()
    times: int = 1
    since: int = 0
