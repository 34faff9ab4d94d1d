"""Tell which second questions a message in another language asks in so many words (`seconds` in `locales/phrases/`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

#: What a second question is told by that a message asks in so many words.
SECOND = "second_"


def seconds_said(says: Collection[str]) -> Iterator[str]:
    """Name the second questions that the phrases of its language found in a message, in their order."""
    return (said.removeprefix(SECOND) for said in says if said.startswith(SECOND))


def says_second(says: Collection[str], name: str) -> bool:
    """Tell whether they found one second question."""
    return f"{SECOND}{name}" in says
