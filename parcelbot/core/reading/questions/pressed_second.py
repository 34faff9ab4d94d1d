"""Name the second question that a button stands for, in the command that it sends."""

from __future__ import annotations

#: Stands in the command for what none of the offered buttons means.
OTHER = "other"
_OF_A_SECOND = "second:"


def command_of(name: str) -> str:
    """Build the command of the button for a second question."""
    return f'/nlu_fallback{{"news":"{_OF_A_SECOND}{name}"}}'


def second_pressed(news: str) -> str:
    """Name the second question that a button's entity stands for; "" for a button of another kind."""
    return news.removeprefix(_OF_A_SECOND) if news.startswith(_OF_A_SECOND) else ""
