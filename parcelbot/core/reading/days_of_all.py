"""Read that a day is asked for of several parcels at once: which comes last, whether all are here by then. English."""

from __future__ import annotations

import re

_COMES = r"(?:com\w*|arriv\w*|here|get\w*|land\w*|deliver\w*|reach\w*|turn\w* up|due)"
_WHICH = re.compile(
    rf"\b(?:which|what|who)\b[^.!?]{{0,35}}\b{_COMES}\b[^.!?]{{0,20}}\b(?:last|first|latest|soonest|earliest|next)\b"
    rf"|\b(?:last|first) (?:one )?to {_COMES}\b"
    rf"|\bwhich\b[^.!?]{{0,25}}\b(?:last|first|slowest|fastest|latest|soonest)\b[^.!?]{{0,20}}\b{_COMES}\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:both|all|everything|each|they|them|these|the (?:two|three|four|lot)|(?:two|three|four) parcels)\b",
    re.IGNORECASE,
)
_BY_A_DAY = re.compile(
    r"\b(?:when|how long|what day|by (?:then|the|next|\w+day|\w+mas|\d)|before|until|this (?:week|month)|in time"
    r"|today|tonight|tomorrow|weekend|on \w+day|next week)\b",
    re.IGNORECASE,
)


def asks_for_days(text: str) -> bool:
    """Tell whether a message asks when several parcels come, or which of them comes last or first."""
    if _WHICH.search(text):
        return True
    comes = re.search(rf"\b{_COMES}\b", text, re.IGNORECASE) is not None
    return comes and _SEVERAL.search(text) is not None and _BY_A_DAY.search(text) is not None
