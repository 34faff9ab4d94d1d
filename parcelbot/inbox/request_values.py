"""Read what a request asks for: page numbers, days and choices; nonsense counts as not given."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TypeVar

from flask import request

Choice = TypeVar("Choice", bound=Enum)

_MAX_DIGITS = 6
_FIRST_YEAR, _LAST_YEAR = 2000, 2999


def page_number() -> int:
    """Read the page that is asked for; 1 for anything that is no page."""
    asked = request.args.get("page", "1")[:_MAX_DIGITS]
    return max(int(asked), 1) if asked.isdecimal() else 1


def day_asked_for(name: str) -> date | None:
    """Read an ISO day from the address; None for anything else and for years outside 2000 to 2999."""
    try:
        day = date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def choice_of(choices: type[Choice], text: str) -> Choice | None:
    """Return the choice whose value is `text`; None when there is no such choice."""
    return next((choice for choice in choices if choice.value == text), None)
