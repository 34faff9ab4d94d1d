"""Find the carrier's wording that a shopper quotes: in quotation marks, after "it says", before "means". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MAX_WORDING_CHARS = 160

_QUOTED = re.compile(r"[\"“”«„]\s*([^\"“”«»„]{3,160}?)\s*[\"”“»]|(?<!\w)['‘]([^'‘’]{3,160}?)['’](?!\w)")
_END = r"(?=\s*(?:[?!\n;]|\.(?:\s|$)|,?\s+(?:but|and|so|what|does|is that|which|though|since|for \d|yet)\b|$))"
_SAID = re.compile(
    r"\b(?:(?:it|tracking|tracker|app|page|site|website|update|status|scan|they|ups|fedex|usps|dhl|evri|royal mail|dpd)"
    r"(?: (?:just|only|now|still|keeps?|is|was|has|have|changed|went|updated|been))*"
    r" (?:says?|said|saying|shows?|showing|showed|reads?|states?|stating|to|is|was|on|at)"
    r"|(?:status|update|message|scan|entry)\s*[:=-]|stuck (?:on|at)|marked(?: as)?)\s*:?\s+"
    rf"(?P<words>[^?!\n;]{{3,160}}?){_END}",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:what (?:does|do|is|did)(?: the| a)?(?: status| wording| update| message)?|meaning of|(?:and )?does)\s+"
    r"(?P<words>[^?!\n;]{3,160}?)\s+(?:mean|means|meaning|supposed to mean|stand for)\b"
    rf"|\bmeaning of\s+(?P<of>[^?!\n;]{{3,160}}?){_END}",
    re.IGNORECASE,
)
_POINTERS = frozenset({"it", "that", "this", "the status", "this status", "that status", "the tracking", "all this"})


@dataclass(frozen=True)
class Quotation:
    """A stretch of a message that may be a carrier's wording."""

    text: str
    start: int
    end: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Stretches that may quote a carrier, the surest first; () for none."""
    found = (*_spans(_QUOTED, text), *_spans(_MEANS, text), *_spans(_SAID, text))
    return tuple(dict.fromkeys(quotation for quotation in found if quotation.text.casefold() not in _POINTERS))


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[Quotation]:
    for match in pattern.finditer(text[: 10 * _MAX_WORDING_CHARS]):
        group = next((n for n in range(1, (match.re.groups or 0) + 1) if match[n]), 0)
        yield Quotation(match[group], match.start(group), match.end(group))
