"""Read that a place on the route is no stop on the way: who lives elsewhere knows it before any scan. English rules."""

from __future__ import annotations

import re

_NOT = r"(?:not|n['’]t|never|no|hardly)"
_DENIES = re.compile(
    rf"{_NOT} (?:(?:a|an|any|just|only|some|even|really|my) ){{0,3}}"
    r"(?:transit (?:country|hub|stop|point|place|port)|stop ?over|stop(?= on| along|\b\W*(?:$|[,;]))|half ?way house)\b"
    rf"|{_NOT} (?:\w+ ){{0,2}}?(?:on the (?:way|route)|en route) (?:to(?! me\b)|from|between|anywhere)\b"
    rf"|{_NOT} (?:\w+ )?(?:pass\w*|go\w*|come|travel\w*) through (?:there|here|it|that country)\b"
    rf"|\b(?:nowhere|{_NOT} anywhere) near (?:me|us|here|my|where i)\b"
    r"|\bthat(?:['’]s| is) (?:exactly |just )?where (?:it|the parcel)(?:['’]s| is| has| got)? ?(?:been )?"
    r"(?:stuck|stranded|ended|ends|stays|sits)\b",
    re.IGNORECASE,
)
#: "Can't they stop on the way?" asks for one.
_ASKS_FOR_A_STOP = re.compile(
    r"\b(?:can|could|do|does|did|will|would|why|should|might)(?:n['’]?t)? (?:\w+ ){0,3}?(?:not |just )?stop\b",
    re.IGNORECASE,
)


def denies_a_stop(text: str) -> bool:
    """Tell whether a message says that a place is no stop on the parcel's way to the shopper."""
    return _DENIES.search(_ASKS_FOR_A_STOP.sub(" ", text)) is not None
