"""Find the codes and numbers that a later message puts right, "sorry, 4418, not 4481", in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_VALUE = re.compile(
    r"(?<![\w@.-])(?!(?:19|20)\d\d\b)(?:[A-Z]+-)?[A-Z]*\d[A-Z\d-]{3,}(?![\w@])", re.ASCII | re.IGNORECASE
)
#: Whoever corrects a value says little else.
_WORDS_OF_A_CORRECTION, _MOST_UNLIKE = 10, 2


def values_put_right(said: Sequence[str], apart: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """Pair each value with the one of an earlier message that it takes the place of; those `apart` are no misprints."""
    pairs: dict[str, str] = {}
    earlier: list[str] = []
    fixed = {one.casefold() for one in apart}
    for text in said:
        values = [one for one in _VALUE.findall(text) if one.casefold() not in fixed]
        if len(text.split()) <= _WORDS_OF_A_CORRECTION:
            pairs |= {old: new for new in values for old in earlier if _is_misprint(old, new)}
        earlier += values
    return tuple((old, new) for old, new in pairs.items() if new not in pairs)


def _is_misprint(old: str, new: str) -> bool:
    """Tell whether two values are alike but for a few places; those of another order of the same figures as well."""
    if len(old) != len(new) or old == new:
        return False
    unlike = sum(a != b for a, b in zip(old, new, strict=True))
    return unlike <= _MOST_UNLIKE and (unlike == 1 or Counter(old) == Counter(new))
