"""Read what a message says about a case: that it adds something, puts something right, or that the case is over.

Rules, because what stands in a case must not hang on what a sentence resembles: of English here, of every other
language its phrases (`reply_phrases.py`), whose findings come as `says`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from enum import Enum

from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.damage_denied import denies_damage
from parcelbot.core.reading.cases.send_orders import orders_elsewhere


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
    ASKS_NOBODY = "asks_nobody"
    FOUND = "found"
    FALSE_ALARM = "false_alarm"


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
    Said.ASKS_NOBODY,
    Said.FOUND,
    Said.FALSE_ALARM,
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


_CLAUSES = re.compile(r"(?<=[.!?;:,\n])\s+|\s[-–—]+\s|\s+(?=(?:and|but|so) )", re.IGNORECASE)
_BEFORE_AN_ORDER = (
    r"\W*(?:(?:yes|yeah|yep|no+|nah|sure|ok(?:ay)?|fine|well|right|so|then|and|but|go on|go ahead|please|pls|now|just"
    r"|all good|you (?:can|may|should|could)|feel free to)\W+)*"
)
#: Other words than "send it" for it; they say so only of a case that is shown and asked about.
_DO_IT = re.compile(
    rf"{_BEFORE_AN_ORDER}(?:(?:send|submit|pass|forward|hand) (?:it|this|that|them|everything|all|my case"
    r"|the (?:case|ticket|draft))|send|go ahead|go on|go for it|do it|do that|please do)"
    r"(?: (?:now|then|off|on|over|along|in|out|away|please|pls|already|anyway|all|too|thanks|thank you|as it is"
    r"|like that|right away|straight away|with it|and send it"
    r"|to (?:them|(?:a|an|the|your|some) (?:\w+ )?(?:person|human|agent|team|colleagues?|people)|some ?(?:one|body))"
    r"|for me))*\W*",
    re.IGNORECASE,
)
_SEND_IT = re.compile(
    r"\W*(?:(?:yes|yeah|yep|ok(?:ay)?|fine|well|so|then|and|go on|please|pls|now|just)\W+)*"
    r"send (?:it|this|that|the (?:case|ticket|draft))(?: (?:now|then|off|on|over|please|pls|already))*\W*",
    re.IGNORECASE,
)
#: "Send it. No wait": whoever says so has not made up their mind; "wait for me there" waits for something.
_HOLDS_BACK = re.compile(
    r"^\W*(?:(?:oh|ah|no+|but|actually|sorry|um+|please|just|hey|ok(?:ay)?)\W+)*"
    r"(?:wait|hold (?:on|it|up|off)|hang on|not yet|(?:(?:just )?(?:one|a) )(?:sec|second|moment|minute|mo)"
    r"|stop(?=\W*$)|warte|moment mal|esper[ae]|attend[sz]|attendez|aspett[ai]|wacht(?: even)?|czekaj|poczekaj"
    r"|подожди\w*|стой\w*|зачекай\w*|bekle\w*|vänta)\b(?! (?:for|until|till|ago)\b)"
    r"|^\W*(?:待って|ちょっと待|等等|等一下|انتظر|잠깐|잠시만|기다려)",
    re.IGNORECASE,
)
_SHORT_CLAUSES = re.compile(r"(?<=[.!?;:,\n。！？、，；،])\s*|\s[-–—]+\s|\s+(?=(?:and|but|so) )", re.IGNORECASE)
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


def says_send_it(text: str) -> bool:
    """Tell whether a message is nothing but "send it": of a case that is sent, it asks whether it is."""
    return _SEND_IT.fullmatch(text) is not None


def orders_to_send(text: str) -> bool:
    """Tell whether some clause is nothing but the order to send: "third time I write. Go on, send it; who answers?"."""
    return not holds_back(text) and (_orders(text) or orders_elsewhere(text))


def holds_back(text: str) -> bool:
    """Tell whether a message says "wait", and gives no order to send after it: nothing is sent on it."""
    clauses = _SHORT_CLAUSES.split(text)
    held = [place for place, clause in enumerate(clauses) if _HOLDS_BACK.match(clause)]
    return bool(held) and not any(_orders(clause) or orders_elsewhere(clause) for clause in clauses[held[-1] + 1 :])


def _orders(text: str) -> bool:
    return any("?" not in clause and _DO_IT.fullmatch(clause) for clause in _CLAUSES.split(text))


def says_sending(text: str) -> bool:
    """Tell whether a clause is nothing but the order to send it, in that word: then nothing is asked once more."""
    orders = (clause for clause in _CLAUSES.split(text) if "send" in clause.casefold())
    return not holds_back(text) and any(map(_orders, orders))


def leaves_it(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message is nothing but "forget it", or "wait, not yet", which takes back what was agreed to."""
    return Said.LEAVES_IT.value in says or _LEAVES_IT.search(text) is not None or takes_back(text)


def takes_back(text: str) -> bool:
    """Tell whether a message is nothing but "no wait, I didn't mean that"; a question is none."""
    return "?" not in text and _TAKES_BACK.fullmatch(text) is not None
