"""Notice when a shopper offers a card number, a code or a password, or asks whether to give one."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import plain_text

_SECRET = (
    r"(?:(?:credit |debit |bank |visa |full |long )?card(?: (?:number|no|details|info\w*|data|code)| and (?:cvv|cvc"
    r"|pin))"
    r"|cvv|cvc|security code|(?:bank|payment|account|login|log-?in) (?:details|data|info\w*|number|password)|iban"
    r"|sort code"
    r"|pass ?words?|passcode|pass ?phrase|pin(?: code| number)?|one[- ]time (?:code|password)|otp"
    r"|(?:last|first) (?:four|4|three|3) digits of my card)"
)
_MY_CARD = r"my (?:bank |credit |debit )?card(?! (?:was|is|has|back|away|to the))"
_MINE = rf"(?:{_MY_CARD}|(?:my|the|our|a) (?:\w+ ){{0,3}}?{_SECRET}\b(?! (?:was|were|has|is stuck|in the|left)))"
_OFFERED = re.compile(
    rf"\b(?:shall|should|can|could|may|must|do|will|would|let|have to|need to|i'?ll|i can|i could|i will|want me)\b"
    rf"[^.!?]{{0,30}}\b(?:give|send|tell|share|write|type|post|enter|provide|read|dictate|put|leave|drop|text|mail)\b"
    rf"[^.!?]{{0,25}}\b{_MINE}"
    rf"|\b(?:do|would|will) you (?:want|need|require|ask for|like)\b[^.!?]{{0,25}}\b{_MINE}"
    rf"|\b(?:want|need) (?:to (?:know|have|see) )?{_MINE}[^.!?]{{0,20}}\?"
    rf"|\b(?:here'?s|here is|here are|this is|i'?m sending|i'?m giving you) {_MINE}"
    r"|\bmy (?:card (?:number|no)|cvv|cvc|security code|pin|pass ?word|passcode|iban|login) (?:is|=|:)(?! (?:wrong"
    r"|blocked|not|incorrect|invalid|expired|gone|lost|too|\d{6}\b))"
    rf"|\bwhat (?:do you|else do you) need\b[^.!?]{{0,20}}\b{_SECRET}\b"
    rf"|\bif i (?:give|send|tell|gave) you\b[^.!?]{{0,25}}\b{_MINE}"
    rf"|\b(?:which|what) (?:card )?(?:number|details) (?:do|should|shall)\b[^.!?]{{0,20}}\b(?:card|bank)\b"
)
#: Somebody else asks for it, or the code opens a locker: then it is another question.
_ANOTHERS = re.compile(
    r"\b(?:text|sms|e-?mail|link|site|website|page|caller|message|they|he|she|someone|somebody|it|dhl|ups|post"
    r"|courier)"
    r"(?:'s| is| are| was)? (?:says?|said|ask\w*|want\w*|need\w*|telling|told)\b|\blocker\b|\bpick ?-?up\b"
    r"|\bcollect\w*"
)


def offers_a_secret(text: str) -> bool:
    """Tell whether somebody offers a card number, a code or a password here, or asks whether to."""
    plain = plain_text(text)
    return _OFFERED.search(plain) is not None and _ANOTHERS.search(plain) is None
