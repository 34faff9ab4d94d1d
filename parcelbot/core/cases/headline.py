"""Give a case one name wherever it stands: in the list, on its page, in its summary, and at a helpdesk. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.tickets import TicketDraft
from parcelbot.core.cases.titles import label
from parcelbot.core.questions import QUESTIONS, TEAM_REQUESTS

_PROBLEM, _ALSO, _CLAIMED, _UNNAMED = "Problem: ", "; also: ", " (shopper says: ", "none named"
_MOST_OF_A_QUOTE = 90


def problem_line(case: StandingCase, claimed: Sequence[str]) -> str:
    """Write the line that begins a summary: what is wrong, what else, and what the shopper claims of it."""
    opening = f"“{case.opening}”" if case.opening else ""
    problem = _ALSO.join(filter(None, (opening, *map(label, filter(None, case.problems))))) or _UNNAMED
    never = ", ".join(map(label, case.never))
    said = "; ".join([*claimed, *([f"it never was “{never}”"] if never else [])])
    return f"{_PROBLEM}{problem}" + (f"{_CLAIMED}{said})" if said else "")


def headline(draft: TicketDraft) -> str:
    """Give the name of a case: what its summary begins with, else its issue; "Wants a person" without either."""
    first = next((line for line in draft.summary if line.startswith(_PROBLEM)), "")
    named = first.removeprefix(_PROBLEM).partition(_CLAIMED)[0].partition(_ALSO)[0]
    if named in ("", _UNNAMED):
        return issue_words(draft.issue)
    return _shortened(f"{named[:1].upper()}{named[1:]}")


def issue_words(issue: str) -> str:
    """Name an issue; one that is not listed is written with spaces, and without any a person is wanted."""
    if issue in QUESTIONS:
        return label(issue)
    return TEAM_REQUESTS.get(issue) or issue.replace("_", " ").capitalize() or "Wants a person"


def _shortened(name: str) -> str:
    if len(name) <= _MOST_OF_A_QUOTE:
        return name
    return f"{name[:_MOST_OF_A_QUOTE].rsplit(' ', 1)[0]} …{'”' if name.startswith('“') else ''}"
