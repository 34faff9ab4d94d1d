"""Read questions whose own words say which they are, where a likeness takes them for a neighbour. English rules.

Which office it is, what follows if it comes too late, how long until it turns back, what was understood: each names
second questions, likeliest first; where the parcel stands decides. Other languages have the same in their phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcelbot.core.reading.goods.arrivals import takes_arrival_back

_PLACE = (
    r"(?:(?:post|parcel|local|pick-?up|collection|delivery|nearest) ?){0,2}(?:offices?|shops?|stores?"
    r"|lockers?|branch(?:es)?"
    r"|depots?|counters?|kiosks?|points?|stations?|place|box wall)"
)
_WHICH_PLACE = re.compile(
    rf"\b(?:which|what|wich)(?: one| exact| of the)? {_PLACE}\b(?! (?:hours|is open|opens|open|order"
    rf"|sold|sells|are (?:you|u)|am i|did i|is this))"
    rf"|\b{_PLACE} (?:exactly|is it|precisely|then|do you mean)\b[^.!]{{0,20}}\?"
    r"|\bwhere (?:exactly |precisely )?(?:do|can|must|should|shall|would|am|will) (?:i|we|he|she|somebody|someone)\b"
    r"[^.?!]{0,20}\b(?:pick|collect|fetch|get|carry|take)\b[^.?!]{0,12}\b(?:it|up|them|parcel|package|from)\b",
    re.IGNORECASE,
)
_WAITS_TILL = (
    r"\b(?:i|we)(?:['’]ll| will| shall| should| must| have to| just| only| simply| then| am to|['’]m to| still){0,3}"
    r" (?:wait|sit tight|hold on|be patient|do nothing|hang on)\b[^.?!]{0,12}\b(?:till|until|til|untill|to|for)\b"
)
_UNDERSTOOD = re.compile(
    rf"^\W*(?:(?:ok(?:ay)?|right|thx|thanks|thank you|cheers|fine|alright|and|but|ah|hm+|well)\W+){{0,3}}"
    rf"(?:so|then|basically|in short|meaning|you mean)\b\W+(?:(?:basically|then|that means|you mean)\W+)?{_WAITS_TILL}"
    rf"|{_WAITS_TILL}[^.?!]{{0,25}}(?:,|\bthen|\bbasically|\bright|\bcorrect|\byes|\byeah|\bok(?:ay)?)\W*\?",
    re.IGNORECASE,
)
_SENT_BACK_LATE = re.compile(
    r"\b(?:can|could|may|would|will|do|shall) (?:i|we)\b[^.?!]{0,25}\b(?:send|return|give|bring|post|ship)\b"
    r"[^.?!]{0,60}\b(?:if|when|after|once|should)\b[^.?!]{0,40}\b(?:late|after|past|over|miss\w*|too long|no use)\b"
    r"|\b(?:if|when|should|once)\b[^.?!]{0,30}\b(?:late|after|past|miss\w*|too long)\b[^.?!]{0,40}"
    r"\b(?:can|could|may|would|do) (?:i|we)\b[^.?!]{0,20}\b(?:send|return|give) (?:it|them|the)?\b[^.?!]{0,10}",
    re.IGNORECASE,
)
_IT_TURNS = (
    r"(?:(?:it|this|that|my parcel|the parcel|my package)(?:['’]s| is| gets?| goes| will| would| has| be| to)*"
    r"|they(?:['’]ll| will| would)?|the (?:carrier|post|courier|shop|post office)(?: will)?)"
)
_TURNS_BACK_WHEN = re.compile(
    r"\b(?:how (?:long|many (?:days|weeks)|much time|soon)|by when|at what point|after how (?:long|many))\b[^.?!]{0,40}"
    rf"\b{_IT_TURNS} (?:sen[dt]|goes?|going|go|return\w*|turn\w*)\b(?![^.?!]{{0,20}}\bif i\b)"
    r"(?:[^.?!]{0,12}\bback)?(?: to (?:you|the sender|china|the shop))?",
    re.IGNORECASE,
)
_MEANS_BACK = re.compile(r"\bback\b|\breturn\w*\b|\bto the sender\b", re.IGNORECASE)
_WHEN_IT_COMES = re.compile(
    r"\bwhen\b[^.?!]{0,20}\b(?:it|that|this|my (?:stuff|parcel|package|order|thing|box)|the (?:parcel|package|order))\b"
    r"(?:['’]ll| will| is| does| would|['’]s| actually| finally)*"
    r" (?:gets? here|com(?:es?|ing)|arriv\w+|be here|reach\w*|lands?|turns? up|gets? to me|shows? up)\b",
    re.IGNORECASE,
)

_IT = r"(?:it|this|that|they|(?:the|my|our|this|that) (?:parcel|package|packet|order|box|stuff|delivery|thing|one))"
_TRIES_AGAIN = re.compile(
    r"\b(?:they|he|she|the (?:driver|courier|carrier|post(?:man)?)|someone|somebody|(?:you|u)|can|could|will|would"
    r"|do|does)\b[^.?!]{0,30}\b(?:(?:try|attempt|come|knock|ring|call|deliver|bring)\w*\b[^.?!]{0,30}"
    r"\b(?:again|(?:once|one) more(?: time)?|another (?:time|go|day)|a second time)"
    r"|re-?deliver\w*|(?:bring|take|send) (?:it|them) (?:back )?(?:out|round|over))\b",
    re.IGNORECASE,
)
_WHAT_WE_DO = re.compile(
    r"\bwhat (?:are|r|will|can|would|do) (?:you|u|ya|ye|yous)(?: guys| people| lot| actually| even| now)*"
    r"(?: going to| gonna| intend to| plan to)? (?:do|doing)\b(?! (?:for a|with (?:my|the) (?:data|photos?)))",
    re.IGNORECASE,
)
_WHO_HAS_IT = re.compile(
    rf"\bwho(?:['’]?s| is| has| have)?(?: actually| even| got| now)* (?:has|got|holding) {_IT}\b"
    rf"|\bwho (?:has|holds) {_IT}\b|\bin whose hands\b",
    re.IGNORECASE,
)
_ASKED_OF_ME = re.compile(
    r"\b(?:do|must|should|need|have) (?:i|we) (?:need to |have to |got to |to )?(?:do|pay|send|sign|fill in|arrange)"
    r" (?:anything|something|sth|any papers?)\b"
    r"|\b(?:is there )?(?:anything|something) (?:i|we) (?:need|have|should|must|can)(?: to)? do\b",
    re.IGNORECASE,
)
_KEEPS = r"(?:keep(?:s|ing)?|kept|hold(?:s|ing)?|held|stor(?:es?|ed|ing))"
_TO_COLLECT_UNTIL = re.compile(
    r"\b(?:how (?:long|many days)|until when|till when|by when|what date)\b[^.?!]{0,25}\b(?:i|we|they|it|you)\b"
    rf"[^.?!]{{0,20}}\b(?:collect|pick (?:it|them|this|that)? ?up|fetch|{_KEEPS}|lies?)\b"
    rf"|\bhow (?:long|many days) (?:does|do|will|is|would) (?:the |a )?[^.?!]{{2,30}}?\b{_KEEPS}\b",
    re.IGNORECASE,
)
_IS_IT_REAL = re.compile(
    rf"\b(?:is|was) {_IT}(?: number| tracking)?(?: (?:even|actually|really|just|all))* (?:real|fake|made up|legit\w*"
    r"|genuine|invented)\b(?! (?:shop|store|company|site|website|business|person|human|message|text|mail|e-?mail))",
    re.IGNORECASE,
)

_THEIRS = (
    r"(?:their|(?:at|with|by|of|from) (?:them|the (?:post(?: office)?|carrier|courier|customs))"
    r"|(?:the )?(?:post(?: office)?|carrier|courier|customs)(?:['’]?s)?)"
)
_SEARCH = r"(?:case|investigation|search|inquiry|enquiry|claim|query|trace|tracing|complaint)"
_THEIR_CASE = re.compile(
    r"\b(?:how (?:long|many (?:days|weeks))|when|by when)\b"
    rf"(?=[^.?!]*\b{_THEIRS}\b)(?=[^.?!]*\b{_SEARCH}\b)[^.?!]*"
    r"\b(?:takes?|lasts?|needs?|runs?|done|finish(?:ed|es)?|closed|over|complete\w*|ends?|go(?:es)? on)\b",
    re.IGNORECASE,
)

#: A date or a charge stands on a parcel; a thing lies in it.
_ON_IT = (
    r"(?:latest|earliest|first|last|most|problem|delay|date|day|scan|charge|fee|duty|number|label|status|code|message)"
)
_WHICH_HOLDS = re.compile(
    r"\b(?:which|in which)(?: one| parcel| box| package)?(?: of (?:them|these|those|the \w+)(?: parcels| boxes)?)?"
    r"(?:['’]s| is| are| has| have| got| holds?| contains?| will have| would have| with)+"
    rf" (?:my|the|our|that) (?!{_ON_IT}\b)(?:\w+ )?(?!{_ON_IT}\b)\w+(?: in(?: it| there)?| inside)?\W*(?:[?.!,]|$)",
    re.IGNORECASE,
)
_PAYS_FOR_THAT = re.compile(
    r"\b(?:will|would) (?:i|we) (?:also |too )?(?:have to |need to )?pay\b[^.!?]{0,20}"
    r"\b(?:(?:that|this) one|the (?:other|second|third)(?: one| parcel)?)\b",
    re.IGNORECASE,
)

_WANTS_AN_INVOICE = re.compile(
    r"\b(?:can|could|may) (?:i|we)(?: please| also| still)? (?:get|have|receive) (?:an?|the|my|our)"
    r" (?:\w+ ){0,2}invoice\b"
    r"|\b(?:send|e?-?mail|give|make) (?:me|us|out) (?:an?|the|my|our) (?:\w+ ){0,2}invoice\b"
    r"|\bsend (?:an?|the) (?:proper |real |vat |tax )?invoice to (?:me|us|my|our)\b"
    r"|\b(?:i|we)(?:['’]d| would| do)? (?:need|want|like) an? (?:\w+ ){0,2}invoice\b"
    r"|(?:^|[.!?,] *)(?:and |but )?(?:and|but|so|what about|how about|where(?:['’]s| is))"
    r" (?:the|my|our|that) invoice\b",
    re.IGNORECASE,
)
#: Theirs is a paper about the value, ours one about a purchase.
_FOR_CUSTOMS = re.compile(
    r"\b(?:customs|duty|duties|clearance|commercial|pro ?-?forma|carrier|courier|broker|import\w*|dhl|fedex|ups)\b",
    re.IGNORECASE,
)
_ADDS_AN_ARTICLE = re.compile(
    r"\b(?:can|could|may|possible to|how do|want to|like to)\b(?: (?:i|you|we|u|ya|y['’]?all|one))?"
    r"(?: (?:also|still|just|please|maybe))? (?:add|include)\b"
    r"(?! (?:an? |the |my |another )?(?:notes?|comments?|photos?|pictures?|number|name|flat|apartment|unit|phone))"
    r"[^.?!]{2,40}\b(?:to|in|into|with) (?:it|(?:my|the|this|that|same|an existing) (?:order|parcel|package|box))\b"
    r"(?! (?:shop|locker))",
    re.IGNORECASE,
)

#: "Is it stuck, yes or no" asks whether that long is too long.
_STUCK = re.compile(
    rf"\b(?:is|has|isn['’]?t|hasn['’]?t) {_IT} (?:\w+ ){{0,2}}?(?:stuck|standing still|stranded|frozen|got stuck)\b"
    r"(?! (?:to|on my|on the (?:door|box)|together))",
    re.IGNORECASE,
)
_MAKE_A_FUSS = (
    r"(?:complain|worry|panic|act|react|chase|report|write|message|contact|call|ring|get in touch|do (?:something"
    r"|anything)|make a fuss|kick up a fuss|raise (?:it|this))"
)
_HOW_LONG_TO_WAIT = re.compile(
    r"\b(?:how (?:long|many (?:more )?(?:days|weeks)|much (?:longer|more time))|until when|till when)\b[^.?!]{0,20}"
    r"\b(?:should|shall|must|do|am|can|would|will|have|need|got)\b[^.?!]{0,15}\b(?:i|we)\b[^.?!]{0,15}"
    rf"\b(?:(?:wait|sit tight|be patient|hold on|give (?:it|them|this))\b(?! in\b)|before (?:i|we) {_MAKE_A_FUSS}\b)"
    rf"|\b(?:when|at what point|from when|how soon)\b[^.?!]{{0,8}}\b(?:should|shall|must|can|may|do) (?:i|we) "
    r"(?:start to )?(?:complain|worry|panic|chase|report it|start worrying|write again|message again)\b",
    re.IGNORECASE,
)

_PLAIN: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    # who asks for both is told whom to ask, which answers the place as well
    (_TO_COLLECT_UNTIL, ("pickup_until",)),
    (_WHICH_PLACE, ("pickup_where",)),
    (_HOW_LONG_TO_WAIT, ("then_what",)),
    (_STUCK, ("is_normal",)),
    (_UNDERSTOOD, ("understood_right",)),
    (_SENT_BACK_LATE, ("return_how",)),
    (_WHAT_WE_DO, ("what_person_does",)),
    (_TRIES_AGAIN, ("next_attempt",)),
    (_WHO_HAS_IT, ("who_has_it",)),
    (_ASKED_OF_ME, ("asked_of_me",)),
    (_IS_IT_REAL, ("fake_number",)),
    (_WHICH_HOLDS, ("contents",)),
    (_PAYS_FOR_THAT, ("customs_will_i_pay",)),
    (_ADDS_AN_ARTICLE, ("add_to_order",)),
)
#: How long until it turns back, by where it stands.
BACK_WHEN = ("customs_deadline", "pickup_until", "when_back")


def asked_plainly(text: str) -> Iterator[str]:
    """Name the second questions that a message asks in words of their own; none where it asks none."""
    for pattern, names in _PLAIN:
        if pattern.search(text):
            yield from names
    if _TURNS_BACK_WHEN.search(text) and _MEANS_BACK.search(text):
        yield from BACK_WHEN
    if _WANTS_AN_INVOICE.search(text) and not _FOR_CUSTOMS.search(text):
        yield "invoice"
    if takes_arrival_back(text):
        yield "still_nothing"


def asks_which_holds_it(text: str) -> bool:
    """Tell whether a message asks which of several parcels a thing lies in, which no scan tells."""
    return _WHICH_HOLDS.search(text) is not None


def asks_when_it_comes(text: str) -> bool:
    """Tell whether a message speaks of when the parcel comes: "that doesn't tell me when it arrives"."""
    return _WHEN_IT_COMES.search(text) is not None


def asks_how_long_they_search(text: str) -> bool:
    """Tell whether a message asks how long the carrier or customs take with a case of their own. English rules."""
    return _THEIR_CASE.search(text) is not None
