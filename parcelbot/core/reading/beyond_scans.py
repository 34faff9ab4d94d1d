"""Read what is more than any scan settles: a death, a paper of ours, goods carried off. English rules."""

from __future__ import annotations

import re

_KIN = (
    r"(?:wife|husband|mother|mum|mom|mam|father|dad|son|daughter|sister|brother|aunt|uncle|nan|gran\w*|partner|fianc\w+"
    r"|friend|cousin|nephew|niece|neighbou?r|customer|recipient|parents?|boy|girl)"
)
_DIED = re.compile(
    rf"\b{_KIN}\b[^.!?]{{0,40}}\b(?:passed (?:away|on)|died|has died|is dead|was buried)\b"
    rf"|\b(?:death|passing|funeral) of (?:my|our|her|his) (?:\w+ )?{_KIN}\b"
    r"|\b(?:she|he) (?:has )?(?:passed away|died)\b|\bthe deceased\b",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(?:customs?|clearance|border|broker\w*|courier|carrier|dhl|ups|fedex|tnt|post office|revenue|release)\b",
    re.IGNORECASE,
)
_PAPER = r"(?:invoice|forms?|papers?|paperwork|documents?|declaration|certificate|letter|statement|authori[sz]ation)"
_SENDER = r"(?:(?:the |your )?(?:shipper|sender|seller|exporter|supplier)|you\b|your (?:company|side|end))"
_OUR_PAPER = re.compile(
    rf"\bcommercial invoice\b|\b{_PAPER}\b[^.!?]{{0,30}}\b(?:from|by|signed by|issued by) {_SENDER}"
    rf"|\b(?:shipper|sender|seller|exporter)(?:['’]s)? (?:has to|have to|needs? to|must) "
    rf"(?:\w+ )?(?:send|provide|give|fill|sign|supply|write)\b[^.!?]{{0,30}}\b{_PAPER}\b"
    rf"|\b(?:shipper|sender|seller|exporter)['’]s (?:\w+ )?{_PAPER}\b",
    re.IGNORECASE,
)
_CHARGE = r"(?:duty|duties|tax(?:es)?|vat|gst|customs|charges?|fees?|tariffs?)"
_PAID = re.compile(
    rf"\b(?:i|we)(?:['’]ve| have| had)? (?:already |just |both )*(?:paid|settled)\b[^.!?]{{0,30}}\b{_CHARGE}\b"
    rf"|\b{_CHARGE}\b[^.!?]{{0,20}}\b(?:was|were|is|are|has been|have been) (?:already |long |all )*(?:paid|settled)\b"
    r"|\b(?:i|we)(?:['’]ve| have)? (?:already|long since) paid\b|\bit(?:['’]s| is| was) (?:already )?paid\b",
    re.IGNORECASE,
)
_REFUNDED = re.compile(
    r"\byou(?:['’]ve| have| had)?(?: guys| people| lot)? (?:already |just |then )?"
    r"(?:refunded|reimbursed|paid me back|gave me (?:a|the|my|all my) (?:\w+ )?(?:refund|money))\b"
    r"|\b(?:i|we)(?:['’]ve| have| had| was| were| got)(?: already| just| been)* (?:refunded|reimbursed)\b"
    r"|\b(?:refund|money) (?:\w+ ){0,2}(?:has (?:already )?(?:come|arrived)|came|arrived|is here|is in my account)\b",
    re.IGNORECASE,
)
_RUBBISH = (
    r"(?:bins?|rubbish|trash|garbage|recycling|skip|dumpster|bin ?men|dust ?men|refuse|bin (?:lorry|truck)"
    r"|garbage truck|landfill|tip)"
)
_TAKEN_AWAY = re.compile(
    rf"\b{_RUBBISH}\b[^.!?]{{0,40}}\b(?:collected|emptied|went|gone|taken|picked up|come (?:and|by)|came)\b"
    rf"|\b(?:collected|emptied|taken|gone|went|thrown|carried off|delivered)\b[^.!?]{{0,40}}"
    rf"\b(?:by|with|in|into|to) (?:the |a |our |\w+ ){{0,2}}{_RUBBISH}\b",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"\b(?:freight|parcel|package|mail|cargo)[ -]?forward\w+\b|\b(?:a|the|my|our) forward(?:er|ing \w+)\b"
    r"|\b(?:freight|cargo) (?:company|agent|agency|office|people|service)\b"
    r"|\b(?:it|that|the address|this)(?:['’]s| is) a warehouse\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|no|nothing|nobody|hardly|isn|aren|wasn|weren|didn|hasn|haven)\b|n['’]t\b", re.IGNORECASE
)


def tells_of_a_death(text: str) -> bool:
    """Tell whether a sentence says that somebody died."""
    return _DIED.search(text) is not None


def wants_our_paper(text: str) -> bool:
    """Tell whether a message says that customs or the carrier wants a paper which only its sender has."""
    return _ABROAD.search(text) is not None and _OUR_PAPER.search(text) is not None


def says_paid(text: str) -> bool:
    """Tell whether a sentence says that a charge was paid."""
    return _PAID.search(text) is not None and _NOT.search(text) is None


def says_refunded(text: str) -> bool:
    """Tell whether a sentence says that the money was given back already."""
    return _REFUNDED.search(text) is not None and _NOT.search(text) is None


def says_carried_off(text: str) -> bool:
    """Tell whether a sentence says that the rubbish was collected, or that something went away with it."""
    return _TAKEN_AWAY.search(text) is not None and _NOT.search(text) is None


def speaks_of_a_forwarder(text: str) -> bool:
    """Tell whether a sentence names a forwarder that the parcel was brought to, or a warehouse."""
    return _FORWARDED.search(text) is not None
