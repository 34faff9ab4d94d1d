"""Check the digits that carriers, banks and card issuers add to their numbers against typing errors."""

from __future__ import annotations

_FEDEX_34_SERIAL = slice(20, 33)
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def s10_valid(value: str) -> bool:
    """Tell whether the check digit of a postal number (two letters, nine digits, two letters) holds."""
    total = sum(int(d) * w for d, w in zip(value[2:10], _S10_WEIGHTS, strict=True))
    return int(value[10]) == {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11)


def luhn_valid(digits: str) -> bool:
    """Tell whether the last digit holds by Luhn's rule, which payment cards and some carriers use."""
    doubled = (int(d) * (2 if at % 2 else 1) for at, d in enumerate(reversed(digits)))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def gs1_valid(digits: str) -> bool:
    """Tell whether the last digit holds by the rule of bar codes: weights 3 and 1 from the right, modulo 10."""
    return sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(reversed(digits))) % 10 == 0


def fedex_valid(digits: str) -> bool:
    """Tell whether the last of FedEx's twelve digits holds."""
    return _fedex_check(digits[:-1]) == int(digits[-1])


def fedex_34_valid(digits: str) -> bool:
    """Tell whether the last of the 34 digits under FedEx's bar code holds; it is that of the 13 before it."""
    return _fedex_check(digits[_FEDEX_34_SERIAL]) == int(digits[-1])


def _fedex_check(serial: str) -> int:
    """Add up the digits from the right by the weights 1, 3 and 7, modulo 11, then 10."""
    weighted = (int(d) * (1, 3, 7)[at % 3] for at, d in enumerate(reversed(serial)))
    return sum(weighted) % 11 % 10


def iban_valid(value: str) -> bool:
    """Tell whether the two check digits of a bank account number (upper case, no gaps) hold, modulo 97."""
    moved = value[4:] + value[:4]
    return int("".join(str(int(character, 36)) for character in moved)) % 97 == 1
