"""Take the wish for another size or colour of what was ordered, before anything has left."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.dialogue.answers.answering import tell_decided
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.parcels.which_parcel import ask_for_parcel, settle_parcel
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.questions import Question
from parcelbot.core.reading.orders.other_article import wants_another_article

#: Second question for which a person is needed while the order has not left.
OTHER_ARTICLE = "other_article"


def take_another_article(talk: Talk) -> bool:
    """Take the wish for another size or colour down before the order leaves; False where it is no such wish then."""
    wishes = wants_another_article(talk.heard.text)
    wished = wishes or (talk.heard.gives_details and any(map(wants_another_article, talk.dialogue.notes)))
    if not wished or talk.dialogue.case is not None or talk.dialogue.ticket:
        return False
    settled = settle_parcel(talk)
    decided = talk.around.answer(replace(talk.enquiry(Question.WHERE_IS_MY_ORDER), follow_up=OTHER_ARTICLE))
    if settled and not decided.facts.unsent:
        return False
    # what it resembles, such as a return, is not asked of what is still here; of what came it waits for the order
    asked = talk.acts.questions
    talk.acts = replace(talk.acts, questions=())
    talk.keep_the_matter()
    if wishes:
        add_note(talk)
    if settled:
        talk.note(pending=())
        tell_decided(talk, decided)
    else:
        ask_for_parcel(talk, asked or [Question.WHERE_IS_MY_ORDER])
    return True
