"""Read a message as the answer to the open question: yes, no, it is not here, it turned up, a number of days."""

from __future__ import annotations

import re
from collections.abc import Container
from enum import Enum

from parcelbot.core import intents
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.cases.details_given import has_none_to_give
from parcelbot.core.reading.cases.send_orders import orders_to_send
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.replies.oks import SLANG_YES
from parcelbot.core.reading.replies.own_doing import speaks_of_own_doing
from parcelbot.core.reading.text.irony import is_ironic
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark
from parcelbot.core.reading.wanted.refusals import refuses_a_person


class Reply(str, Enum):
    """Answer to the open question; a message that has none is read as something new."""

    YES = "yes"
    NO = "no"
    MISSING = "missing"
    FOUND = "found"
    NOTHING_TO_GIVE = "nothing_to_give"
    CANCEL = "cancel"


#: A yes or a no among more words than these comes with something else that counts more.
_MOST_WORDS = 5
_BARE_WORDS = 3
#: "ok thanks" ends a talk; it agrees to nothing.
_FAREWELLS = (intents.THANKS, intents.GOODBYE)
_SEGMENTS = re.compile(r"[,.;:!\n–—、，。；：！،؛]|\s-\s|\s(?:and|but)\s")
#: "Nothing at all!" after "tell me if it isn't here".
_LIKE_NOTHING_CAME = frozenset(
    {intents.DENY, intents.NO_DETAILS, "delivered_not_received", intents.FEEDBACK_NOT_USEFUL}
)
#: What we would do, or ask for to do it: a shopper takes it up or needs none of it.
_WISHED_FOR = frozenset({Asked.PERSON, Asked.NEWS, Asked.CASE_EMAIL, Asked.CASE_ORDER, Asked.CASE_CONFIRM})
_OPENINGS = {intents.AFFIRM: Reply.YES, intents.DENY: Reply.NO}
_NO_THANKS_ELSEWHERE = re.compile(
    r"^(?:no gracias|nein danke|nö danke|non merci|no grazie|não obrigad\w|"
    r"nee (?:bedankt|dank\w*)|nej tack?|nie dzięk\w+|hayır teşekk\w+|нет спасибо|ні дякую)\b"
)
_NO_THANKS = re.compile(r"^(?:no|nope|nah)\b.*\b(?:thanks?|thank you|thx|ty)\b")

_YES = re.compile(
    rf"^(?:oh |ah |ok(?:ay)? |um+ |well |och )?(?:{SLANG_YES}|"
    r"y|ye|yes+|yep|yup|yeah+|yea|yeh|ya|ay|aye|sure|ok(?:ay)?|please|pls|"
    r"of course|spot on|that one|that s (?:the one|mine|correct|them)|that ll be (?:it|the one)|"
    r"absolutely|definitely|certainly|correct|exactly|right|that s right|that s it|go ahead|go for it|do it|do that|"
    r"do so|send(?: (?:it|that|this))?(?! (?:(?:it|that|this) )?(?:again|back)\b)|please do|i do|i did|i have|"
    r"sounds good|all good|"
    r"(?:(?:that|it|this|everything|all) )?looks? (?:good|right|fine|ok(?:ay)?|correct|all right)|"
    r"perfect|fine|great|alright|all right|👍\S*|✅|👌\S*)\b|^[👍✅👌]"
)
#: An offer is taken up in a courtesy instead of a yes: "I'd be grateful if you would", "kindly do so".
_COURTEOUS_YES = re.compile(
    r"(?:(?:oh|yes|ok(?:ay)?|well|then|that|it|this|thank you|thanks|if you (?:could|would|can)) )*"
    r"(?:(?:(?:i|we|that|it|this) (?:d|would|ll|will)|would|i m|i am) be (?:(?:very|so|really|most|quite|more than) )?"
    r"(?:grateful|glad|happy|obliged|kind|nice|lovely|great|good|helpful|wonderful|perfect|appreciated|thankful)"
    r"|(?:i|we) (?:d|would) (?:really |very much |much |greatly )?(?:appreciate|like|love)(?: (?:that|it|this))?"
    r"|(?:(?:would|could|will) you )?(?:kindly|please) (?:do|go on|proceed)|by all means"
    r"|if you (?:would|could|d)(?: be so kind)?|do (?:so|that) please|(?:much|very much|greatly) appreciated)"
    r"(?: (?:very much|so|it|that|this|do|did|for (?:that|it|this)|of you|to|for me|kindly|please|thanks?|thank you"
    r"|if (?:you|someone|somebody|a person|they) (?:would|could|can|did|do|d)"
    r"(?: (?:do|so|that|it|this|be so kind|for me))*))*"
)
#: "No thanks, I'll do it myself" wants nothing done.
_DOES_IT_ALONE = re.compile(
    r"^(?:(?:oh|well|ok(?:ay)?|actually) )*(?:no|nope|nah|not needed|(?:thanks|thank you) but)"
    r"(?: (?:thanks|thank you|thx|no|it s (?:fine|ok)|need|but))*"
    r"(?: then| so)? (?:i|we) (?:ll|will|d rather|would rather|can|am going to|m going to|prefer to|want to)"
    r"(?: (?:just|rather|better|now|then|simply))*"
    r" (?:do|handle|sort|manage|deal|see|settle|clear|call|ring|phone|ask|contact|write to|go|try|chase)\b"
)
_AGREEMENT = re.compile(
    r"(?: (?:a|again|agent|agree|all|and|be|can|case|could|d|do|fine|for|forward|go|good|great|hand|help|human|i|it|"
    r"kind|let|like|ll|m|mate|me|my|nice|now|of|ok|okay|on|one|over|pass|perfect|person|please|pls|right|s|send|somebody|"
    r"someone|sure|thank|thanks|that|the|them|then|there|this|ticket|to|us|very|want|we|well|would|yes|you|your))*"
)
#: Before more words these only begin to speak: "ok. Actually no, wait", "fine, but what if …".
_WEAK = re.compile(
    r"(?:ok(?:ay)?|fine|right|alright|all right|great|perfect|well|k)"
    r"(?: (?:ok(?:ay)?|fine|right|alright|great|perfect|good|then|so|well|thanks|thank you|thx))*"
)
_TO_ME = re.compile(r" (?:to|for|by|with) (?:me|us)$")
_PRAISES = re.compile(rf"(?:oh |ah |um+ |well )?(?:{SLANG_YES}|ok(?:ay)?|fine|right|alright|all right|great|perfect)\b")
_NO = re.compile(
    r"^(?:oh |um+ |well |ok(?:ay)? )?(?:n|no+|nope|nah|not (?:now|yet|really|today|necessary|needed)|no need|never|"
    r"don t|do not|wrong|incorrect|that s wrong|i haven t|i didn t|haven t|👎\S*)\b|^[👎❌]"
)
_POLITE = re.compile(
    r"\b(?:thanks?|thank you|thx|ty|cheers|please|pls|mate|sir|madam|dear|ok(?:ay)?|it s (?:fine|ok)|for now)\b"
)
_MISSING = re.compile(
    r"\b(?:isn t|isnt|is not|wasn t|wasnt|ain t|not|no|nothing|nowhere|none|never|don t have|dont have|didn t|didnt|"
    r"haven t|havent|hasn t|hasnt|can t|cant|couldn t|couldnt|still missing|missing|nobody|no one|without)\b"
)
_FOUND = re.compile(
    r"\b(?:found (?:it|them|him|the)|got it|i have it now|it s here|its here|it is here|here now|turned up|has arrived|"
    r"just arrived|it arrived|it came|just came|(?:it|they|parcel|package) (?:s|ve|has|have) "
    r"(?:(?:just|now|finally|actually|already) )*come"
    r"(?! (?:back|to|with|without|damaged|broken|open|wet|apart|out|up|off|from|but))|"
    r"neighbou?r (?:has|had) it|(?:he|she|they) (?:has|had|have) it)\b"
)
_NOT_FOUND = re.compile(
    r"\b(?:not|n t|nt|never|haven|didn|hasn|isn|how|when|whether|if|until|no neighbou?rs?|none|nobody|no ?one|neither|"
    r"nor|which|who|maybe|perhaps|might|(?:they|you|customs|carrier|post|who) got it)\b"
)
#: A step of the checklist was done, in other words than yes: "asked them, they don't have it".
_CHECKED = re.compile(
    r"^(?:(?:yes|yeah|ok|okay|well|of course|i|we|ve|have|had|already|just|did|both|all) )*"
    r"(?:asked|checked|looked|searched|called|rang|phoned|spoke|spoken|contacted|knocked|tried|rung)\b"
    r"|\b(?:none|nobody|no ?one|neither|no neighbou?rs?) (?:of (?:them|us) )?(?:ha[sd]|have|took|knows|saw)\b"
    r"|\b(?:mail ?room|reception|concierge|desk|porter|doorman|guard|caretaker|neighbou?rs?|locker|lobby|shop)"
    r" (?:has|have|had|says?|said)(?: that)?(?: they have| there s| he has| she has)? (?:nothing|none|no|not)\b"
    r"|^(?:they|she|he|the neighbou?rs?) (?:do|does|did|have|has) ?n t (?:have|has|got|know|seen?|taken?)\b"
)
#: "Asked whom, the hedge?" has asked nobody.
_ASKED_SENTENCE = re.compile(r"[^.!?？\n]*[?？]+")
#: "Fine, I'll look" has not looked yet.
_WILL_CHECK = re.compile(
    r"^(?:(?:ok|okay|fine|right|alright|all right|hm+|k|sure) )*(?:then|(?:i ll|i will|will|gonna|going to|let me) "
    r"(?:go |now |just )?(?:do|look|ask|check|try|call|ring|see|contact|have a look)\b.*)$"
)
_CANCEL = re.compile(
    r"^(?:(?:no|nah|ok|oh|wait|actually|please|sorry|well|hm+) )*"
    r"(?:(?:don t|dont|do n t|do not) send(?: (?:it|that|this|anything))?|(?:cancel|forget|leave|scrap|drop|stop)"
    r"(?: (?:it|that|this|the (?:ticket|case|message)|sending))?|never ?mind|nothing|i changed my mind|changed my mind|"
    r"send nothing)(?: (?:please|thanks|thank you|then|now|at all|yet|for now))*$"
    r"|\b(?:don t|dont|do n t|do not|no) (?:need|want) (?:\w+ ){0,2}(?:person|human|ticket|case)\b"
    r"|^(?:no|nah|nope)\b(?: \w+){0,4} (?:i(?: ll| will|ll| d rather| would rather| m gonna)|imma)"
    r"(?: just| rather| better)? (?:wait|leave it|hold on)\b"
)
#: "Is that true" is no yes, whatever it resembles, and "ok, whatever" is none.
_ASKS_OR_GIVES_UP = re.compile(
    r"^(?:(?:and|so|but|then) )*(?:is|was|are|were|does|did|has|what|why|when|where|who|which)\b"
    r"|^(?:ok(?:ay)?|fine|well|yeah|sure) whatever$|^whatever$"
)
#: "No thanks, that's all I need" wants more than to keep an e-mail back.
_WANTS_NO_MORE = re.compile(r"^(?:no|nope|nah)\b.*\bthat(?: s| is| ll be| will be) all\b")


def read_reply(text: str, intent: str, asked: Asked, opens_with: str = "") -> Reply | None:
    """Read `text` as an answer to what was asked; None when it says something else. `intent` settles short ones.

    `opens_with` is the yes or no that a message in another language was found to begin with.
    """
    if is_ironic(text):
        return None
    words = _plain(text)
    if asked in _WISHED_FOR and (wished := _of_a_wish(text, words, asked)):
        return wished
    if asked in _WISHED_FOR and speaks_of_own_doing(words):
        return None
    if asked in (Asked.MISSING, Asked.CHECK) and (found := _found_or_missing(text, words, intent, asked)):
        return found
    if asked is Asked.PERSON and refuses_a_person(text):
        return Reply.NO
    if asked.about_a_case and _drops_the_case(words, asked):
        return Reply.CANCEL
    if asked in (Asked.CASE_CONFIRM, Asked.CHECK) and "?" not in text and _SEGMENTS.search(text) and agrees_first(text):
        return Reply.YES
    if asked is Asked.CASE_CONFIRM and orders_to_send(text):
        return Reply.YES
    if asked in (Asked.CASE_EMAIL, Asked.CASE_ORDER) and (intent == intents.NO_DETAILS or has_none_to_give(text)):
        return Reply.NOTHING_TO_GIVE
    said = _OPENINGS.get(opens_with) or _yes_or_no(text, words, intent)
    # a step of the checklist is done or not; nobody has it to give
    return None if asked is Asked.CHECK and said is Reply.NOTHING_TO_GIVE else said


def _drops_the_case(words: str, asked: Asked) -> bool:
    """Tell whether the case is called off, or a detail of it is refused with all the rest."""
    no_more = asked in (Asked.CASE_EMAIL, Asked.CASE_ORDER) and _WANTS_NO_MORE.search(words) is not None
    return no_more or _CANCEL.search(words) is not None


def _of_a_wish(text: str, words: str, asked: Asked) -> Reply | None:
    """Read the courtesies that take up or decline something of ours, whatever they resemble."""
    if has_question_mark(text):
        return None
    if _COURTEOUS_YES.fullmatch(words):
        return Reply.YES
    if _DOES_IT_ALONE.search(words):
        return Reply.CANCEL if asked.about_a_case else Reply.NO
    return None


def _plain(text: str) -> str:
    """Lower-case the text and write every apostrophe, straight, curly or left out before a t or s, as a space."""
    lowered = text.casefold().replace("’", "'").replace("`", "'").replace("´", "'")
    split = re.sub(r"\b(is|was|do|did|does|have|has|had|ca|could|wo|are|ai)n'?t\b", r"\1n t", lowered)
    split = re.sub(r"\b(that|it|he|she)'s\b", r"\1 s", split)
    return " ".join(re.sub(r"[^\w👍👎✅❌👌]+", " ", split).split())


def _found_or_missing(text: str, words: str, intent: str, asked: Asked) -> Reply | None:
    if turned_up(words):
        return Reply.FOUND
    if asked is Asked.CHECK and (stands := _of_a_check(_plain(_ASKED_SENTENCE.sub(" ", text)))):
        return stands
    if asked is Asked.CHECK:
        return Reply.FOUND if intent in (intents.FEEDBACK_USEFUL, intents.PARCEL_ARRIVED) else None
    says_missing = _MISSING.search(words) and len(words.split()) <= 2 * _MOST_WORDS
    return Reply.MISSING if says_missing or intent in _LIKE_NOTHING_CAME else None


def answers_a_check(text: str) -> bool:
    """Tell whether a message says that a step of the checklist is done or will be, whatever it resembles."""
    return not has_question_mark(text) and _of_a_check(_plain(text)) is not None


def _of_a_check(words: str) -> Reply | None:
    if _WILL_CHECK.search(words):
        return Reply.NO
    return Reply.YES if _CHECKED.search(words) else None


def _yes_or_no(text: str, words: str, intent: str) -> Reply | None:
    if intent in _FAREWELLS or _ASKS_OR_GIVES_UP.search(words):
        return None
    count = count_said(_POLITE.sub(" ", words))
    if count > _MOST_WORDS or (has_question_mark(text) and count >= _BARE_WORDS):
        return _lead(text)
    if (intent == intents.DENY or _NO.search(words)) and count <= _BARE_WORDS + (intent == intents.DENY):
        return Reply.NO
    if intent == intents.NO_DETAILS and not asks_something(text):
        return Reply.NOTHING_TO_GIVE
    if intent == intents.AFFIRM or _agrees(words):
        return Reply.YES
    return None


def _agrees(words: str) -> bool:
    """Tell whether the words begin with a yes and add nothing but agreement; "yeah, you told me" is none."""
    found = _YES.search(words)
    return found is not None and _AGREEMENT.fullmatch(words, found.end()) is not None


def turned_up(text: str) -> bool:
    """Tell whether a message says that the parcel is there after all, and neither asks nor denies it."""
    words = _plain(text)
    return "?" not in text and _FOUND.search(words) is not None and _NOT_FOUND.search(words) is None


def declines_politely(text: str) -> bool:
    """Tell whether a message is a "no, thanks": it wants nothing more, and finds no fault."""
    words = _plain(text)
    return bool(_NO_THANKS.search(words) or _NO_THANKS_ELSEWHERE.search(words))


def wants_nothing_sent(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says that nothing need be passed on, whatever else it says or asks."""
    return Said.DROPS_IT.value in says or refuses_a_person(text)


def does_its_own_thing(text: str) -> bool:
    """Tell whether a message says what its writer will do, and agrees to nothing of ours: "OK, I'll open it myself"."""
    return speaks_of_own_doing(_plain(text))


def agrees_first(text: str) -> bool:
    """Tell whether a message begins with a plain yes before anything else: "yes, send it. And what photos …"."""
    lead = _TO_ME.sub("", _plain(_SEGMENTS.split(text, maxsplit=1)[0]))
    return len(lead.split()) <= _BARE_WORDS and _is_a_yes(lead)


def agrees_in_words(text: str) -> bool:
    """Tell whether a message says yes in a word or a courtesy of English, whatever it resembles."""
    words = _plain(text)
    courteous = _COURTEOUS_YES.fullmatch(words) is not None
    return courteous or agrees_first(text) or _agrees(words)


def _is_a_yes(lead: str) -> bool:
    """Tell whether what a message begins with agrees; "great job" and "fine so far" praise or only begin to speak."""
    if _WEAK.fullmatch(lead):
        return False
    return _agrees(lead) if _PRAISES.match(lead) else _YES.search(lead) is not None


def _lead(text: str) -> Reply | None:
    """Read the yes or "no, thanks" that a longer message begins with; "no, I never heard from them" is no answer."""
    lead = _plain(_SEGMENTS.split(text, maxsplit=1)[0])
    if len(lead.split()) > _BARE_WORDS:
        return None
    if _is_a_yes(lead):
        return Reply.YES
    return Reply.NO if _NO_THANKS.search(lead) else None
