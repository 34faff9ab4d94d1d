"""Read from a shopper's own words what they ask for and what damage they report. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from parcelbot.core.questions import Question
from parcelbot.core.reading.orders.short_replies import kept_order_number
from parcelbot.core.reading.orders.spared import spared_elsewhere
from parcelbot.core.reading.questions.sentences import ONLY_PARTLY, asks_something
from parcelbot.core.reading.text.plain_text import TEXTS_KEPT
from parcelbot.core.reading.wanted.own_clauses import clauses, depends_on_rules, refuses, wishes
from parcelbot.core.reading.wanted.own_clauses import none_of_it as says_none
from parcelbot.core.reading.wanted.wish_patterns import (
    AN_EXCHANGE,
    DISCOUNT,
    IN_WRITING,
    NO_COLLECTING,
    PROOF,
    RIGHT_ITEM,
    WISHES,
)
from parcelbot.core.reading.wanted.wishes_elsewhere import either_is_wished, refused_elsewhere, wished_elsewhere

#: The matters of a case that these wishes are.
_MATTERS = {
    "a refund": Question.REFUND_WANTED,
    "a replacement": Question.REPLACEMENT_WANTED,
    "to cancel": Question.CANCEL_ORDER,
    "another address": Question.CHANGE_ADDRESS,
    "to return it": Question.RETURN_ITEM,
    "a call": Question.CALL_ME,
}
_NEVER_WAS = re.compile(r"(?:\b(?:never|not|nothing|nobody)|n['’]?t)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
#: "Actually, just refund me": the wish named now takes the place of its alternatives.
_CHANGES_ITS_MIND = re.compile(
    r"\b(?:actually|instead|rather|prefer|better|after all|definitely|scrap that|on second thoughts?"
    r"|changed? (?:it|that|this|my mind)|forget (?:the|about|that)|no wait"
    r"|just (?:refund|give|send|write|mail|e-?mail)|"
    r"(?:not|no|don['’]?t want) (?:a |an |the )?(?:new|another|replacement|resend|refund|money|discount|calls?))\b"
    r"|\b(?:lieber|doch|statt\w*|mejor|en vez|plut[ôo]t|invece|piuttosto|antes|liever|toch)\b"
    r"|\b(?:jednak|zamiast|wol[ęe]|лучше|вместо|передумал[аи]?|краще|замість|передума(?:в|ла|ли)|vazgeçtim|yerine)\b"
    r"|やっぱり|やはり|代わりに|改成|改为|改為|بدلا"
    r"|^\W*(?:h+m+|oh|ok(?:ay)?|sorry)?\W*(?:no|nope|nah|wait)\b"
    r"|,\W*then\W*(?:$|[.!])"
    r"|\b(?:i|we)(?:['’]ve| have)? (?:thought (?:about it|again|it over)|slept on it|decided)\b",
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
#: An address to write to says nothing of calls: writing is wished for in place of them, or in so many words.
_WRITTEN = r"(?:(?:write|e-?mail|mail|message|text)(?: to)? me|(?:in writing|by (?:e-?)?mail|via e-?mail))"
_IN_WRITING = re.compile(
    r"\b(?:want|like|prefer|need|rather|please|answer|reply|respond|get|have|have it)\b[^.!?]{0,25}\bin writing\b"
    r"|\bin writing(?:,)? (?:please|pls|only|instead)\b|^\W*(?:only )?in writing\W*$"
    rf"|\b(?:rather|instead|only|better|prefer\w*|not by (?:tele)?phone)\b[^.!?]{{0,15}}\b{_WRITTEN}\b"
    rf"|\b{_WRITTEN},? (?:instead|rather|only|not by (?:tele)?phone)\b"
    rf"|^\W*(?:no|nope|better|just|rather)\b\W*(?:please |just |rather |better )*{_WRITTEN}"
    r"(?! (?:at|under|when|if)\b)"
    r"|(?:^|[,;.!:]|\b(?:please|pls|and|but|so|want|then|really|with))\s*no (?:more )?(?:phone )?calls?\b"
    r"(?! (?:came|yet|so far))"
    r"|(?:^|[,;.!:]|\b(?:please|pls|and|but|so|then|just|really|rather))\s*(?:do not|don['’]?t|never) "
    r"(?:call|ring|phone)\b"
    r"(?! (?:them|him|her|the|it)\b)"
    r"|\b(?:i|we)\b[^.!?]{0,12}\b(?:not|n['’]?t|rather not) (?:wish |want |like )?(?:to )?be "
    r"(?:called|rung|phoned|telephoned)\b",
    re.IGNORECASE,
)
#: One of these is had, not several: of a change of mind the one that is named now.
SETTLES = ("a refund", "a replacement", DISCOUNT, RIGHT_ITEM, AN_EXCHANGE)
_OPENS_WITH_NO = re.compile(r"\W*(?:(?:and|but|so|please|then|ok(?:ay)?) )*no\b", re.IGNORECASE)
_EITHER = ("a refund", "a replacement")
_CALL, _TO_CANCEL, _TO_RETURN, _RIGHT_NUMBER, _TO_THE_DOOR = (
    "a call",
    "to cancel",
    "to return it",
    "the right tracking number",
    "delivery to the door, not collecting it",
)
#: Whoever asks for the former wants them; the last is said by what its writer will not do.
_BY_ASKING = (PROOF, _RIGHT_NUMBER)
_BY_THEIR_WORDS = (*_BY_ASKING, _TO_THE_DOOR)
_OTHERS_DO = re.compile(
    r"\b(?:they|he|she|you|it|driver|courier|carrier|rider|post|neighbou?r)\b[^,;]{0,10}$", re.IGNORECASE
)
#: A carrier returns things as well: who sends something back says so of themselves.
_I_RETURN = re.compile(
    r"(?:^\W*(?:\w+\W+)?|\b(?:i['’]?d|i['’]?ll|i['’]?m|i|we['’]?ll|we['’]?d|we)\b[^,;]{0,25}?\s)(?:want(?:ed)?|wanna|like|will|going"
    r"|wish|rather|prefer|decided|need|d|ll|['’]ll|gonna|to|don['’]?t|not|won['’]?t|never)"
    r"(?:\s+(?:to|just|rather|simply|really|now|then|want|have|just)){0,3}\s+$"
    r"|\b(?:i['’]?ll|we['’]?ll)\s+(?:\w+ly\s+|just\s+)?$",
    re.IGNORECASE,
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
    stances, none_of_it = _stances(text)
    ruled = dict(stances)
    if _names_a_thing_instead(text, standing) and not any(ruled.get(wish) for wish in SETTLES):
        ruled[RIGHT_ITEM] = True
    ruled.update(dict.fromkeys(_replaced(text, [wish for wish, stands in ruled.items() if stands]), False))
    if any(ruled.values()):
        ruled = {**dict.fromkeys(none_of_it, False), **ruled}
    if either_is_wished(text):
        ruled.update(dict.fromkeys(_EITHER, True))
    if _IN_WRITING.search(text) and not ruled.get(_CALL):
        ruled.update({_CALL: False, IN_WRITING: True})
    return ruled


@lru_cache(maxsize=TEXTS_KEPT)
def _stances(text: str) -> tuple[tuple[tuple[str, bool], ...], tuple[str, ...]]:
    """Tell what a message wishes and refuses, in whatever language, and what it only says there is none of."""
    ruled, none_of_it = _english_stances(text)
    ruled.update(dict.fromkeys(refused_elsewhere(text), False))
    ruled.update(dict.fromkeys(wished_elsewhere(text), True))
    if spared_elsewhere(text):
        ruled[_TO_CANCEL] = False
    return tuple(ruled.items()), tuple(none_of_it)


def _english_stances(text: str) -> tuple[dict[str, bool], list[str]]:
    """Tell what the sentences of a message wish and refuse, and list what they only say there is none of."""
    ruled: dict[str, bool] = {}
    none_of_it: list[str] = []
    for sentence in _SENTENCES.findall(text):
        for wish, pattern in WISHES:
            stance = _stance(wish, pattern, sentence)
            if stance is not None:
                ruled[wish] = stance
            elif any(says_none(clause, found) for clause, found in _named(pattern, sentence)):
                # "weeks ago, and no refund" tells how it stands
                none_of_it += [wish] if _OPENS_WITH_NO.match(sentence) or any(ruled.values()) else []
    return ruled, none_of_it


def _stance(wish: str, pattern: re.Pattern[str], sentence: str) -> bool | None:
    """Tell whether a sentence wishes for something, or refuses it; None where it only speaks of it."""
    named = list(_named(pattern, sentence))
    depends = depends_on_rules(sentence)
    if wish in _BY_THEIR_WORDS:
        own = [found for clause, found in named if not _OTHERS_DO.search(clause, 0, found.start())]
        asked = asks_something(sentence) or wish not in _BY_ASKING
        return True if own and asked else _of_all(named, depends)
    if wish == _TO_RETURN:
        named = [(clause, found) for clause, found in named if _I_RETURN.search(clause, 0, found.start())]
    return _of_all(named, depends)


def _of_all(named: Sequence[tuple[str, re.Match[str]]], depends: bool) -> bool | None:
    if any(wishes(clause, found, depends) for clause, found in named):
        return True
    return False if any(refuses(clause, found) for clause, found in named) else None


def _named(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Give each clause that names a wish, with where it does; "don't cancel both" still calls one of them off."""
    for clause in clauses(text):
        for found in pattern.finditer(clause):
            if not (refuses(clause, found) and ONLY_PARTLY.match(clause, found.end())):
                yield clause, found


def _names_a_thing_instead(text: str, standing: Sequence[str]) -> bool:
    """Tell whether a settlement that stands gives way to a thing: "no, I want the grey one"."""
    # the thing that is named then is the one that an exchange is for
    stands = any(wish in SETTLES and wish != AN_EXCHANGE for wish in standing)
    return stands and changes_its_mind(text) and _NAMES_A_THING.search(text) is not None


def changes_its_mind(text: str) -> bool:
    """Tell whether what a message wishes takes the place of what was wished before."""
    return _CHANGES_ITS_MIND.search(text) is not None


def replaced_by(text: str) -> frozenset[Question]:
    """Find the wishes whose place another one takes: another parcel after "actually, just refund me"."""
    return frozenset(_MATTERS[wish] for wish in _given_way(text) if wish in _MATTERS)


def wished_matters(text: str) -> list[Question]:
    """List what a message wishes for in so many words, as matters of a case; [] where it only speaks of them."""
    return [_MATTERS[wish] for wish in wishes_in([text]) if wish in _MATTERS]


def refused_matters(text: str) -> frozenset[Question]:
    """Find the matters of a case that a message refuses, or gives up for what it wishes; of two orders one may go."""
    refused = {wish for wish, stands in rulings(text).items() if not stands and wish in _MATTERS}
    kept = {_TO_CANCEL} if kept_order_number(text) else set()
    return frozenset(_MATTERS[wish] for wish in refused - kept)


def refuses_to_collect(text: str) -> bool:
    """Tell whether the shopper will not, or cannot, fetch the parcel."""
    return NO_COLLECTING.search(text) is not None


def is_wish(text: str) -> bool:
    """Tell whether a message wishes for something in so many words, or says what its shopper will not do."""
    return refuses_to_collect(text) or bool(wishes_in([text]))


def drops(text: str, note: str) -> bool:
    """Tell whether `text` takes back all that `note` wishes: "not a refund" after "I want my money back"."""
    wished = [wish for wish, pattern in WISHES if pattern.search(note)]
    if not wished or len(note.split()) > _WORDS_OF_A_WISH:
        return False
    ruled = rulings(text)
    return all(ruled.get(wish) is False for wish in wished)


def _given_way(text: str) -> list[str]:
    """List the wishes that give way to what a message wishes now."""
    ruled = rulings(text)
    gone = _replaced(text, [wish for wish, stands in ruled.items() if stands])
    return [*gone, _CALL] if ruled.get(IN_WRITING) else gone


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
