"""Tell whether a message asks how to reach the carrier, which is not where the parcel is delivered. A rule."""

from __future__ import annotations

import re

from parcelbot.core.reading.questions.sentences import asks_something, wishes_for_something

_CARRIER = (
    r"(?:(?:the|my|your|this|that|our|those|these) (?:local |other |second |first )?)?"
    r"(?:carriers?|couriers?|post(?: office)?|delivery (?:company|firm|service|people)|dhl|ups|fedex|dpd|gls|evri|usps|"
    r"royal mail|an post|china post|colissimo|la poste|correos|postnl|(?:local )?(?:firm|company|people|guys|lot))"
)
_THEM = rf"(?:them|{_CARRIER})"
_WAY = (
    r"(?:tele)?phone(?: ?(?:number|line))?|hotline|helpline|(?:postal |street |mailing |e-?mail |contact )?address|"
    r"contact(?: details| data)?|customer (?:service|care)|call cent(?:re|er)"
)
_ASKS = re.compile(
    rf"\bhow (?:do|can|could|should|would|to)(?: (?:i|we|one))?(?: best)? "
    r"(?:reach|contact|call|ring|phone|e-?mail|get (?:hold of|through to|in touch with)|(?:speak|write|talk) to) "
    rf"{_THEM}\b|"
    rf"\b(?:{_WAY})\b.{{0,12}}\b(?:for|of|at|to (?:reach|call|ring)|where i can (?:reach|call|ring)) {_THEM}\b"
    rf"|\b(?:their|{_CARRIER}['’]?s) (?:own |main |local )?(?:{_WAY})\b"
    rf"|\b{_CARRIER}\b (?:got |have |has |give me |tell me )?(?:an? |any )?(?:{_WAY})\b"
    rf"|\bnumber\b.{{0,25}}\b(?:call|ring|phone|reach) {_THEM}\b"
    rf"|\b(?:have|has|do|does) (?:they|{_CARRIER}) (?:got |have )?(?:an? |any )?(?:{_WAY})\b"
    r"|\bnumber (?:of|for) (?:the )?local (?:firm|company|people|guys|lot|carrier|courier|post)\b",
    re.IGNORECASE,
)
#: After an answer about a parcel "they" are its carrier: how to get at them, where they sit.
_REACH = (
    r"(?:get hold of|get (?:in )?touch with|get through to|reach|contact|speak (?:to|with)|talk to|ring|call|phone"
    r"|write to|get at)"
)
_SITS = r"(?:sit|based|located|live|situated|office|headquarter\w*)"
_OF_THEM = re.compile(
    rf"\bhow (?:do|can|could|would|should|might|am|to)\b[^.?!]{{0,25}}\b{_REACH} {_THEM}\b"
    rf"|\bwhere (?:do|are|can i find|is) (?:they|{_THEM})\b[^.?!]{{0,12}}\b{_SITS}\b"
    rf"|\b(?:number|phone|contact|address)\b[^.?!]{{0,10}}\bfor {_THEM}\b",
    re.IGNORECASE,
)
#: After an answer about a parcel this is the carrier's as well, unless it is ours that is asked for.
_A_NUMBER_TO_RING = re.compile(
    r"\bnumber\b.{0,10}\b(?:i|we|to|one) (?:can |could |may |might |should )?(?:ring|call|phone|dial)\b"
    r"|\b(?:who|whom) (?:do|can|should|could|must|may) (?:i|we) (?:have to |need to |best )?(?:ring|call|phone|dial)\b",
    re.IGNORECASE,
)
#: Somebody's address to write a letter to, which is not where the parcel goes.
_FOR_A_LETTER = re.compile(
    r"\baddress\b[^.?!]{0,30}\b(?:write|letters?|complain\w*|(?:by|with|through) post|(?:tele)?phone(?: number)?)\b"
    r"|\b(?:write|letters?|(?:by|through) post|(?:tele)?phone(?: number)?)\b[^.?!]{0,30}\baddress\b"
    r"|\b(?:can|could|do|may|might|should|to) (?:i |we |one )?(?:write|send|post) (?:them )?(?:a |my |the )?letters?\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"\b(?:chang|correct|updat|alter|mov|deliver|redirect)\w*", re.IGNORECASE)
_OURS = re.compile(r"\b(?:you|your|u|kossr|person|somebody|someone|human|agent|shop|support)\b", re.IGNORECASE)
#: "OK, their address for a letter" asks as well: it is named, and nothing is said of it.
_NAMES_IT = re.compile(r"^\W*(?:(?:ok(?:ay)?|and|so|then|well|fine|just|but)\W+)*(?:their|the|an?)\b", re.IGNORECASE)
_SAYS_OF_IT = re.compile(r"\b(?:is|are|was|were|has|have|had|gave|give|told|said|isn['’]?t|wrong)\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:(?:postal|street|mailing) address|address|street|for a letter|by post)\b"
    r"|\bwhere (?:do|are|is)\b[^.?!]{0,25}\b(?:sit|based|located|situated|headquarter\w*)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"\b(?:tele)?phone|\bnumber\b|\b(?:call|ring|dial|speak|talk)\b|\bhot ?line\b|\bhelp ?line\b"
    r"|\b(?:no|without(?: an?| the)?|not got|don['’]?t have|haven['’]?t got)(?: \w+)? "
    r"(?:internet|computer|app|smart ?phone|web|wi-?fi)\b",
    re.IGNORECASE,
)
#: An address of the shopper's own, or one that stands on something, is the parcel's.
_OF_THE_PARCEL = re.compile(
    r"\b(?:my|our) (?:(?:own|delivery|home|new|old|right|correct) )?address\b"
    r"|\b(?:on|in) (?:the|my) (?:label|parcel|order)\b|"
    r"\b(?:gave|give) (?:them|the carrier|the courier) (?:my|the|a|our)\b",
    re.IGNORECASE,
)


def asks_how_to_reach_the_carrier(text: str, told: bool = False) -> bool:
    """Tell whether a message asks for the carrier's telephone, address or other contact.

    `told`: a parcel was told of before, so that a number to ring is its carrier's.
    """
    only_named = _NAMES_IT.match(text) is not None and _SAYS_OF_IT.search(text) is None
    asks = asks_something(text) or wishes_for_something(text) or only_named
    if _OF_THE_PARCEL.search(text) or not asks:
        return False
    a_number = told and _A_NUMBER_TO_RING.search(text) is not None and _OURS.search(text) is None
    if told and (_OF_THEM.search(text) or _asks_for_a_letter(text)):
        return True
    return a_number or _ASKS.search(text) is not None


def _asks_for_a_letter(text: str) -> bool:
    """Tell whether somebody's address to write a letter to is asked for, neither ours nor one to be changed."""
    another = _OURS.search(text) or _CHANGES.search(text)
    return _FOR_A_LETTER.search(text) is not None and another is None


def asks_for_a_phone(text: str) -> bool:
    """Tell whether a telephone is asked for, or whoever asks has no internet to look with."""
    return _PHONE.search(text) is not None


def asks_for_a_street(text: str) -> bool:
    """Tell whether somebody's address is asked for, of whoever asks how to reach the carrier."""
    return _STREET.search(text) is not None
