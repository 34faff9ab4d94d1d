"""Tell whether a message asks how to reach the carrier, which is not where the parcel is delivered. A rule."""

from __future__ import annotations

import re

from parcelbot.core.reading.sentences import asks_something, wishes_for_something

_CARRIER = (
    r"(?:(?:the|my|your|this|that|our) (?:local |other |second |first )?)?"
    r"(?:carriers?|couriers?|post(?: office)?|delivery (?:company|firm|service|people)|dhl|ups|fedex|dpd|gls|evri|usps|"
    r"royal mail|an post|china post|colissimo|la poste|correos|postnl)"
)
_THEM = rf"(?:them|{_CARRIER})"
_WAY = (
    r"(?:tele)?phone(?: ?(?:number|line))?|hotline|helpline|(?:postal |street |mailing |e-?mail |contact )?address|"
    r"contact(?: details| data)?|customer (?:service|care)|call cent(?:re|er)"
)
_ASKS = re.compile(
    rf"\b(?:{_WAY})\b.{{0,12}}\b(?:for|of|at|to (?:reach|call|ring)|where i can (?:reach|call|ring)) {_THEM}\b"
    rf"|\b(?:their|{_CARRIER}['’]?s) (?:own |main |local )?(?:{_WAY})\b"
    rf"|\b{_CARRIER}\b (?:got |have |has |give me |tell me )?(?:an? |any )?(?:{_WAY})\b"
    rf"|\bnumber\b.{{0,25}}\b(?:call|ring|phone|reach) {_THEM}\b",
    re.IGNORECASE,
)
#: An address of the shopper's own, or one that stands on something, is the parcel's.
_OF_THE_PARCEL = re.compile(
    r"\b(?:my|our) (?:(?:delivery|home|new|old|right|correct) )?address\b"
    r"|\b(?:on|in) (?:the|my) (?:label|parcel|order)\b|"
    r"\b(?:gave|give) (?:them|the carrier|the courier) (?:my|the|a|our)\b",
    re.IGNORECASE,
)


def asks_how_to_reach_the_carrier(text: str) -> bool:
    """Tell whether a message asks for the carrier's telephone, address or other contact."""
    asks = asks_something(text) or wishes_for_something(text)
    return asks and _ASKS.search(text) is not None and _OF_THE_PARCEL.search(text) is None
