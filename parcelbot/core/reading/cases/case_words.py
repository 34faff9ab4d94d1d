"""Read what a message says about a case: that it adds something, puts something right, or that the case is over.

Rules, because what stands in a case must not hang on what a sentence resembles: of English here, of every other
language its phrases (`case_phrases.py`), whose findings come as `says`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from enum import Enum

from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.damage_denied import denies_damage
from parcelbot.core.reading.text.parcels_said import ParcelSaid


class Said(str, Enum):
    """Thing that a message in another language was found to say about a case, or to do."""

    ADDS = "adds"
    CORRECTS = "corrects"
    OVER = "over"
    NOTHING_TO_GIVE = "nothing_to_give"
    ORDER_NUMBER = "order_number"
    RINGS_ME = "rings_me"
    ARRIVED = "arrived"
    LEAVES_IT = "leaves_it"
    WHEN_ANSWERED = "when_answered"
    ASKS = "asks"
    COPIED = "copied"
    DROPS_IT = "drops_it"
    NAMES_A_MESSAGE = "names_a_message"
    AGREES_LAST = "agrees_last"
    REFUSES = "refuses"
    PHONE = "phone"
    CALLS_ONESELF = "calls_oneself"
    TOLD_TO_WAIT = "told_to_wait"
    SENT_TO_US = "sent_to_us"
    GOES_TO_LOOK = "goes_to_look"
    UNCHECKED = "unchecked"
    ASKS_NOBODY = "asks_nobody"
    FOUND = "found"
    FALSE_ALARM = "false_alarm"
    ORDERS_TO_SEND = "orders_to_send"
    HOLDS_BACK = "holds_back"
    ONLY_AGREES = "only_agrees"
    ONLY_OK = "only_ok"
    TAKES_LEAVE = "takes_leave"
    ACCEPTS = "accepts"
    WANTS_A_PERSON = "wants_a_person"
    IN_WRITING = "in_writing"
    SAYS_YES = "says_yes"
    HOPES = "hopes"
    BLESSES = "blesses"
    GOOD_NIGHT = "good_night"
    STOPS_MESSAGES = "stops_messages"
    ONLY_ASKS = "only_asks"
    MEANT = "meant"
    UNDAMAGED = "not_item_damaged"
    DISLIKES = "dislikes"
    WEARS = "wears"
    WASHED = "washed"
    LEFT_OVER = "left_over"
    STILL_NEEDED = "still_needed"
    UNTIL_WHEN = "until_when"
    ONLY_HOLDS_ON = "only_holds_on"
    MISSES = "misses"
    ANOTHER_CAME = "another_came"


#: What single phrases say; the others need more than one, or a whole message.
SAID_ANYWHERE = (
    Said.ADDS,
    Said.CORRECTS,
    Said.OVER,
    Said.NOTHING_TO_GIVE,
    Said.ORDER_NUMBER,
    Said.RINGS_ME,
    Said.ARRIVED,
    Said.COPIED,
    Said.DROPS_IT,
    Said.NAMES_A_MESSAGE,
    Said.REFUSES,
    Said.CALLS_ONESELF,
    Said.GOES_TO_LOOK,
    Said.UNCHECKED,
    Said.ASKS_NOBODY,
    Said.FOUND,
    Said.FALSE_ALARM,
)
#: What single phrases say wherever they stand, also in a question.
SAID_BY_ITSELF: tuple[Said | ParcelSaid, ...] = (
    Said.SAYS_YES,
    Said.HOPES,
    Said.BLESSES,
    Said.GOOD_NIGHT,
    Said.STOPS_MESSAGES,
    Said.ONLY_ASKS,
    Said.MEANT,
    Said.DISLIKES,
    Said.WEARS,
    Said.WASHED,
    Said.LEFT_OVER,
    Said.UNTIL_WHEN,
    Said.MISSES,
    Said.ANOTHER_CAME,
    *ParcelSaid,
)
#: What two phrases of one clause, or of two that follow each other, say together, also in a question.
SAID_TOGETHER: Mapping[Said, tuple[str, str]] = {
    Said.TOLD_TO_WAIT: ("shop_said", "to_wait"),
    Said.PHONE: ("phone", "phone"),
    Said.SENT_TO_US: ("sends_on", "to_the_shop"),
}

_ADDS = re.compile(
    r"\b(?:i |i['’]ve |i have )?(?:forgot|forgotten)\b.{0,12}\b(?:say|mention|add|tell|write|include)\b"
    # "you haven't told me" adds nothing
    r"|\b(?:should have|(?:i|we)(?: have not| haven['’]?t)) (?:said|mentioned|told|added)\b"
    r"|\b(?:please |pls |can you |could you )?(?:add|note|write down|put(?: (?:in|down))?)"
    r" (?:that|this|also|to|too|my|(?<!put )it)\b"
    r"|\b(?:tell|let) (?:them|your team|the team|your colleagues?|the person)(?: know)?\b"
    r"|\bby the way\b|\bbtw\b|\bone more thing\b|\banother thing\b|^\W*p\.?s\b|\bfor the (?:case|ticket|record)\b",
    re.IGNORECASE,
)
_REQUESTS = re.compile(
    r"\b(?:(?:(?:can|could|would) (?:you|someone|somebody|they)|will you)(?: please| also| kindly)*|please|pls"
    r"|i (?:want|need) you to)"
    r" (?:send|resend|make|arrange|refund|change|cancel|call|ring|phone|forward|contact|redirect|hold|open|ask|"
    r"replace|(?:get|give) (?:me|us))\b"
    # "can I have an invoice?" asks for it; "can I have it if …" asks for the rules
    r"|\b(?:can|could|may) (?:i|we) (?:please |just |maybe )?(?:get|have)\b(?![^.!?]*\b(?:if|in case)\b)",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\b(?:is|are|was|['’]s) (?:wrong|incorrect|not right|a typo|out of date|not correct)\b|\bi (?:meant|mistyped)\b"
    r"|\b(?:change|update|correct|replace|use|take) (?:\w+ ){0,3}(?:e-?mail|phone|mobile|telephone)\b"
    r"|\b(?:change|update|correct|replace|fix) (?:\w+ ){0,3}number\b"
    r"|\bshould be\b|\b(?:wrong|mistyped|misspelt|misspelled) (?:e-?mail|phone|address|number|order)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\bno longer (?:needed|necessary|need)\b|\b(?:don['’]?t|do not) need (?:\w+ ){0,3}(?:any ?more|any longer)\b"
    r"|\b(?:close|cancel|withdraw|drop|delete) (?:the|my|this|that) (?:case|ticket|request|complaint|enquiry)\b"
    r"|\b(?:it|that|this|all|everything|problem|issue)(?:['’]s| is| has been| got)?"
    r" (?:solved|settled|sorted|resolved|taken care of)\b",
    re.IGNORECASE,
)
_LEAVES_IT = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|well|oh|actually|no|please|sorry|then|just) ?,? ?)*"
    r"(?:forget (?:it|about it|that)|never ?mind|nvm|nm|leave it(?: then)?|skip it|don['’]?t bother|no need)"
    r"(?: then| now| thanks| please)?\W*$",
    re.IGNORECASE,
)
#: "Wait, no, not yet": what was just agreed to, or taken for agreement, is not meant; as a whole message.
_BACK = (
    r"(?:(?:wait|hang on|hold on|hold up|hold it|hold your horses|hold off|one (?:sec|second|moment))"
    r"|not (?:yet|now|just yet|so fast)|(?:don['’]?t|do not)(?: do (?:it|that|anything))?(?: just)? yet"
    r"|(?:that['’]?s |that is |that was )?not what i (?:meant|said|wanted|asked for)"
    r"|(?:i|that) (?:did ?n['’]?t|didnt|did not|never) (?:mean|meant|want|ask for|say)"
    r"(?: (?:it|that|this|yes|so|to)(?: (?:like that|that way))?)?"
    r"|(?:that|it) was(?: not|n['’]?t) (?:a yes|meant (?:like that|that way|as a yes))"
    r"|i (?:only |just )?meant (?:ok(?:ay)?|fine|alright|thanks|no)|i take (?:it|that) back|scratch that"
    r"|undo(?: that| it)?|(?:was )?(?:my )?mistake|by (?:mistake|accident)|wrong button)"
)
_AROUND = (
    r"(?:oh|ok(?:ay)?|sorry|actually|no+|nah|nope|please|pls|hey|eh|erm|um+|and|but|so|just|for now|yet|then|mate|on"
    r"|thanks|thank you|the|that|a (?:sec|second|moment|minute)|(?:give|gimme) me)"
)
_TAKES_BACK = re.compile(
    rf"\W*(?:{_AROUND}\W+){{0,6}}{_BACK}(?:\W+(?:{_BACK}|{_AROUND})(?!\w))*\W*",
    re.IGNORECASE,
)
_NOT_OVER = re.compile(
    r"\b(?:not|isn['’]?t|hasn['’]?t|never|until|if|when|once|want|get|need) (?:\w+ ){0,3}"
    r"(?:solved|settled|sorted|resolved)|\?",
    re.IGNORECASE,
)
_ASKS_WHAT_STANDS_IN_IT = re.compile(
    r"\bwhat (?:exactly )?(?:have you|did you|do you|will you|are you|you(?:['’]?ve| have)?|(?:i|it|that)s?)"
    r" (?:\w+ ){0,2}?(?:put|putting|wrote|written|write|writing|send|sending|sent|pass|passing|tell|telling|note|noted)"
    r"(?: (?:in|down|there|them|on|to|now|into|about|it|case|ticket|the|your|so|far))*\W*$"
    r"|\bwhat(?:['’]?s| is| does) (?:now |already |actually )?(?:in|on|stand\w*|written|say\w*) "
    r"(?:in |on )?(?:it|there|the (?:case|ticket|draft|message))\b"
    r"|\b(?:show|read) (?:me )?(?:it|that|the (?:case|ticket|draft|message))(?: to me)? (?:again|once more|back)\b",
    re.IGNORECASE,
)

_NEVER_SAID = (
    r"\b(?:never|didn['’]?t|did not|haven['’]?t|nobody)\b"
    r"(?:\s+(?:say|said|mention\w*|claim\w*|report\w*|ask\w*|wrote|write|mean|meant|want\w*))?[^.!?]{0,40}?"
)
#: "Another address? I never asked for that."
_DENIES = r"\b(?:i|we|nobody|no ?one)\b[^.!?]{0,10}\b(?:never|n['’]?t|not|asked for that)\b"
_TAKEN_BACK: Mapping[Question, re.Pattern[str]] = {
    question: re.compile(
        rf"{_NEVER_SAID}\b(?:{words})\b|\b(?:{words})\b[^.!?]{{0,20}}\?[^.!?]{{0,6}}{_DENIES}", re.IGNORECASE
    )
    for question, words in {
        Question.ACCOUNT_MISUSE: r"fraud\w*|hack\w*|misus\w*",
        Question.SCAM_MESSAGE: r"scam\w*|phishing|fake",
        Question.HAZARD: r"danger\w*|fire|burn\w*|smok\w*|injur\w*|hurt",
        Question.PARCEL_STOLEN: r"stolen|theft|steal\w*",
        Question.ITEM_DAMAGED: r"damag\w*|broken|torn",
        Question.ITEM_MISSING: r"missing|incomplete",
        Question.ITEM_WRONG: r"wrong (?:item|one|thing|colou?r|size)",
        Question.REFUND_WANTED: r"refund\w*|money back",
        Question.REPLACEMENT_WANTED: r"replacement|sent again|another one|resen[dt]",
        Question.CANCEL_ORDER: r"cancel\w*(?!\s+(?:both|all|everything|the (?:other|wrong)|\W*\d))",
        Question.RETURN_ITEM: r"return\w*|send(?:ing)? (?:it|them) back",
        Question.CHANGE_ADDRESS: r"(?:new|another|different|change\w*) (?:\w+ )?address|address change\w*",
    }.items()
} | {
    # "I didn't write, I rang": nobody else's not writing takes that back
    Question.UNANSWERED: re.compile(
        r"\b(?:i|we)(?:['’]ve| have| had)? (?:never|not|didn['’]?t|did not|haven['’]?t)(?: actually| even| ever)?"
        r" (?:write|wrote|written|e-?mail\w*|mail\w*|messag\w*)\b",
        re.IGNORECASE,
    )
}


def taken_back(text: str, says: Container[str] = ()) -> frozenset[Question]:
    """Find the matters that a message says it never was about: "I never said it was stolen"."""
    unharmed = frozenset({Question.ITEM_DAMAGED} if denies_damage(text) else ())
    return unharmed | frozenset(
        question for question, pattern in _TAKEN_BACK.items() if pattern.search(text) or f"not_{question.value}" in says
    )


def repeats_to_deny(text: str) -> bool:
    """Tell whether the one question of a message is followed by more: "another address? I never asked for that"."""
    marks = [text.count(mark) for mark in "?？؟"]
    return sum(marks) == 1 and not text.rstrip().endswith(("?", "？", "؟"))


def adds_something(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says in so many words that it adds to what was said before."""
    return Said.ADDS.value in says or _ADDS.search(text) is not None


def requests(text: str) -> bool:
    """Tell whether somebody is asked to do something: "can you send me an invoice?", not "can you tell me why?"."""
    return _REQUESTS.search(text) is not None


def puts_right(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says that something given before is wrong."""
    return Said.CORRECTS.value in says or _CORRECTS.search(text) is not None


def says_it_is_over(text: str, says: Container[str] = ()) -> bool:
    """Tell whether nobody needs to do anything any more: it is settled, or the case shall be closed."""
    return Said.OVER.value in says or (_OVER.search(text) is not None and _NOT_OVER.search(text) is None)


def asks_what_stands_in_it(text: str) -> bool:
    """Tell whether somebody wants to see what a case says: "what have you put in there now?"."""
    return _ASKS_WHAT_STANDS_IN_IT.search(text) is not None


def leaves_it(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message is nothing but "forget it", or "wait, not yet", which takes back what was agreed to."""
    return Said.LEAVES_IT.value in says or _LEAVES_IT.search(text) is not None or takes_back(text)


def takes_back(text: str) -> bool:
    """Tell whether a message is nothing but "no wait, I didn't mean that"; a question is none."""
    return "?" not in text and _TAKES_BACK.fullmatch(text) is not None
