"""Read that a part of what was ordered is not in the parcel that came: English rules, for what its number drowns."""

from __future__ import annotations

import re

from parcelbot.core.reading.codes.spelt_numbers import COUNTS, count_of

_N = rf"(?:{'|'.join(sorted(COUNTS.keys() - {'a', 'an'}))}|\d{{1,2}})"
#: Of these nobody says that they lie in a parcel: where they are is asked of the parcel itself.
_WHOLE = r"(?:parcels?|packages?|packets?|box(?:es)?|deliver\w+|shipments?|numbers?|codes?|links?|e?-?mails?|scans?)"
_THE = r"(?:(?:the|my|our|these|those|all) )?"
_BOX = (
    r"(?:(?:the|my|this|that|your) )?(?:\w+ )?(?<!letter )(?<!mail )(?<!post )(?<!parcel )(?<!safe )"
    r"(?:parcel|box|package|packet|bag|envelope|carton|pouch|packaging|wrapping)\b"
    r"(?! (?:locker|room|shop|point|station|number|office|area))"
)
_IS_NOT = (
    r"(?:is|are|was|were|['’]s)(?: just| simply| still)?(?: not|n['’]?t)(?: even| actually)?|isnt|arent|wasnt|werent"
)
_PART = rf"(?:{_N}|half|some|part|(?:the|my) (?:second|third|fourth|other|last|remaining)|an?)"
_NOT_IN_THE_BOX = re.compile(
    rf"\b{_PART}\b(?! (?:of (?:the|my|our|these|those) )?(?:{_N} )?{_WHOLE}\b)[^.!?]{{1,50}}?"
    rf"\b(?:{_IS_NOT}|not|never|missing) (?:in|inside|from) {_BOX}"
    rf"|\b(?:left|leave) (?:out )?(?:{_PART}) (?!of (?:the|my) {_WHOLE})(?:\w+ ){{1,3}}out\b"
    rf"|\b(?:left out of|missing from) (?:{_BOX}|(?:the|my|this) (?:order|set|delivery)\b)",
    re.IGNORECASE,
)
_SOME_OF_SEVERAL = re.compile(
    rf"\b(?:{_N}|half|some) (?:out )?of (?!{_THE}(?:{_N} )?{_WHOLE}\b){_THE}(?:{_N} )?[^\W\d]\w+"
    rf"[^.!?]{{0,40}}?\b(?:(?:{_IS_NOT}) (?:in (?:it|there)|inside|there|included)|(?:is|are|was|were) missing|left out"
    r"|not (?:packed|included))\b"
    rf"|\bonly (?:got |received |found |sent |had |have )?(?:{_N}|half)"
    rf"(?: (?:out )?of (?:the |my |our )?(?:{_N}\b|\w+ i)"
    r"|[^.!?]{0,25}\b(?:in (?:it|there|the (?:box|parcel|package|bag))|inside)\b)"
    r"(?! (?:\w+ )?(?:parcels|packages|boxes))",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    rf"\b(?:ordered|paid for|bought|should (?:be|have been|contain)|supposed to be|meant to be|instead of|says?)\b"
    rf"(?: \w+){{0,2}}? (?P<wanted>{_N})\b(?P<what>[^.!?]{{0,60}}?)"
    rf"\b(?:only|there (?:are|is|were|was)|came|come|got|received|sent|are in|is in|found)\b"
    rf"(?: \w+){{0,2}}? (?P<came>{_N})\b"
    rf"(?! (?:\w+ )?(?:days?|weeks?|months?|times|{_WHOLE}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b))",
    re.IGNORECASE,
)
_INCOMPLETE = re.compile(
    r"\b(?:order|parcel|package|delivery|set|box)\b(?: \w+){0,3}? (?:is|was|came|arrived|turned up|reached me) "
    r"(?:\w+ )?(?:incomplete|not complete|a piece short|one short|short of)\b"
    rf"|(?<!\bi )(?<!\bi['’]ve )(?<!\bi have )\b(?:forgot|forgotten|omitted)\b"
    rf"(?: to (?:pack|put|send|add|include)(?: in)?)? (?:{_PART}|the|my)(?: of (?:the|my))? "
    rf"(?!{_WHOLE}|order|address|password|{_N} days)\w+",
    re.IGNORECASE,
)


def misses_a_part(text: str) -> bool:
    """Tell whether a part of what was ordered is said not to be in what came; a whole parcel is no part."""
    says_so = any(pattern.search(text) for pattern in (_NOT_IN_THE_BOX, _SOME_OF_SEVERAL, _INCOMPLETE))
    return says_so or any(_fewer_came(found) for found in _ORDERED.finditer(text))


def _fewer_came(found: re.Match[str]) -> bool:
    """Tell whether fewer came than were ordered, and not fewer parcels."""
    speaks_of_parcels = re.search(rf"\b{_WHOLE}\b", found["what"], re.IGNORECASE) is not None
    return count_of(found["came"]) < count_of(found["wanted"]) and not speaks_of_parcels
