"""Take what a shopper has decided to do themselves: it is confirmed, with what matters in it."""

from __future__ import annotations

from parcelbot.core.answering.tables import table_of
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.questions import Question
from parcelbot.core.reading.wanted.dispute_words import opens_a_dispute

_ABOUT_DISPUTES = frozenset({"protection", "advice"})


def take_decision(talk: Talk) -> bool:
    """Confirm the dispute that is being opened on a marketplace; True when the message said so."""
    spoken_of = Question.SELLER_WAIT_OR_DISPUTE in (talk.known_before.issue, talk.known_before.question)
    spoken_of |= table_of(talk.dialogue.row) in _ABOUT_DISPUTES
    if not (talk.dialogue.row and _on_a_marketplace(talk) and opens_a_dispute(talk.heard.text, spoken_of)):
        return False
    if not talk.script.say("utter_decided_dispute"):
        return False
    talk.keep_the_matter()
    if talk.dialogue.case is not None:
        add_note(talk)
    return True


def _on_a_marketplace(talk: Talk) -> bool:
    enquiry = talk.enquiry(talk.plan_question)
    channel = enquiry.order.sales_channel if enquiry.order else enquiry.claims.sales_channel
    return channel == SalesChannel.ALIEXPRESS
