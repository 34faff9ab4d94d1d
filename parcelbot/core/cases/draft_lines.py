"""Choose the few short lines that a shopper reads of a case before it is sent; a person reads the whole chat."""

from __future__ import annotations

from collections.abc import Sequence

#: A draft is read on a telephone; yet what was shown in it stays, as far as there is room.
MOST_LINES, _MOST_CHARACTERS = 6, 480


def draft_lines(lines: Sequence[str], mark: str = ".") -> tuple[str, ...]:
    """Give the newest lines of a case, oldest first, each whole and with its `mark`; older ones give way."""
    kept: list[str] = []
    for line in reversed(lines):
        plain = " ".join(line.split()).strip(" ;,")
        if kept and (len(kept) == MOST_LINES or sum(map(len, kept)) + len(plain) > _MOST_CHARACTERS):
            break
        if plain:
            kept.insert(0, plain if plain[-1] in ".!?。！？؟…" else f"{plain}{mark}")
    return tuple(kept)
