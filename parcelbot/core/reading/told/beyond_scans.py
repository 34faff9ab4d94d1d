"""Read what is more than any scan settles: a death, money that is back already, goods carried off. English rules."""

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


def says_refunded(text: str) -> bool:
    """Tell whether a sentence says that the money was given back already."""
    return _REFUNDED.search(text) is not None and _NOT.search(text) is None


def says_carried_off(text: str) -> bool:
    """Tell whether a sentence says that the rubbish was collected, or that something went away with it."""
    return _TAKEN_AWAY.search(text) is not None and _NOT.search(text) is None


def speaks_of_a_forwarder(text: str) -> bool:
    """Tell whether a sentence names a forwarder that the parcel was brought to, or a warehouse."""
    return _FORWARDED.search(text) is not None
