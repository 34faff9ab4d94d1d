"""Read whether a shopper asks by when a case is answered, or what comes of it."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.text.plain_text import count_said

_WHEN = re.compile(
    r"\b(?:when|how long|how soon|until|till|by what|(?:what|which) (?:day|time|date)|wann|quand|cu[aá]ndo|quando|kiedy"
    r"|wanneer|когда|коли|ne zaman)\b|いつ|什么时候|متى",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\bhow long\b|\bhow many (?:days|weeks|months)\b|\btime ?(?:frame|scale|span|line)\b|\bstart to finish\b",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(
    r"\ball in all\b|\baltogether\b|\bin total\b|\bstart to finish\b|\bbeginning to end\b|\bend to end\b"
    r"|\b(?:the|this) (?:whole|entire) (?:thing|business|process|matter|story|lot|affair|procedure)\b"
    r"|\b(?:all of|things? like|cases? like) (?:this|that|these)\b|\b(?:this|that|it|these) all takes?\b",
    re.IGNORECASE,
)
#: "Until when do I wait?", "which date do I write down?": a day that was told is asked for.
_UNTIL_WHEN = re.compile(
    r"\b(?:until|till|til) (?:when|what (?:day|date)|which (?:day|date)|how long)\b"
    r"|\bhow (?:long|much longer) (?:do|should|shall|must|am|are|will|would|have) (?:i|we)\b.{0,15}\bwait"
    r"|\b(?:what|which) (?:day|date)\b.{0,12}\b(?:do|should|shall|can|must|am|to)\b.{0,8}\b(?:(?:i|we) )?"
    r"(?:note|noting|put|write|mark|diary|keep|remember|pencil|enter|wait|jot)\b",
    re.IGNORECASE,
)
#: "The parcel was sent" asks about the parcel.
_OF_THE_PARCEL = re.compile(
    r"\b(?:parcels?|packages?|deliver\w*|order|shipped|tracking|arriv\w+|come here|get here"
    r"|goes? back|sent back|(?:keep|hold)s? it)\b",
    re.IGNORECASE,
)
#: "When does it come?" asks about the parcel, too.
_IT_COMES = re.compile(
    r"\b(?:it|they|he|she|driver|courier)\b.{0,12}"
    r"\b(?:com(?:e|es|ing)|here|there|leaves?|moves?|turns? up|get)\b",
    re.IGNORECASE,
)
_WHAT_THEN = re.compile(
    r"\bwhat (?:happens?|will happen|comes|is|['’]s)?\s*(?:now|next|then|after (?:that|this)|from here)\b"
    r"|\bhow (?:does|do|will) (?:it|this|that|things) (?:go on|continue|work from here|proceed)\b"
    r"|^\W*(?:and )?(?:then|now|next) ?\?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?<=[.!?;,\n。！？、，；؟،])\s*|\s+(?=(?:and|but|so) )", re.IGNORECASE)
#: In other languages a bare "and by when?"; what has more words may ask of the parcel.
_MOST_WORDS_OF_A_TIME = 3


def speaks_of_the_parcel(text: str) -> bool:
    """Tell whether an English message names the parcel or its way, and so asks nothing of a case."""
    return _OF_THE_PARCEL.search(text) is not None


def asks_for_a_time(text: str) -> bool:
    """Tell whether a message asks for a time."""
    return _WHEN.search(text) is not None


def asks_how_long(text: str) -> bool:
    """Tell whether a message asks for a span of time, not for a moment: "how long does all of that take?"."""
    return _HOW_LONG.search(text) is not None


def names_the_whole(text: str) -> bool:
    """Tell whether a message speaks of everything from beginning to end, and not of one step."""
    return _ALL_OF_IT.search(text) is not None


def asks_until_when(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message asks for the day to wait for, as somebody does who writes it down."""
    return Said.UNTIL_WHEN.value in says or _UNTIL_WHEN.search(text) is not None


def asks_what_comes_of_it(text: str, english: bool = True) -> bool:
    """Tell whether a message that sends a case asks by when, or what happens then, and nothing about the parcel."""
    if not english:
        return any(_WHEN.search(part) and count_said(part) <= _MOST_WORDS_OF_A_TIME for part in _PARTS.split(text))
    if speaks_of_the_parcel(text) or _IT_COMES.search(text):
        return False
    return any(_WHEN.search(part) or _WHAT_THEN.search(part) for part in _PARTS.split(text))
