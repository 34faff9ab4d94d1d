"""Tell a question from a statement, and what a message denies."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parcelbot.core.questions import WISHES, Question
from parcelbot.core.reading.orders.spared import spared_elsewhere, without_sparing
from parcelbot.core.reading.places.addresses import gives_an_address, without_mail_addresses
from parcelbot.core.reading.places.checklist import CARRIERS
from parcelbot.core.reading.questions.second_words import without_sending_away
from parcelbot.core.reading.text.irony import exclaims

_ASKS = re.compile(
    r"[?？؟]|(?:^|[.,;!]\s*|\b(?:and|but|so|or|then|ok|okay|well|no|yes|please|pls|hi|hello)\s+)"
    r"(?:what|whats|what['’]s|when|whens|where|wheres|who|whos|whose|why|which|how|can|could|do|does|did|is|are"
    r"|am|will|would|should|shall|may|has|have"
    # "can't ask before six" has left its subject out, and asks nothing
    r"|(?:isn|aren|won|can|couldn|wouldn)['’]?t(?=\s+(?:you|u|ya|ye|i|we|they|he|she|it|this|that|these|those|there|the|my|your|our"
    rf"|their|an?|any\w*|some\w*|no ?one|nobody|{CARRIERS})\b))\s+"
    # "am not going to lie", "please do not ring": said, not asked
    r"(?!been\b|got\b|not\b)"
    # the verb before "I" asks wherever it stands: "if I wash it can I still swap it"
    r"|\b(?:can|could|may|must|should|shall|do|did|am|will|would) (?:i|we) (?!know\b|say\b|hope\b)",
    re.IGNORECASE,
)
#: Questions whose mark is a word.
_ENDS_AS_A_QUESTION = re.compile(
    r"(?:でしょうか|ますか|ですか|ませんか|ましたか|んですか|[吗呢]|나요|까요|습니까)(?=[。．.！!\s]|$)|(?:^|[.؛،!\s])هل\s"
)
#: "Can you …", "I want to know …": a question without its mark.
_WANTS_TO_KNOW = re.compile(
    r"(?<!n['’]t )(?<!\bdont )(?<!\bnot )\btell me\b"
    r"|\b(?:let me know|want to know|need to know|wonder\w*|explain|any idea|by when|how long|how much|"
    r"any (?:chance|news|update|way))\b"
    # "you haven't said which": what was asked before is asked again
    r"|\b(?:have|has|did|do)(?:n['’]?t| not| never)(?: \w+){0,2}?"
    r" (?:said|say|told|tell|answer(?:ed)?|explain\w*|mention\w*)"
    r"(?: (?:me|us|yet|at all))*(?: about)? (?:which|what|when|who|where|why|how|whether|if)\b",
    re.IGNORECASE,
)
#: "I'm asking whether anybody knows": the question of before, once more.
_STILL_ASKS = re.compile(
    r"\b(?:i['’]?m|i am|i was|we['’]re|we are) (?:only |just |really )?asking (?:you )?"
    r"(?:whether|if|what|which|who|how|when|where|why)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:i|we)(?:['’]d| would| do| really| just)*\s+(?:want|need|like|prefer|expect|insist)\b"
    r"|^(?:please|pls|just|so|then|ok(?:ay)?|and|but)?[ ,]*"
    r"(?:send|give|tell|let|take|call|ring|cancel|stop|bring|ask|get)\b",
    re.IGNORECASE,
)

_WILL_DO = re.compile(
    r"\b(?:will|can|do) (?:do|wait|check|try|ask|call|write|have a look|look|see|let you know|be|so|that|it)\b"
    r"|\bhave (?:a|an) (?:\w+ )?(?:day|evening|weekend|morning|afternoon|night|week|one)\b",
    re.IGNORECASE,
)
_CANCELS = re.compile(
    r"\b(?:cancel\w*(?! (?:(?:it|this|that) )?(?:with|at|through|via) (?:my|the) (?:bank|card))"
    r"|call(?:ing)? (?:it|the order|this) off|call off|stop (?:the|my|this|it)\b|undo|withdraw|"
    r"annul\w*|revoke|(?:don['’]?t|do not|no longer) want (?:it|the order|this|that|my order|them)|changed my mind|"
    r"by mistake|twice by|ordered (?:it )?twice|double order)\b",
    re.IGNORECASE,
)
#: "Please don't cancel the blue one" keeps it.
_WAS_CANCELLED = re.compile(
    r"\b(?:did|has|have|was|were|is|been|got|why)\b[^.?!]{0,25}\bcancel\w*|\bcancell?ed\s*\?", re.IGNORECASE
)
_EITHER = (
    r"(?:yes\s*(?:or|/)\s*(?:a )?no|y\s*(?:or|/)\s*n|ja oder nein|oui ou non|s[iíì] o no|ja of nee|sim ou n[ãa]o"
    r"|tak czy nie|да или нет|так чи ні|evet mi hayır mı|نعم أم لا|نعم او لا|ja eller nej"
    r"|是还是不是|はいかいいえ|예 아니오)"
)
#: "Yes. No. Wait …" has not decided.
_BOTH = re.compile(rf"\b{_EITHER}\b|^\W*(?:yes\W+no|no\W+yes)\b(?=\W+\w)", re.IGNORECASE)
_YES_OR_NO = re.compile(
    r"\W*(?:(?:ok(?:ay)?|but|so|and|just|please|pls|say|tell me|answer|with|only|a|simple|plain|clear|come on|"
    r"it is|it['’]?s|is it|is that|i asked|then|aber|also|bitte|alors|mais|pero|ma|dus|maar|então|więc|ну)\W+)*"
    rf"{_EITHER}(?:\W+(?:please|pls|then|now|question|bitte|per favore|por favor|thanks|man|mate))*\W*",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"\b(?:what if|could (?:it|someone|somebody)|might|maybe|perhaps|is it possible|do you think|can someone|afraid|"
    r"scared|worried) ",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(r"^\W*(?:(?:ok(?:ay)?|and|but|so|well|hm+),? )*(?:what )?if (?!you\b)", re.IGNORECASE)
_BE_TOLD = re.compile(
    r"\b(?:tell|let (?:me|us) know|notif\w*|inform\w*|updat\w*|writ\w*|text|e-?mail|messag\w*|alert\w*|posted|ping"
    r"|remind)\b",
    re.IGNORECASE,
)
#: Words of a wish for news; without any, nobody wants to be written to.
_NEWS = re.compile(
    r"\b(?:t(?:ell|ells|old)|let (?:me|us|him|her|them) know|lmk|notif\w*|inform\w*|updat\w*|wr(?:it|ot)\w*|texts?|sms"
    r"|whats ?app|e-?mails?|mail(?:s|ed)?|messag\w*|msg\w*|dm|alert\w*|alarm\w*|posted|ping\w*|remind\w*|watch\w*"
    r"|news(?:letter)?|follow\w*|monitor\w*|eye|keep me|heads[- ]?up|shout|ring|call|buzz|subscrib\w*|hear|warn\w*"
    r"|sign(?:ed)? (?:me )?up|contact\w*|push\w*|in the loop|drop me|prod|nudge|signal|report\w*|announce\w*|advise"
    r"|word|tip me|not(?:e|ice)s?|back to (?:me|us)|send (?:me|us)|(?:like|want|need|love) to know"
    r"|(?:wanna|gotta) know|know (?:when|as soon|once|the moment|the minute))\b",
    re.IGNORECASE,
)
_DENIAL = (
    r"\b(?:no|not|never|nothing about|none of|(?:is|was|are|were|did|does|do)n['’]?t)"
    r"\s+(?!(?:want|like|need|accept|keep|have|take|pay)\b)(?:\w+\s+){0,2}"
)
#: "I don't want it sent again", "I never asked for a refund".
_UNWANTED = (
    r"\b(?:do(?:es)? not|don['’]?t|doesn['’]?t|did not|didn['’]?t|never|not|no longer|won['’]?t|will not"
    r"|wouldn['’]?t|refuse to)\s+"
    r"(?:(?:want|wanted|wish|need|like|care|about|or|mean|meant|intend|plan|going|ask|asked|asking|to|for|an?|the|my|it|them"
    r"|this|any|"
    r"another|you|be|have)\s+){1,5}"
)


#: "Nothing is missing", unless it goes on with "only the belt".
_NOTHING = r"\bnothing(?:['’]s)?\s+(?:(?:is|was|were|has been|seems?|looks?|got)\s+)?(?:\w+ly\s+)?"
_BUT_ONE = (
    r"(?!\W+(?:only|except|but|apart from|besides|other than|save)\b(?: for)?"
    r" (?:the|my|an?|one|two|this|that)\b)"
)


#: "Don't cancel both" still calls one of them off.
ONLY_PARTLY = re.compile(
    r"\W*(?:both|all|everything|every|either|each|the (?:other|wrong|whole)|them (?:both|all))\b(?! (?:of )?this\b)",
    re.IGNORECASE,
)
#: "Does that make sense?"
_FOR_ASSENT = re.compile(
    r"\W*(?:(?:so|and|or) )?(?:do(?:es)? (?:that|this|it|you|u) (?:make (?:any )?sense|sound (?:ok(?:ay)?|right|fair)"
    r"|see|understand|follow|get (?:it|me|that))|(?:(?:do )?(?:you|u|ya) )?(?:see|get|know) what i mean|right|ok(?:ay)?"
    r"|clear|is that clear|fair enough|make sense)\W*$",
    re.IGNORECASE,
)


def _or_unwanted(question: Question) -> str:
    """Give the pattern that refuses what can be wished; of a trouble: who wants no damaged one has one."""
    return f"|{_UNWANTED}" if question in WISHES else f"|{_NOTHING}"


_DENIED: Mapping[Question, re.Pattern[str]] = {
    question: re.compile(rf"(?:{_DENIAL}{_or_unwanted(question)})(?:{words})\b{_BUT_ONE}", re.IGNORECASE)
    for question, words in {
        Question.SCAM_MESSAGE: "(?:a |any )?(?:scam|phishing|fraud|fake)",
        Question.ITEM_MISSING: "missing",
        Question.PARCEL_STOLEN: "stolen|theft|steal",
        Question.ITEM_DAMAGED: "damaged?|broken|torn",
        Question.ITEM_WRONG: "wrong (?:item|one|thing|colou?r|size|(?:has |have )?(?:come|came|arrived))",
        Question.CHECK_ADDRESS: "address",
        Question.DELIVERY_PROOF: "signature|proof",
        Question.CHANGE_ADDRESS: "(?:change|changing|different|new) (?:\\w+ )?address|address changed?",
        Question.SELLER_WAIT_OR_DISPUTE: "ali ?express|dispute",
        Question.CALL_ME: "call|calls|phone|ring",
        Question.NOTIFY_ME: "tell (?:me|us)|say",
        Question.RETURN_ITEM: "return(?:ing|ed)?|send(?:ing)? (?:it|this|them|anything) back|sent back",
        Question.REFUND_WANTED: "refund(?:ed)?|money back|money",
        Question.REPLACEMENT_WANTED: "replacement|re-?sen[dt]|replaced|sent (?:again|once more)|new one"
        "|send (?:it |me )?(?:again|another)",
        Question.REFUND_STATUS: "refund",
        # "don't cancel both" wants one of them cancelled
        Question.CANCEL_ORDER: r"cancel(?:led|ling)?(?!\s+(?:both|all|everything|the (?:other|wrong)|\W*\d))",
        Question.CUSTOMS_PAYMENT: "(?:a |any )?customs",
        Question.CUSTOMS_DELAY: "customs",
        Question.WRONG_DESTINATION: "(?:going to )?the wrong (?:place|country|address)",
    }.items()
}


#: Without a word of these nobody wishes for another address, or to give something back.
_ADDRESS = re.compile(
    r"\b(?:address\w*|adress\w*|streets?|road|avenue|flat|apartment|apt|unit|house|door|post ?codes?|zip|city"
    r"|town|moved?|moving|"
    r"elsewhere|somewhere else|redirect\w*|reroute\w*|forward\w*|divert\w*|neighbou?rs?|work|office|hotel|locker"
    r"|pick-?up|place|"
    r"location|deliver\w*|ship\w*|send (?:it |them )?to|sent to|go(?:es)? to|bring)\b",
    re.IGNORECASE,
)
_GIVES_BACK = re.compile(
    r"\b(?:return\w*|back|exchang\w*|swap\w*|refund\w*|money|fit\w*|sizes?|too (?:big|small|large)|want|like|need"
    r"|keep|change\w*|"
    r"wrong|regret\w*|label|withdraw\w*|cancel\w*)\b",
    re.IGNORECASE,
)
_WANTS_MONEY = re.compile(
    r"\b(?:i|we)(?:['’]d| would| will|['’]ll)?(?: \w+ly| just| only| really| still| then| now)* "
    r"(?:want|like|need|prefer|demand|expect|insist on|rather have|take|ask for)\b(?! to know)[^.!?]{0,20}"
    r"\b(?:refund\w*|money(?: back)?)\b(?! is| status)"
    r"|\b(?:refund|money back)\b(?:,? (?:is what i|please|instead|then))"
    r"|\b(?:refund|repay) (?:me|us)\b|\bgive (?:me|us) (?:a |the |my )?(?:full )?(?:refund|money)\b",
    re.IGNORECASE,
)


_RIGHT_ADDRESS = re.compile(
    r"\b(?:my|the|this) (?:\w+ )?add?ress (?:is|was)(?: \w+)? (?:right|correct|fine|ok|the same)\b", re.IGNORECASE
)


def says_address_is_right(text: str) -> bool:
    """Tell whether a message states that the address is the right one, and asks nothing of it."""
    return _RIGHT_ADDRESS.search(text) is not None and "?" not in text


def wants_money(text: str) -> bool:
    """Tell whether the money is wished back in so many words; "where is my refund?" asks for one that was promised."""
    return _WANTS_MONEY.search(text) is not None


def speaks_of_an_address(text: str) -> bool:
    """Tell whether an address or another place is spoken of."""
    text = without_mail_addresses(without_sending_away(text))
    return _ADDRESS.search(text) is not None or gives_an_address(text)


def speaks_of_giving_back(text: str) -> bool:
    """Tell whether giving back is spoken of, or a reason for it."""
    return _GIVES_BACK.search(text) is not None


def asks_something(text: str) -> bool:
    """Tell whether the message asks: it has the mark, or begins a clause as questions do."""
    if exclaims(text):
        return False
    wants_to_know = _WANTS_TO_KNOW.search(text) or still_asks(text)
    return bool(_ASKS.search(f"{text} ") or wants_to_know or _ENDS_AS_A_QUESTION.search(text))


def asks_more_than_assent(text: str) -> bool:
    """Tell whether a sentence asks something; "does that make sense?" only asks whether the one before was heard."""
    return asks_something(text) and not _FOR_ASSENT.match(text)


def still_asks(text: str) -> bool:
    """Tell whether a message says that its writer asks, and what: whatever it opens with, it agrees to nothing."""
    return _STILL_ASKS.search(text) is not None


def wants_yes_or_no(text: str) -> bool:
    """Tell whether a message is nothing but the wish for a plain yes or no."""
    return _YES_OR_NO.fullmatch(text) is not None


def names_both(text: str) -> bool:
    """Tell whether "yes or no" stands in the message, which is then no yes and no no."""
    return _BOTH.search(text) is not None


def asks_beside_thanks(text: str) -> bool:
    """Tell whether a message that thanks or agrees asks as well; "thanks, will do" only says what comes next."""
    return asks_something(_WILL_DO.sub(" ", text))


def wishes_for_something(text: str) -> bool:
    """Tell whether a sentence wants something done: it says so, or begins with what is to be done."""
    return _WISHES.search(text) is not None


def is_only_feared(text: str) -> bool:
    """Tell whether a message asks after something that may have happened: "what if somebody took it?"."""
    return _FEARED.search(text) is not None


def only_supposes(text: str) -> bool:
    """Tell whether a message asks what would be if something happened, and not to be told when it does."""
    return _SUPPOSES.search(text) is not None and _BE_TOLD.search(text) is None


def speaks_of_news(text: str) -> bool:
    """Tell whether being told of something is spoken of: whether anybody knows of it wishes for no messages."""
    return _NEWS.search(text) is not None


def speaks_of_cancelling(text: str) -> bool:
    """Tell whether an order is to be called off in so many words; not wanting to pay for something is no such word."""
    said = without_sparing(text)
    return _CANCELS.search(said) is not None and _WAS_CANCELLED.search(said) is None


def denied(text: str) -> frozenset[Question]:
    """Find the questions that a message names only to say that it is not about them: "no, it isn't missing"."""
    found = ((question, pattern.search(text)) for question, pattern in _DENIED.items())
    named = (q for q, match in found if match and not (q in WISHES and ONLY_PARTLY.match(text, match.end())))
    return frozenset((*named, *([Question.CANCEL_ORDER] if spared_elsewhere(text) else [])))
