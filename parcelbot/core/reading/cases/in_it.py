"""Read what is asked after by somebody who asks whether it is in their case, and what a case lacks. English rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_FRAME = re.compile(
    r"\b(?:is|are|was|were|has|have|did|does|do|will|you|they|it|all of (?:that|this|it)|everything|all|both|also|too"
    r"|as well|now|really|still|already|actually|been|put|puts?|write|wrote|written(?: down)?|noted?|add(?:ed)?"
    r"|includ\w+"
    r"|mention\w*|yes|ma(?:k|d)e|t(?:a|oo)ken?|keep|kept|record\w*|log(?:ged)?|jot\w*|regist\w+|sav(?:e|ed)|last|bit|into"
    r"|(?:stand|stands) (?:there|in it)|(?:in|on|down|into|to|with) (?:the |my |that |this |your )?"
    r"(?:case|ticket|draft|message|report|file|record|there|it|that|this)|down|there|right|correct|please|pls"
    r"|so|ok(?:ay)?"
    r"|and then|well)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;&+?!]|\.(?!\d)|\b(?:and|plus|or|but)\b)\s*", re.IGNORECASE)
_WORDS = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]{3,}")
_SMALL = re.compile(
    r"the|this|that|these|those|its|i['’]m|my|our|your|they|them|him|her|his|one|two|for|from|with|about"
    r"|how|what|when"
    r"|where|who|why|not|but|any|some|here|there|want|wants|wanted|need|needs|would|like|get|got|have|had"
    r"|has|been|can"
    r"|could|should|things?|stuff|parts?"
)
_STEM = 4
#: "Put the runner in as well", "the other parcel is late, too".
_ANOTHER_TOO = re.compile(
    r"\b(?:put|add|include|write|take)\b[^.?!]{1,40}\b(?:in|too|as well|also|there|to (?:it|that"
    r"|the (?:case|ticket)))\b"
    r"|\b(?:left|leave|forgot|missed)\b (?:out )?(?:the|my|that)\b"
    r"|\b(?:the|my) (?:other|second|rest of the) (?:one|parcel|package|packet|piece|box|item|half|order)\b"
    r"|\b(?:das|die|der) andere\w* (?:paket|stück|teil|sendung)\b|\b(?:l['’]autre|le deuxième) (?:colis"
    r"|article|pièce)\b"
    r"|\b(?:el otro|la otra) (?:paquete|prenda|pieza|artículo)\b|\bl['’]altr[oa] (?:pacco|capo|articolo)\b"
    r"|\bo outro (?:pacote|artigo)|a outra (?:encomenda|peça)\b|\bhet andere (?:pakket|stuk|artikel)\b"
    r"|\bdrug\w+ paczk\w+\b|\bвтор\w+ посылк\w+|\bдруг\w+ посылк\w+|\bdiğer (?:paket|ürün|parça)"
    r"|もう一つの|另一个包裹|另一件|الطرد الآخر",
    re.IGNORECASE,
)


def puts_another_in(text: str) -> bool:
    """Tell whether a line for a case says that another piece or parcel of the order belongs to it as well."""
    return _ANOTHER_TOO.search(text) is not None


def named_things(text: str) -> list[str]:
    """List the things that a question names: "is the sum in it, and the torn hem?" names the sum and the hem."""
    parts = (" ".join(_FRAME.sub(" ", part).split()).strip(" .:'’") for part in _AND.split(text))
    return [part for part in parts if _content(part)]


def lacking(things: Iterable[str], held: str) -> list[str]:
    """List the things of which a case holds less than half the words, whatever their endings."""
    has = {_stem(word) for word in _content(held)}
    return [thing for thing in things if sum(_stem(word) in has for word in _content(thing)) * 2 < len(_content(thing))]


def line_with(things: Sequence[str], lines: Sequence[str]) -> str:
    """Give the newest line that tells at least half of one of the things, whatever their endings; "" for none."""
    return next((line for line in reversed(lines) if len(lacking(things, line)) < len(things)), "")


def _content(text: str) -> list[str]:
    return [word for word in _WORDS.findall(text.casefold()) if not _SMALL.fullmatch(word)]


def _stem(word: str) -> str:
    """Give a word without its ending, and a sum without its cents."""
    return re.sub(r"[.,]\d+$", "", word) if word[0].isdigit() else word[:_STEM]
