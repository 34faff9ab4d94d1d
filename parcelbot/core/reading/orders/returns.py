"""Tell that a message speaks of the shopper's own return: of goods that they sent back to us."""

from __future__ import annotations

import re

_OWN_RETURN = re.compile(
    r"\b(?:i|we|have|i['’]?ve|we['’]?ve)\s+(?:(?:have|already|just)\s+)?"
    r"(?:returned|(?:sent|posted|shipped|mailed)\s+(?:\w+\s+){0,4}back|"
    # what was sent may have its number and an e-mail behind it
    r"(?:sent|posted|shipped|mailed)\s+(?!(?:\w+\s+){0,3}(?:e-?mails?|messages?|texts?|questions?|photos?|pictures?)\b)"
    r"(?:(?![.?!]\s).){0,70}?\bback\s+(?:to (?:you|your?s)|already|weeks?|days?|last|a (?:week|month|fortnight)))\b"
    r"|\b(?:i|we)\s+(?:\w+\s+)?(?:sent|posted|shipped|mailed|dropped|handed)\s+(?:off\s+|in\s+)?"
    r"(?:the|a|this|that) return\b"
    r"|\b(?:my|our) return\b(?!\s+(?:address|label|policy))"
    r"|\byou (?:received|have|got) my return\b",
    re.IGNORECASE,
)
_ONLY_ASKED = re.compile(r"\b(?:can|could|how|should|may|want to|like to|going to|will|if) (?:i|we)?\b", re.IGNORECASE)


_MONEY = re.compile(
    r"\b(?:refund\w*|money|cash|reimburs\w*|repaid|repay\w*|credited|paid back|pay(?:ing|s)? (?:me|us) back)\b",
    re.IGNORECASE,
)


def speaks_of_money(text: str) -> bool:
    """Tell whether the money for a return is spoken of."""
    return _MONEY.search(text) is not None


def sent_back(text: str) -> bool:
    """Tell whether the shopper says that they sent something back; one who asks how to has not."""
    found = _OWN_RETURN.search(text)
    return found is not None and not _ONLY_ASKED.search(text[: found.start()][-20:])


_MONEY_BACK = re.compile(
    r"\b(?:refund me|money back|reimburse me|a refund|my money)\b"
    r"|\b(?:(?:mein |das |unser )?geld (?:\w+ )?(?:zurück|wieder)|erstatt\w+|rückerstatt\w+|devuelv\w+"
    r"|devolu\w+|reembols\w+|rembours\w+|rimbors\w+|soldi indietro|geld terug|terugbetal\w+"
    r"|zwrot\w* (?:pieniędzy|kosztów)|zwróć\w* pieni\w+"
    r"|para(?:mı|nın)? (?:\w+ )?(?:geri|iade)\w*|iade(?:si)? istiyorum)\b"
    r"|(?:верн\w+|возврат\w*) .{0,12}ден\w+|деньги (?:назад|обратно)|(?:поверн\w+) .{0,12}(?:грош|кошт)\w*|гроші назад"
    r"|返金|お金を返|退款|退钱|استرداد|فلوسي|نقودي|أموالي",
    re.IGNORECASE,
)


def wants_the_money_back(text: str) -> bool:
    """Tell whether the money is spoken of that is to come back, in the languages we speak."""
    return _MONEY_BACK.search(text) is not None
