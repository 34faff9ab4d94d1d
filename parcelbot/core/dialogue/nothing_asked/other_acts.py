"""Answer a message that asks nothing about a parcel: a wish for a person, a courtesy, a complaint, something told."""

from __future__ import annotations

from parcelbot.core.dialogue.answers.left_open import leave_open, says_what_no_table_knows, take_a_detail_of_nothing
from parcelbot.core.dialogue.cases.beside_a_case import say_that_it_is_noted
from parcelbot.core.dialogue.cases.statements import (
    adds_to_a_case,
    says_something,
    tells_of_goods_not_found,
    tells_what_no_field_takes,
)
from parcelbot.core.dialogue.drafts.sending import has_a_case, tell_who_reads
from parcelbot.core.dialogue.drafts.tickets import tell_own_tickets
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.nothing_asked.case_additions import put_in_the_case
from parcelbot.core.dialogue.nothing_asked.complaints import answer_complaint
from parcelbot.core.dialogue.nothing_asked.smalltalk import answer_social, not_understood, takes_leave
from parcelbot.core.dialogue.questions.asked_now import has_the_goods, holds_the_goods
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import NO_DETAILS, PROVIDE_DETAILS
from parcelbot.core.reading.questions.sentences import asks_beside_thanks
from parcelbot.core.reading.replies.partings import blesses

_THANKS = (Social.THANKS, Social.FEEDBACK_USEFUL, Social.AFFIRM)


def answer_other_acts(talk: Talk) -> None:
    """Answer a message that asks nothing about a parcel."""
    if _strikes_out(talk):
        put_in_the_case(talk)
    elif talk.heard.asks_language:
        talk.script.ask("utter_language_changed", talk.around.language_words)
    elif talk.acts.asks_for_ticket:
        tell_own_tickets(talk)
    elif talk.acts.wants_person:
        (tell_who_reads if has_a_case(talk) and asks_or_is_marked(talk.heard) else say_that_it_is_noted)(talk)
        talk.ending.wanted = True
    elif talk.acts.social in _THANKS and talk.number and _asks_beside_thanks(talk.heard.text):
        leave_open(talk)
    elif talk.acts.social and not tells_of_goods_not_found(talk):
        answer_social(talk, talk.acts.social)
    elif (has_the_goods(talk) or (holds_the_goods(talk) and not talk.number)) and says_something(talk):
        leave_open(talk)
    elif talk.acts.complains:
        answer_complaint(talk)
    elif adds_to_a_case(talk):
        put_in_the_case(talk)
    elif talk.acts.language:
        talk.ending.offer = True
    elif tells_what_no_field_takes(talk):
        leave_open(talk)
    elif talk.heard.intent in (PROVIDE_DETAILS, NO_DETAILS):
        take_a_detail_of_nothing(talk)
    elif takes_leave(talk):
        answer_social(talk, Social(talk.heard.intent))
    elif says_what_no_table_knows(talk):
        leave_open(talk)
    else:
        not_understood(talk)


def _asks_beside_thanks(text: str) -> bool:
    """Tell whether thanks ask something as well; "may you be blessed" only wishes."""
    return asks_beside_thanks(text) and not blesses(text)


def _strikes_out(talk: Talk) -> bool:
    """Tell whether a message has taken something out of the case that is drafted: that is never "not understood"."""
    return talk.dialogue.case is not None and bool(set(talk.was.matters).difference(talk.dialogue.matters))
