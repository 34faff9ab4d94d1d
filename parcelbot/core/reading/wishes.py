"""Read from a shopper's own words what they ask for and what damage they report. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.questions import Question
from parcelbot.core.reading.case_words import requests
from parcelbot.core.reading.sentences import ONLY_PARTLY, asks_something, wants_money, wishes_for_something
from parcelbot.core.reading.wishes_elsewhere import wished_elsewhere

_NO_COLLECTING = re.compile(
    r"\b(?:won['’]?t|will not|can(?:no|['’])?t|am not going to|i['’]?m not (?:going to)?|not able to|unable to"
    r"|refuse to)\b"
    r"[^.!?]{0,15}\b(?:collect\w*|fetch\w*|pick(?:ing)? (?:it |them )?up|go to the (?:depot|post office|shop"
    r"|locker|counter|point))",
    re.IGNORECASE,
)
#: What is replaced or sent anew is no article then: "replace the street, please", "send me a new tracking number".
_NO_DETAIL = (
    r"\b(?!(?:\s+(?!(?:to|it|with|and|at)\b)\w+){0,3}?\s+(?:address|street|house|number|post ?code|zip|e-?mail|phone"
    r"|label|codes?|link|invoice|message|name)\b)"
)
#: A parcel that goes back shall not.
STOP_THE_RETURN = "the return stopped"
_WISHES = (
    (
        "a refund",
        re.compile(
            r"\brefund\w*|\bmoney\s+back\b|\b(?:want|need|have|take|prefer)\s+(?:the|my)\s+money\b|\breimburs\w+"
            r"|\bchargeback\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a replacement",
        re.compile(
            rf"(?:\breplace\w*|\bre-?sen[dt]\w*){_NO_DETAIL}|\bre-?ship\w*"
            rf"|\bsend\s+(?:me\s+)?(?:another|a\s+new|it\s+again){_NO_DETAIL}"
            # "the new one is 12 Mill Lane" gives an address or a number
            r"|(?<!\bthe\s)(?<!\bmy\s)\bnew\s+one\b(?!\s*(?:is\b|['’]s\b|[:=]|would be\b|will be\b|\d))"
            r"|\banother\s+one\b"
            rf"|\b(?:like|want|need|have|get|send)\s+(?:me\s+)?a\s+new{_NO_DETAIL}\s+(?!(?:day|date|delivery|phone"
            rf"|case|ticket"
            r"|attempt|appointment|time|password|slot|job|life|start|tracking|order)\b)\w+"
            r"|\bsen[dt](?:ing)?\s+(?:(?:it|them|this|one|me|(?:the|my|that)\s+\w+)\s+)?(?:out\s+)?(?:again"
            r"|once\s+more|anew"
            r"|a\s+second\s+time)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "to cancel",
        re.compile(
            r"\bcancel\w*(?! (?:(?:it|this|that) )?(?:with|at|through) (?:my|the) (?:bank|card))"
            r"|\b(?:stop|halt) (?:the |my |that |this )?(?:order|dispatch|shipment|shipping|packing|sending)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "another address",
        re.compile(
            r"\b(?:change|correct|update|wrong|new|different)\s+(?:\w+\s+){0,2}address\b|\bredirect\w*"
            r"|\b(?:deliver|send)\s+(?:it|them)\s+to\s+my\b",
            re.IGNORECASE,
        ),
    ),
    (
        "to return it",
        re.compile(
            # "can I send it back?" asks whether it goes
            r"(?<!can i )(?<!could i )(?<!may i )(?<!can we )(?<!could we )(?<!how i )"
            r"(?:\breturn\s+(?:it|this|them|the\s+\w+)\b|\bsend\s+(?:\w+\s+){1,2}back\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "another delivery attempt",
        re.compile(
            r"\bre-?deliver\w*|\b(?:bring|deliver)\w*\s+(?:(?:it|them|this|my\s+\w+)\s+)?(?:round\s+)?(?:again"
            r"|once\s+more)"
            r"|\banother\s+(?:delivery\s+)?attempt|\bcome\s+(?:round\s+)?again",
            re.IGNORECASE,
        ),
    ),
    (
        STOP_THE_RETURN,
        re.compile(
            r"\b(?:stop|halt|prevent|intercept|undo|call off)\b.{0,20}\b(?:return\w*|going back|being sent back)\b"
            r"|\bturn(?:ed|ing)?\s+(?:it|this|the \w+|my \w+)\s+(?:a?round|back round)\b"
            r"|\b(?:don['’]?t|do not) (?:let|send) (?:it|them|the \w+|my \w+) (?:go |be sent )?back\b",
            re.IGNORECASE,
        ),
    ),
    ("delivery to the door, not collecting it", _NO_COLLECTING),
    (
        "the right tracking number",
        re.compile(
            r"\b(?:want|need|give|send|tell|get|what['’]?s|which)\b[^.!?]{0,20}"
            r"\b(?:right|correct|real|proper|working)\s+(?:tracking\s+)?number\b",
            re.IGNORECASE,
        ),
    ),
    ("an investigation", re.compile(r"\binvestigat\w+|\btrace\b", re.IGNORECASE)),
    (
        "a call",
        re.compile(
            r"\b(?:call|phone|ring)\s+me\b|\bgive\s+me\s+a\s+(?:call|ring|bell)\b|\bcall\s*back\b"
            r"|\bby\s+(?:tele)?phone\b",
            re.IGNORECASE,
        ),
    ),
)
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
    # "no, forget that. Money back": the bare word of a sentence
    r"|(?:^|[.!?,;:]\s*)(?:(?:no|then|so|only|a|an|the|my|full)\s+)*"
    r"(?:money back|refund|replacement|new one|another one)\W*$",
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
            wished.update({wish: _asks(pattern, sentence) for wish, pattern in _WISHES if _names(pattern, sentence)})
        wished.update(dict.fromkeys((wish for _, wish in _replaced(text)), False))
        wished.update(dict.fromkeys(wished_elsewhere(text), True))
    return [wish for wish, _ in _WISHES if wished.get(wish)]


def _names(pattern: re.Pattern[str], sentence: str) -> bool:
    """Tell whether a sentence wishes or refuses what the pattern names; "don't cancel both" refuses one of the two."""
    found = pattern.finditer(sentence)
    return any(not (_REFUSED.search(sentence, 0, m.start()) and ONLY_PARTLY.match(sentence, m.end())) for m in found)


def _wishes_or_refuses(sentence: str) -> bool:
    """Tell whether a sentence is no mere question: "who will ring me?" wants to know, and wishes for no call."""
    if not (asks_something(sentence) or _OR_NOT.search(sentence)):
        return True
    wishes = requests(sentence) or wants_money(sentence) or wishes_for_something(sentence)
    return wishes or _ASKS_TO_HAVE_IT.search(sentence) is not None


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
    return _NO_COLLECTING.search(text) is not None


def is_wish(text: str) -> bool:
    """Tell whether a message wishes for something in so many words, or says what its shopper will not do."""
    wishes = wished_elsewhere(text) or (_WISHING.search(text) and wishes_in([text]))
    return refuses_to_collect(text) or bool(wishes)


def drops(text: str, note: str) -> bool:
    """Tell whether `text` takes back all that `note` wishes: "not a refund" after "I want my money back"."""
    wished = [(wish, pattern) for wish, pattern in _WISHES if pattern.search(note)]
    if not wished or len(note.split()) > _WORDS_OF_A_WISH:
        return False
    replaced = {wish for _, wish in _replaced(text)}
    return all(wish in replaced or (pattern.search(text) and not _asks(pattern, text)) for wish, pattern in wished)


def _replaced(text: str) -> list[tuple[Question, str]]:
    """List what gives way to the wish of a message that changes its mind, as question and as wish."""
    if _CHANGES_ITS_MIND.search(text) is None and _IN_WRITING.search(text) is None:
        return []
    named = {wish for wish, pattern in _WISHES if _asks(pattern, text)}
    gone = [(question, wish) for new, question, wish in _ALTERNATIVES if named.issuperset(new) and wish not in named]
    if _IN_WRITING.search(text) and "a call" not in named:
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
