"""Read from a shopper's own words what they ask for and what damage they report. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.questions import Question
from parcelbot.core.reading.case_words import requests
from parcelbot.core.reading.sentences import ONLY_PARTLY, asks_something, wants_money, wishes_for_something
from parcelbot.core.reading.wish_patterns import (
    DISCOUNT,
    IN_WRITING,
    NO_COLLECTING,
    PAY_THE_CHARGE,
    PROOF,
    RIGHT_ITEM,
    WISHES,
)
from parcelbot.core.reading.wishes_elsewhere import refused_elsewhere, wished_elsewhere

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
#: "Actually, just refund me": the wish named now takes the place of its alternatives.
_CHANGES_ITS_MIND = re.compile(
    r"\b(?:actually|instead|rather|prefer|better|after all|definitely|scrap that|on second thoughts?"
    r"|changed? (?:it|that|this|my mind)|forget (?:the|about|that)|no wait"
    r"|just (?:refund|give|send|write|mail|e-?mail)|"
    r"(?:not|no|don['’]?t want) (?:a |an |the )?(?:new|another|replacement|resend|refund|money|discount|calls?))\b"
    r"|\b(?:lieber|doch|statt\w*|mejor|en vez|plut[ôo]t|invece|piuttosto|antes|liever|toch)\b"
    r"|^\W*(?:h+m+|oh|ok(?:ay)?|sorry)?\W*(?:no|nope|nah|wait)\b"
    r"|,\W*then\W*(?:$|[.!])",
    re.IGNORECASE,
)
#: "No, I want the grey one": whoever says so of a settlement has named the thing itself in its place.
_NAMES_A_THING = re.compile(
    r"\b(?:want|rather(?: have)?|prefer|take|need|have|like)\s+(?:the|my)\s+"
    r"(?!(?:money|refund|parcel|package|packet|order|box|delivery|number|discount|call|new|other|first|second|truth|person"
    r"|case|ticket|answer|date|day|address)\b)\w+(?:\s+(?:ones?|piece|version|colou?r|size))?"
    r"(?=\W*(?:$|[.,;!]|please|pls|instead|after all|then))",
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
#: One of these is had, not several: of a change of mind the one that is named now.
SETTLES = ("a refund", "a replacement", DISCOUNT, RIGHT_ITEM)
_CALL = "a call"
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


def wishes_in(shopper_said: Sequence[str]) -> list[str]:
    """List what is asked for in so many words; of what is named several times the last word counts."""
    wished: dict[str, bool] = {}
    for text in shopper_said:
        wished.update(rulings(text, [wish for wish, stands in wished.items() if stands]))
    return [wish for wish, _ in WISHES if wished.get(wish)]


def rulings(text: str, standing: Sequence[str] = ()) -> dict[str, bool]:
    """Tell what a message rules on wishes: True for what it wishes, False for what it refuses, or gives up for that.

    `standing` is what was wished before: only a settlement that stands gives way to a thing that is merely named.
    """
    ruled: dict[str, bool] = {}
    for sentence in filter(_wishes_or_refuses, _SENTENCES.findall(text)):
        ruled.update({wish: _asks(pattern, sentence) for wish, pattern in WISHES if _names(pattern, sentence)})
    ruled.update(dict.fromkeys(refused_elsewhere(text), False))
    ruled.update(dict.fromkeys(wished_elsewhere(text), True))
    if _names_a_thing_instead(text, standing) and not any(ruled.get(wish) for wish in SETTLES):
        ruled[RIGHT_ITEM] = True
    ruled.update(dict.fromkeys(_replaced(text, [wish for wish, stands in ruled.items() if stands]), False))
    if _wants_it_written(text) and not ruled.get(_CALL):
        ruled.update({_CALL: False, IN_WRITING: True})
    return ruled


def _names_a_thing_instead(text: str, standing: Sequence[str]) -> bool:
    """Tell whether a settlement that stands gives way to a thing: "no, I want the grey one"."""
    stands = any(wish in SETTLES for wish in standing)
    return stands and changes_its_mind(text) and _NAMES_A_THING.search(text) is not None


def changes_its_mind(text: str) -> bool:
    """Tell whether what a message wishes takes the place of what was wished before."""
    return _CHANGES_ITS_MIND.search(text) is not None


def _wants_it_written(text: str) -> bool:
    return _IN_WRITING.search(text) is not None and _ASKS_WHEN_WRITTEN.search(text) is None


def _names(pattern: re.Pattern[str], sentence: str) -> bool:
    """Tell whether a sentence wishes or refuses what the pattern names; "don't cancel both" refuses one of the two."""
    found = pattern.finditer(sentence)
    return any(not (_REFUSED.search(sentence, 0, m.start()) and ONLY_PARTLY.match(sentence, m.end())) for m in found)


def _wishes_or_refuses(sentence: str) -> bool:
    """Tell whether a sentence is no mere question: "who will ring me?" wants to know, and wishes for no call."""
    if not (asks_something(sentence) or _OR_NOT.search(sentence)):
        return True
    wishes = requests(sentence) or wants_money(sentence) or wishes_for_something(sentence)
    asked_for = any(pattern.search(sentence) for wish, pattern in WISHES if wish in (PROOF, PAY_THE_CHARGE, DISCOUNT))
    return wishes or asked_for or _ASKS_TO_HAVE_IT.search(sentence) is not None


def replaced_by(text: str) -> frozenset[Question]:
    """Find the wishes whose place another one takes: another parcel after "actually, just refund me"."""
    return frozenset(_MATTERS[wish] for wish in _given_way(text) if wish in _MATTERS)


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
    replaced = _given_way(text)
    return all(wish in replaced or (pattern.search(text) and not _asks(pattern, text)) for wish, pattern in wished)


def _given_way(text: str) -> list[str]:
    """List the wishes that give way to what a message wishes now."""
    named = [wish for wish, pattern in WISHES if _asks(pattern, text)]
    gone = _replaced(text, [*named, *wished_elsewhere(text)])
    return [*gone, _CALL] if _wants_it_written(text) and _CALL not in named else gone


def _replaced(text: str, named: Sequence[str]) -> list[str]:
    """List the settlements that give way to the one that a change of mind names."""
    if not (changes_its_mind(text) and any(wish in SETTLES for wish in named)):
        return []
    return [wish for wish in SETTLES if wish not in named]


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
