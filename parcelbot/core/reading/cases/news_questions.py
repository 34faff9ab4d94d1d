"""Tell whether a message asks what is new, in any language. Pure."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import count_said

#: "Any news?", and little else: of a case that is with the team, where it stands is asked.
_NEWS = re.compile(
    r"\b(?:any|some|got|is there|have you|there) (?:\w+ ){0,2}?(?:news|updates?|word|progress|developments?)\b"
    r"|\bany ?thing new\b|\bwhat(?:['’]?s| is) (?:the )?(?:new|news|latest|happening)\b|^\W*(?:news|updates?)\W*$"
    r"|\b(?:heard|hear) (?:\w+ ){0,2}?(?:back|anything)\b"
    r"|\b(?:neuigkeit\w*|(?:was|etwas|schon) neues|des nouvelles|du nouveau|novedad\w*|(?:alguna|hay) noticia\w*"
    r"|novit[àa]|not[íi]cias|novidade\w*|nieuws|co[śs] nowego|jakie[śs] (?:wie[śs]ci|nowo[śs]ci)|yeni bir şey"
    r"|gelişme|bir haber|nyheter)\b"
    r"|(?:есть|какие).{0,6}новост|что.{0,3}нового|(?:є|які).{0,6}новини|що.{0,3}нового|進展|進捗|新しい情報"
    r"|(?:有|什么).{0,4}(?:消息|进展)|أي جديد|هل من جديد|أي أخبار|اي اخبار",
    re.IGNORECASE,
)
_MOST_WORDS_OF_NEWS = 9
#: Whoever has none of these words asked for something else than how the parcel stands by now.
_STANDS = re.compile(
    r"\b(?:where|news|updates?|status|still|any ?thing|mov\w*|chang\w*|new|track\w*|arriv\w*|when|stuck|nothing|comes?"
    r"|coming|look|check|again|happen\w*|progress|got|get|here|deliver\w*|wait\w*|now|yet|today|tomorrow|parcel|package"
    r"|order)\b|/",
    re.IGNORECASE,
)


def asks_for_news(text: str) -> bool:
    """Tell whether a short message asks what is new."""
    wishes = re.search(r"\b(?:when|if|once|as soon as)\b", text, re.IGNORECASE)
    return count_said(text) <= _MOST_WORDS_OF_NEWS and _NEWS.search(text) is not None and not wishes


def asks_how_it_stands(text: str) -> bool:
    """Tell whether an English message may ask how the parcel stands by now: then "nothing has changed" answers it."""
    return _STANDS.search(text) is not None
