"""Find order numbers in a shop's own form: Shopify lets shops set letters before and after the digits ("EN1001-A").

The form is unknown, so it is not judged but tried at the directory: what is read here is only that it can be no parcel,
postcode, article or amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcelbot.core.reading.codes import number_patterns as p
from parcelbot.core.reading.given_numbers import lead_words
from parcelbot.core.reading.given_numbers.number_context import NumberContext, number_context
from parcelbot.core.reading.given_numbers.number_types import NumberFormats

_LETTER = rf"[^\W{p.WITHOUT_SPACES}]"
_CODE = re.compile(
    rf"(?<!{_LETTER}|[@.#-])(?P<hash># ?)?"
    r"(?P<code>(?P<letters>[A-Za-z]{0,6})(?P<joint>-?|(?<=[A-Z]{2}) )"
    r"(?P<digits>[0-9]{4,6})(?P<suffix>-?[A-Za-z]{1,3}|-[0-9]{1,2})?)"
    rf"(?!{_LETTER}|@|-{_LETTER}|[.,][0-9]| [0-9]{{3}})"
)
#: Letters that call or measure the digits after them and are none of theirs; KT begins our cases.
_LABELS = re.compile(
    r"KT|KOSSR|ORD(?:ER)?S?|N[OR]|NUM|ID|REF|PO|BOX|ZIP|PLZ|CAP|CE?P|TEL|FAX|PIN|OTP|CODE|ROOM|FLAT|APT|UNIT|SIZE|ITEM"
    r"|MODEL|SKU|ISO|EAN|UTC|GMT|USD|EUR|GBP|RS|INR|JPY|CNY|TRY|PLN|CHF|AUD|CAD"
)
#: Countries whose postcodes are written with their letters: "LV-1010".
_POSTCODED = re.compile(r"A[TX]|BE|C[HZ]|D[EK]|E[ES]|F[IR]|H[RU]|IT|L[ITUV]|MD|N[LO]|P[LT]|RO|S[EIK]|US")
_STATES = re.compile(
    r"A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
_LONGEST, _DIGITS_OF_A_ZIP = 10, 5
_STANDS_FOR_IT = "7401"
_CLAUSE_BEFORE, _CLAUSE_AFTER = re.compile(r"(?:^|[.!?,;:(\n@])\s*$"), re.compile(r"\s*(?:$|[.!?,;:)\n@])")


def lettered_orders(text: str, formats: NumberFormats) -> Iterator[tuple[int, int, str]]:
    """Locate the order numbers with letters that a folded text holds, each with its value, without a "#" before it."""
    for found in _CODE.finditer(text):
        if (found["letters"] or found["suffix"]) and not _is_something_else(found, formats):
            beside = number_context(text, *found.span(), formats)
            called_one = found["hash"] or beside.named_order
            if called_one or (not beside.named_tracking and _looks_like_one(found, beside)):
                yield *found.span("code"), found["code"].upper().replace(" ", "-")


def is_a_word_and_a_number(typed: str) -> bool:
    """Tell whether what looks like a shop's letters in folded text is a short word of another script: "на 5000"."""
    return " " in typed and not typed.isascii()


def _is_something_else(found: re.Match[str], formats: NumberFormats) -> bool:
    letters, code = found["letters"].upper(), found["code"].replace("-", "").upper()
    calls_it = p.ORDER_CUE.search(letters) or lead_words.ORDER_CUE.search(letters)
    if found["joint"] == " " and (p.WORDS.fullmatch(letters.lower()) or _is_a_zip(found)):
        return True
    return (
        _LABELS.fullmatch(letters) is not None
        or bool(calls_it)
        or len(code) > _LONGEST
        or formats.judge(code) is not None
    )


def _is_a_zip(found: re.Match[str]) -> bool:
    return len(found["digits"]) == _DIGITS_OF_A_ZIP and _STATES.fullmatch(found["letters"]) is not None


def _looks_like_one(found: re.Match[str], beside: NumberContext) -> bool:
    letters = found["letters"].upper()
    if len(letters) < 2 or _POSTCODED.fullmatch(letters) or p.YEAR.fullmatch(found["digits"]):
        return False
    if lead_words.ARTICLE_CUE.search(beside.before) or beside.named_phone or beside.named_payment:
        return False
    return found["joint"] == "-" or _stands_apart(found, beside)


def _stands_apart(found: re.Match[str], beside: NumberContext) -> bool:
    """Tell whether nothing is said but the number, or capitals make it a clause of its own."""
    alone = f"{beside.message[: found.start()]}{_STANDS_FOR_IT}{beside.message[found.end() :]}"
    if p.LONE_ORDER.fullmatch(alone) or lead_words.LONE_ORDER.fullmatch(alone):
        return True
    if found["joint"] == " ":
        return False
    own_clause = _CLAUSE_BEFORE.search(beside.before) and _CLAUSE_AFTER.match(beside.after)
    return bool(own_clause) and found["letters"].isupper()
