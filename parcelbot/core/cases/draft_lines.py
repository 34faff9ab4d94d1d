"""Choose the few short lines that a shopper reads of a case before it is sent; a person reads the whole chat."""

from __future__ import annotations

from collections.abc import Sequence

#: A draft is read on a telephone.
MOST_LINES, _LONGEST_LINE = 3, 90


def draft_lines(notes: Sequence[str]) -> tuple[str, ...]:
    """Give the newest lines of a case, oldest first, each cut where a word ends."""
    return tuple(short_line(note) for note in notes[-MOST_LINES:])


def short_line(text: str) -> str:
    """Cut a line after a word, at a length that is read at a glance; what has no spaces is cut anywhere."""
    plain = " ".join(text.split()).rstrip(" ;,")
    if len(plain) <= _LONGEST_LINE:
        return plain
    cut = plain[:_LONGEST_LINE]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut} …"
