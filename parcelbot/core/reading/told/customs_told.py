"""Read that customs want a paper of the sender's, or that a charge was paid already. English rules."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import plain_text

_PAPER = r"(?:invoices?|papers?|documents?|declarations?|certificates?|packing lists?|forms?|description)"
_SENDER = r"(?:the |your |a )?(?:shippers?|senders?|sellers?|exporters?|shop|store|merchant|company)"
_SELLER_PAPER = re.compile(
    rf"\b(?:commercial|pro ?-?forma|customs|corrected|correct|signed|stamped) invoices?\b"
    rf"|\b(?:certificate of origin|hs[ -]codes?)\b"
    rf"|\b{_PAPER}\b[^.!?]{{0,30}}\b(?:from|by|of) (?:{_SENDER}|you|u|your side|your end)\b"
    rf"|\b(?:customs|carrier|courier|dhl|ups|fedex|broker|they)\b[^.!?]{{0,40}}\b(?:need|want|ask|require|demand)\w*\b"
    rf"[^.!?]{{0,30}}\bfrom (?:{_SENDER}|you|u)\b"
)
#: A proper one is mostly wanted for the books; of customs it is where they are spoken of.
_PROPER = re.compile(r"\bproper invoices?\b")
_AT_CUSTOMS = re.compile(
    r"\b(?:customs|clear(?:ance|ed|ing)?|broker\w*|carrier|courier|dhl|ups|fedex|held|hold\w*|dut(?:y|ies)"
    r"|import\w*|they)\b"
)
#: "What do they need from you?" asks, and a paper that was sent is not wanted any more.
_MINE = re.compile(
    r"\bwhat (?:do|does|did)\b"
    r"|\b(?:i|we) (?:have|sent|gave|got|attached)(?: \w+)? (?:the|my|an?|your) (?:commercial )?invoice\b"
)
_CHARGE = (
    r"(?:duty|duties|customs(?: (?:fees?|charges?|duty|bill))?|tax(?:es)?|vat|import \w+|handling (?:fee|charge)"
    r"|the (?:fees?|charges?))"
)
_PAID = r"(?:paid|payed|settled)"
_NO_CHARGE = r"(?:not|n't|never|un|be|to|who|if|when|once|until|after|must|nobody|yet)"
_CHARGE_PAID = re.compile(
    rf"\b(?:i|we|my \w+|already|have|'ve|has|was|were|is|are|been|it's)(?: \w+)? (?<!not )(?<!n't ){_PAID}\b(?! for\b)"
    rf"[^.!?]{{0,25}}\b{_CHARGE}\b"
    rf"|\b{_CHARGE}\b(?:(?!\b{_NO_CHARGE}\b)[^.!?]){{0,30}}\b(?:is|are|was|were|been|i|we)(?: already| long)? {_PAID}\b"
    rf"|\bpaid (?:the|my|your|their|that|all|this) {_CHARGE}\b"
)
#: A charge is named in one sentence, and in another it is paid: "they want duties. I paid that on Monday".
_NAMES_A_CHARGE = re.compile(rf"\b{_CHARGE}\b")
_PAID_THAT = re.compile(
    rf"\b(?:i|we)(?:'ve| have)?(?: already| just| long)? {_PAID} (?:it|that|this|them|those|all of it|online"
    rf"|already)\b(?![^.!?]*\bcheck ?out\b)"
)
_DENIED = re.compile(
    rf"(?:\bnot|n't|\bnever|\bif|\bonce|\bwhen|\buntil|\bhave to be)(?: \w+){{0,3}} {_PAID}\b"
    rf"|\bunpaid\b|\bwho (?:has |have )?{_PAID}\b"
)


def wants_the_senders_paper(text: str) -> bool:
    """Tell whether customs or a carrier are said to want a paper that the sender has to give: its invoice, mostly."""
    plain = plain_text(text)
    wanted = _SELLER_PAPER.search(plain) is not None or (_PROPER.search(plain) and _AT_CUSTOMS.search(plain))
    return bool(wanted) and _MINE.search(plain) is None


def has_paid_the_charge(text: str) -> bool:
    """Tell whether a charge on the parcel is said to be paid; that the order was paid says nothing of it."""
    sentences = re.split(r"(?<=[.!?;])\s+", plain_text(text))
    stated = [s for s in sentences if not (_DENIED.search(s) or s.endswith("?"))]
    named = _NAMES_A_CHARGE.search(plain_text(text)) is not None
    return any(_CHARGE_PAID.search(s) or (named and _PAID_THAT.search(s)) for s in stated)
