"""Split a message in whatever language into parts that may hold a question each. Pure."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import count_said

#: "And besides", by language; `_` stands for a blank.
_BESIDES = (
    "und_außerdem und_noch und_auch außerdem en_ook en_verder bovendien y_también y_además además também e_também "
    "além_disso et_aussi et_puis aussi en_plus e_anche e_poi inoltre и_ещё и_еще и_также также а_также і_ще і_також "
    "також oraz a_także i_jeszcze ayrıca bir_de och_också och_dessutom dessutom"
)
_AND = "und aber en maar y pero e mas et mais ma и но а і але та i ale ve ama och men"
#: What a second question begins with.
_ASKING = (
    "wann wo wie was kann können warum wanneer waar hoe wat kan cuándo dónde cómo qué puedo quando onde como posso "
    "quand où comment puis-je dove come когда где как можно коли де як можна kiedy gdzie jak czy ne_zaman nerede nasıl "
    "när var hur"
)


def _any(words: str) -> str:
    return "|".join(words.replace("_", r"\s+").split())


_BREAK = re.compile(
    r"(?<=[.!?;\n])\s+|[。！？；؟]\s*"
    rf"|,?\s+(?:{_any(_BESIDES)})\b[,:]?\s*"
    rf"|,\s*(?:{_any(_AND)})\s+"
    rf"|\s+(?:{_any(_AND)})\s+(?=(?:{_any(_ASKING)})\b)"
    r"|،\s*و?|、?(?:それと|あと|また|それから)[、,]?|，?(?:另外|还有|而且)，?|(?<=[요다까])[.,]?\s+(?:그리고|또|그런데)\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?;\n])\s+")
_MARK = re.compile(r"[.!?;\n](?=\s|$)")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_FEWEST_WORDS, _FEWEST_LETTERS = 2, 5
_OPENING = re.compile(r"\s*([^,.;:!?\n–—、，。；：！？،؛؟]{1,80})[,.;:!\n–—、，。；：！،؛]+\s*\w")
_LONGEST_OPENING = 8
_MOST = 4


def split_clauses(text: str) -> list[str]:
    """Give the last few parts that are long enough to ask something, in order; the text itself where it is one."""
    parts = (part.strip() for part in _BREAK.split(text) if part)
    return [part for part in parts if _is_long_enough(part)][-_MOST:]


def split_sentences(text: str) -> list[str]:
    """Give the last few sentences, in order, those too short to say anything left out."""
    parts = (part.strip() for part in _SENTENCE_END.split(text))
    return [part for part in parts if _is_long_enough(part)][-_MOST:]


def sentence_start(text: str, place: int) -> int:
    """Give where the sentence begins that goes on at a place of the text."""
    return max((mark.end() for mark in _MARK.finditer(text, 0, place)), default=0)


def opening(text: str) -> str:
    """Give the few words before the first mark, if others follow; "" for none."""
    found = _OPENING.match(text)
    return found[1] if found and count_said(found[1]) <= _LONGEST_OPENING else ""


def _is_long_enough(part: str) -> bool:
    if _UNSPACED.search(part):
        return sum(letter.isalpha() for letter in part) >= _FEWEST_LETTERS
    return len(part.split()) >= _FEWEST_WORDS
