"""Read from a shopper's own words what they ask for and what damage they report. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.questions import Question
from parcelbot.core.reading.case_words import requests
from parcelbot.core.reading.sentences import ONLY_PARTLY, asks_something, wants_money, wishes_for_something
from parcelbot.core.reading.wish_patterns import NO_COLLECTING, PAY_THE_CHARGE, PROOF, WISHES
from parcelbot.core.reading.wishes_elsewhere import wished_elsewhere

#: The matters of a case that these wishes are.
_MATTERS = {
    "a refund": Question.REFUND_WANTED,
    "a replacement": Question.REPLACEMENT_WANTED,
    "to cancel": Question.CANCEL_ORDER,
    "another address": Question.CHANGE_ADDRESS,
    "to return it": Question.RETURN_ITEM,
    "a call": Question.CALL_ME,
}
#: Without a word of these a wish is only spoken of: "it was a replacement already".
_WISHING = re.compile(
    r"\b(?:want|wanted|like|need|please|pls|plz|can you|could you|would you|give me|prefer|rather|demand|insist"
    r"|wish|let me have|"
    r"(?:can|could|may) (?:i|we) (?:please |just |maybe )?(?:get|have)\b(?![^.!?]*\b(?:if|in case)\b)|"
    r"ask(?:ing)? for|expect|better (?:an?|the|just)|i(?:['’]?ll| will)? take|just|tell them|let them)\b"
    r"|\b(?:i(?:['’]d| would|['’]ll| will)?|let['’]?s) (?:just |rather )?(?:take|choose|pick|do|go (?:for|with))\b"
    r"(?![^.!?]*\b(?:if|in case)\b)"
    # "no, forget that. Money back": the bare word of a sentence
    r"|(?:^|[.!?,;:]\s*)(?:(?:no|then|so|only|a|an|the|my|full)\s+)*"
    r"(?:money(?: back)?|refund|replacement|new one|another one)\W*(?:$|(?<=[.!])\s)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:don['’]?t|do\s+not|not|no|without|rather\s+than"
    r"|(?:never|didn['’]?t|did\s+not)\s+(?:ask\w*|said|say|want\w*|mention\w*|mean|meant|wrote|write|spoke|speak))"
    r"\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
#: "Did you cancel it?", "it was cancelled": what was done, or may have been, is not wished for.
_WAS_DONE = re.compile(
    # "I'd rather have it sent again" is no such thing
    r"\b(?:did|has|(?<!rather )(?<!to )(?<!['’]d )(?<!would )(?<!please )have|had|why)"
    r" (?:you|they|it|he|she|any\w+|some\w+|this|that|(?:my|the|our) \w+)"
    r"(?:\s+(?!please|so|and|want|need)\w+){0,2}\s+$"
    # "will they ring me?", "do I have to return it?" want to know
    r"|\b(?:will|do|does|would|are) (?:they|he|she|any\w+|some\w+|a (?:person|human)|the \w+)(?:\s+\w+){0,2}\s+$"
    r"|\b(?:do|must|should|shall) (?:i|we)(?:\s+\w+){0,3}\s+$"
    r"|\b(?:is|are|was|were|been|being|got|gets?|says?|shows?|who)(?:\s+(?:it|they|now|already|just))*\s+$",
    re.IGNORECASE,
)
_NEVER_WAS = re.compile(r"(?:\b(?:never|not|nothing|nobody)|n['’]?t)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
#: "Actually, just refund me": the wish named now takes the place of its alternative.
_CHANGES_ITS_MIND = re.compile(
    r"\b(?:actually|instead|rather|prefer|scrap that|on second thoughts?|changed? (?:it|that|this|my mind)|"
    r"forget (?:the|about)|no wait|better (?:a|the|just)|just (?:refund|give|send|write|mail|e-?mail)|"
    r"(?:not|no|don['’]?t want) (?:a |an |the )?(?:new|another|replacement|resend|refund|money|calls?))\b",
    re.IGNORECASE,
)
_IN_WRITING = re.compile(
    r"\b(?:write|e-?mail|mail|message|text) (?:to )?me\b|\bin writing\b|\bby (?:e-?)?mail\b|\bno (?:phone )?calls?\b"
    r"|\b(?:don['’]?t|do not|please don['’]?t|never) (?:call|ring|phone)\b"
    r"|\b(?:not|n['’]?t|rather not) (?:wish |want |like )?(?:to )?be (?:called|rung|phoned|telephoned)\b",
    re.IGNORECASE,
)
#: "When does this person message me?" wants to know it, and prefers nothing.
_ASKS_WHEN_WRITTEN = re.compile(
    r"\b(?:when|who|will|does|did|how (?:long|soon|many))\b[^.?!]{0,40}"
    r"\b(?:write|e-?mail|mail|message|text)s? (?:to )?me\b",
    re.IGNORECASE,
)
#: What takes the place of what: money of goods, goods of money, writing of a call.
_ALTERNATIVES = (
    (("a refund",), Question.REPLACEMENT_WANTED, "a replacement"),
    (("a replacement",), Question.REFUND_WANTED, "a refund"),
)
_DAMAGE = re.compile(
    r"\b(?:damaged?|broken|crushed|torn|ripped|wet|soaked|tampered|smashed|dented|empty\s+(?:box|parcel|package)"
    r"|(?:box|parcel|package|packet|it)\s+(?:was|is|had\s+been|came|arrived)\s+(?:already\s+)?(?:empty|opened)"
    r"|missing\s+items?|stolen)\b",
    re.IGNORECASE,
)

#: Broken as well, and no part of any parcel.
_NO_GOODS = re.compile(
    r"\b(?:legs?|arms?|foot|feet|ankles?|wrists?|hips?|hands?|backs?|hearts?|buzzers?|bells?|doorbell|intercom"
    r"|lifts?|elevators?|"
    r"gates?|cars?|vans?|websites?|links?|apps?|weather|promises?)\b",
    re.IGNORECASE,
)
_NEAR_CHARS = 14

_OR_NOT = re.compile(r"\bor (?:not|no)\W*$", re.IGNORECASE)
_ASKS_TO_HAVE_IT = re.compile(r"\b(?:possible|any (?:chance|way))\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[^.!?？\n]+[.!?？]*")
_MOST_QUOTED = 600
_WORDS_OF_A_WISH = 8
#: Fewer words greet or give a number.
_WORDS_THAT_TELL = 5


def still_wished(shopper_said: Sequence[str], given_up: Sequence[str] = ()) -> list[str]:
    """List what the shopper asks for by the words, without the wishes of the matters that were given up."""
    return [wish for wish in wishes_in(shopper_said) if _MATTERS.get(wish) not in given_up]


def wishes_in(shopper_said: Sequence[str]) -> list[str]:
    """List what is asked for in so many words; of what is named several times the last word counts."""
    wished: dict[str, bool] = {}
    for text in shopper_said:
        for sentence in filter(_wishes_or_refuses, _SENTENCES.findall(text)):
            wished.update({wish: _asks(pattern, sentence) for wish, pattern in WISHES if _names(pattern, sentence)})
        wished.update(dict.fromkeys((wish for _, wish in _replaced(text)), False))
        wished.update(dict.fromkeys(wished_elsewhere(text), True))
    return [wish for wish, _ in WISHES if wished.get(wish)]


def _names(pattern: re.Pattern[str], sentence: str) -> bool:
    """Tell whether a sentence wishes or refuses what the pattern names; "don't cancel both" refuses one of the two."""
    found = pattern.finditer(sentence)
    return any(not (_REFUSED.search(sentence, 0, m.start()) and ONLY_PARTLY.match(sentence, m.end())) for m in found)


def _wishes_or_refuses(sentence: str) -> bool:
    """Tell whether a sentence is no mere question: "who will ring me?" wants to know, and wishes for no call."""
    if not (asks_something(sentence) or _OR_NOT.search(sentence)):
        return True
    wishes = requests(sentence) or wants_money(sentence) or wishes_for_something(sentence)
    asked_for = any(pattern.search(sentence) for wish, pattern in WISHES if wish in (PROOF, PAY_THE_CHARGE))
    return wishes or asked_for or _ASKS_TO_HAVE_IT.search(sentence) is not None


def replaced_by(text: str) -> frozenset[Question]:
    """Find the wishes whose place another one takes: another parcel after "actually, just refund me"."""
    return frozenset(question for question, _ in _replaced(text))


def wished_matters(text: str) -> list[Question]:
    """List what a message wishes for in so many words, as matters of a case; [] where it only speaks of them."""
    if not _WISHING.search(text):
        return [_MATTERS[wish] for wish in wished_elsewhere(text)]
    return [_MATTERS[wish] for wish in wishes_in([text]) if wish in _MATTERS]


def refuses_to_collect(text: str) -> bool:
    """Tell whether the shopper will not, or cannot, fetch the parcel."""
    return NO_COLLECTING.search(text) is not None


def is_wish(text: str) -> bool:
    """Tell whether a message wishes for something in so many words, or says what its shopper will not do."""
    wishes = wished_elsewhere(text) or (_WISHING.search(text) and wishes_in([text]))
    return refuses_to_collect(text) or bool(wishes)


def drops(text: str, note: str) -> bool:
    """Tell whether `text` takes back all that `note` wishes: "not a refund" after "I want my money back"."""
    wished = [(wish, pattern) for wish, pattern in WISHES if pattern.search(note)]
    if not wished or len(note.split()) > _WORDS_OF_A_WISH:
        return False
    replaced = {wish for _, wish in _replaced(text)}
    return all(wish in replaced or (pattern.search(text) and not _asks(pattern, text)) for wish, pattern in wished)


def _replaced(text: str) -> list[tuple[Question, str]]:
    """List what gives way to the wish of a message that changes its mind, as question and as wish."""
    in_writing = _IN_WRITING.search(text) is not None and _ASKS_WHEN_WRITTEN.search(text) is None
    if _CHANGES_ITS_MIND.search(text) is None and not in_writing:
        return []
    named = {wish for wish, pattern in WISHES if _asks(pattern, text)}
    gone = [(question, wish) for new, question, wish in _ALTERNATIVES if named.issuperset(new) and wish not in named]
    if in_writing and "a call" not in named:
        gone.append((Question.CALL_ME, "a call"))
    return gone


def damage_told(shopper_said: Sequence[str]) -> str:
    """List the words for damage or loss that the shopper used, each once; "" for none."""
    found = ((text, match) for text in shopper_said for match in _DAMAGE.finditer(text))
    told = ((text, match) for text, match in found if not _of_something_else(text, match))
    words = (match[0].lower() for text, match in told if not _NEVER_WAS.search(text, 0, match.start()))
    return ", ".join(dict.fromkeys(words))


def _of_something_else(text: str, match: re.Match[str]) -> bool:
    """Tell whether what is broken is a leg or a bell: named right before or after the word."""
    around = (
        f"{text[max(match.start() - _NEAR_CHARS, 0) : match.start()]}|{text[match.end() : match.end() + _NEAR_CHARS]}"
    )
    return _NO_GOODS.search(around) is not None


def _asks(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether what the pattern names is asked for: neither refused nor only told or asked of as done."""
    starts = (match.start() for match in pattern.finditer(text))
    return any(not (_REFUSED.search(text, 0, at) or _WAS_DONE.search(text, 0, at)) for at in starts)


def most_telling(said: Sequence[str]) -> list[str]:
    """Give the first message that tells something, which names the trouble, the longest, and the last that wishes.

    The last is left out where one of the others wishes as well.
    """
    plain = [" ".join(text.split()) for text in said if text.strip()]
    first = next((text for text in plain if len(text.split()) >= _WORDS_THAT_TELL), "")
    longest = max(plain, key=len, default="")
    told = [first or longest, longest]
    wish = "" if any(map(is_wish, told)) else next((text for text in reversed(plain) if is_wish(text)), "")
    return [_shortened(text) for text in dict.fromkeys([*told, wish]) if text]


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_QUOTED else f"{text[:_MOST_QUOTED].rsplit(' ', 1)[0]} …"
