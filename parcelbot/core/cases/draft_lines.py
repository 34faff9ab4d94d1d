"""Choose the few short lines that a shopper reads of a case before it is sent; a person reads the whole chat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

#: A draft is read on a telephone; yet what the case began with, and what was added last, stand in it.
MOST_LINES, _MOST_CHARACTERS = 10, 800
_FULL_WIDTH = {".": "。", "?": "？"}
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def draft_lines(lines: Sequence[str], mark: str = ".") -> tuple[str, ...]:
    """Give the lines of a case, each whole and with its `mark`; what does not fit gives way in the middle."""
    plain = [_marked(line, mark) for line in lines if _plain(line)]
    if _fitting(plain) == plain:
        return tuple(plain)
    newest = _fitting(reversed(plain), 2)[::-1]
    return (*_fitting(plain[: -len(newest)], 2), *newest)


def _fitting(lines: Iterable[str], share: int = 1) -> list[str]:
    """Give as many of the lines as have room in a part of the draft, one at the least."""
    return list(_while_there_is_room(lines, MOST_LINES // share, _MOST_CHARACTERS // share))


def _while_there_is_room(lines: Iterable[str], most: int, characters: int) -> Iterator[str]:
    length = 0
    for count, line in enumerate(lines):
        length += len(line)
        if count and (count == most or length > characters):
            return
        yield line


def _plain(line: str) -> str:
    return " ".join(line.split()).strip(" ;,")


def _marked(line: str, mark: str) -> str:
    plain = _plain(line)
    if plain[-1] in ".!?。！？؟…":
        return plain
    return f"{plain}{_FULL_WIDTH.get(mark, mark) if _IDEOGRAPH.search(plain[-1]) else mark}"
