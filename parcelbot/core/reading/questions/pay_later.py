"""Read that a company which is paid later asks for its money, or that its day comes. English rule."""

from __future__ import annotations

import re

_PAY_LATER = (
    r"(?:klarna|after ?pay|clear ?pay|sezzle|affirm(?! that)|zip ?pay|laybuy|atome|scalapay|riverty"
    r"|(?:paypal )?pay in (?:3|4|three|four)|pay[- ]later|bnpl|instal?l?ments?)"
)
_IS_DUE = (
    r"(?:due|wants?|wanting|asks?|asking|demand\w*|chas\w+|owes?|remind\w*|late fee|(?:have|has|need|got) to pay"
    r"|gotta pay|must (?:i )?pay|should i (?:still )?pay|supposed to pay|pause|snooze|extend|postpone"
    r"|push (?:it|that) back|(?:first|next|second|third|last|final) payment)"
)
_DUE_LATER = re.compile(
    rf"\b{_PAY_LATER}\b[^.!?]{{0,60}}\b{_IS_DUE}\b|\b{_IS_DUE}\b[^.!?]{{0,60}}\b{_PAY_LATER}\b", re.IGNORECASE
)


def a_later_payment_is_due(text: str) -> bool:
    """Tell whether a message says or asks of a company that is paid later that it wants its money."""
    return _DUE_LATER.search(text) is not None
