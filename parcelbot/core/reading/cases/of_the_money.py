"""Read whether money on its way is spoken of: like a case it is sent, and has a reference."""

from __future__ import annotations

import re

#: A bank looks for money by a reference that is no case's.
_OF_THE_MONEY = re.compile(
    r"\b(?:refund\w*|bank\w*|payments?|transfers?|transactions?|remboursement|banque|reembolso|banco|rimborso|banca"
    r"|terugbetaling|bankowy\w*|zwrotu|iade|erstattung\w*|rückzahlung\w*|überweisung\w*|банк\w*|возврат\w*"
    r"|повернен\w*)\b",
    re.IGNORECASE,
)


def speaks_of_a_transfer(text: str) -> bool:
    """Tell whether a message speaks of a refund, a payment or a bank."""
    return _OF_THE_MONEY.search(text) is not None
