"""Tell whether a message agrees that its case is sent, or declines a detail of it: in words, never by a likeness."""

from __future__ import annotations

import re

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.hearing.replies import Reply, agrees_in_words
from parcelbot.core.intents import AFFIRM, THANKS
from parcelbot.core.reading.cases.case_words import Said, taken_back
from parcelbot.core.reading.cases.details_given import has_none_to_give
from parcelbot.core.reading.cases.send_orders import holds_back, orders_to_send
from parcelbot.core.reading.contact.mailboxes import gives_no_email, speaks_of_mail
from parcelbot.core.reading.contact.persons import asks_for_a_person
from parcelbot.core.reading.questions.sentences import denied, still_asks
from parcelbot.core.reading.replies.offers import ends_with_a_yes
from parcelbot.core.reading.replies.oks import only_says_ok

#: Questions after which a yes sends the case.
_SENDS = (Asked.CASE_CONFIRM, Asked.CASE_CHANGE)
#: Offers of ours: a person, and to write when there is news.
_OFFERS = (Asked.PERSON, Asked.NEWS)
#: "Ok, then she isn't at home" says something else; "ok, do that please, I've had enough" takes it up.
_OPENS_WITH_OK = re.compile(
    r"\W*(?:ok(?:ay)?|k+|fine|right|al ?right|all right|well|good|great|cool|yeah|yep|sure|hm+|ah|oh)\b", re.IGNORECASE
)
_TAKES_IT_UP = re.compile(
    r"\b(?:please|pls|plz|do (?:that|it|so)|go (?:ahead|on|for it)|write|tell|let|send|pass|ask|forward|hand|get|person"
    r"|human|someone|somebody|notify|ping|e-?mail|yes|agree\w*|would (?:be|like)|that works|sounds)\b",
    re.IGNORECASE,
)
_FEWEST_OF_A_MATTER, _SURELY_AGREES = 6, 0.9
#: A yes that stands with thanks; a word for "ok" is none.
_PLAIN_YES = re.compile(r"\b(?:yes|send\w*)\b", re.IGNORECASE)
_DECLINES = (Reply.NO, Reply.NOTHING_TO_GIVE)
#: A no to a detail that is asked for has fewer words.
_WORDS_OF_A_DENIAL = 8


def with_consent(reply: Reply | None, heard: Heard, asked: Asked) -> Reply | None:
    """Give the reply, but no yes that would send a case where no word says it, and no "no" to something else."""
    if reply in _DECLINES and (only_says_ok(heard.text, heard.says) or _denies_something_else(heard, asked)):
        return None
    lacks_it = asked in _SENDS and not agrees_to_send(heard)
    elsewhere = asked in _OFFERS and _says_something_else(heard)
    return None if reply is Reply.YES and (lacks_it or elsewhere) else reply


def _says_something_else(heard: Heard) -> bool:
    """Tell whether a message takes up no offer: it thanks, only opens with an "ok", or resembles a yes a little."""
    if _only_thanks(heard):
        return True
    if not heard.english or heard.text.startswith("/") or asks_for_a_person(heard.text) or ends_with_a_yes(heard.text):
        return False
    if still_asks(heard.text):
        return True
    if _OPENS_WITH_OK.match(heard.text) and heard.words >= _FEWEST_OF_A_MATTER:
        return _TAKES_IT_UP.search(heard.text) is None
    return not agrees_in_words(heard.text) and heard.confidence < _SURELY_AGREES


def _denies_something_else(heard: Heard, asked: Asked) -> bool:
    """Tell whether what sounds like a no to our wish for an e-mail is none: it refuses another thing, or tells more."""
    if asked is not Asked.CASE_EMAIL or speaks_of_mail(heard.text) or gives_no_email(heard.text):
        return False
    if has_none_to_give(heard.text) or Said.NOTHING_TO_GIVE.value in heard.says:
        return False
    of_the_case = denied(heard.text) | taken_back(heard.text, heard.says)
    return bool(of_the_case) or heard.words >= _WORDS_OF_A_DENIAL


def _only_thanks(heard: Heard) -> bool:
    """Tell whether a message in another language surely thanks, and says no plain yes: it takes nothing up."""
    thanks = not heard.english and heard.intent == THANKS and heard.confidence >= _SURELY_AGREES
    return thanks and not (Said.SAYS_YES.value in heard.says or _PLAIN_YES.search(heard.text))


def agrees_to_send(heard: Heard) -> bool:
    """Tell whether a yes, an order to send it, or the wish for a person stands in the message; a button is a yes.

    "I don't want to ring them again" may resemble either, and is none.
    """
    if holds_back(heard.text, heard.says) or _only_thanks(heard):
        return False
    if heard.text.startswith("/") or _agrees_in_its_language(heard) or orders_to_send(heard.text, heard.says):
        return True
    if Said.REFUSES.value in heard.says:
        return False
    return asks_for_a_person(heard.text, heard.says) or agrees_in_words(heard.text) or ends_with_a_yes(heard.text)


def agrees_in_the_end(heard: Heard, asked: Asked) -> bool:
    """Tell whether a message takes up a case that is offered or shown in some later clause, whatever stands before."""
    if asked not in (Asked.PERSON, Asked.CASE_CONFIRM) or heard.answers:
        return False
    orders = asked is Asked.CASE_CONFIRM and orders_to_send(heard.text, heard.says)
    orders |= asked is Asked.CASE_CONFIRM and Said.ONLY_AGREES.value in heard.says
    return orders or (heard.english and ends_with_a_yes(heard.text)) or Said.AGREES_LAST.value in heard.says


def _agrees_in_its_language(heard: Heard) -> bool:
    return AFFIRM in (heard.answers, heard.opens_with) or Said.AGREES_LAST.value in heard.says
