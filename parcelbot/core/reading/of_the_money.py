"""Tell what is asked of money on its way from what is asked of a case: both are sent, and both have a reference."""

from __future__ import annotations

import re

#: A bank looks for money by a reference that is no case's.
_OF_THE_MONEY = re.compile(
    r"\b(?:refund\w*|bank\w*|payments?|transfers?|transactions?|remboursement|banque|reembolso|banco|rimborso|banca"
    r"|terugbetaling|bankowy\w*|zwrotu|iade|erstattung\w*|rückzahlung\w*|überweisung\w*|банк\w*|возврат\w*"
    r"|повернен\w*)\b",
    re.IGNORECASE,
)
_OF_A_CASE = re.compile(
    r"\b(?:cases?|tickets?|messages?|team|persons?|people|humans?|colleagues?|somebody|someone|anybody|anyone|agents?"
    r"|pass(?:ed|ing)?|hand(?:ed|ing)?|forward\w*|request|complaint|Fall|Anfrage|Team|caso|équipe|dossier|zaak|zaken"
    r"|sprawa|sprawy|sprawę|обращени\w*|зверненн\w*|talep\w*)\b",
    re.IGNORECASE,
)


def speaks_of_a_transfer(text: str) -> bool:
    """Tell whether a message speaks of a refund, a payment or a bank."""
    return _OF_THE_MONEY.search(text) is not None


def speaks_of_a_case(text: str) -> bool:
    """Tell whether a message names a case, who takes it, or that it is passed on."""
    return _OF_A_CASE.search(text) is not None
