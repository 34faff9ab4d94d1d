"""Take a first message that names an order, and asks what no table knows, to a person: no parcel answers it."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard, Sentence
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import OUT_OF_SCOPE
from parcelbot.core.questions import QUESTIONS

#: From this belief on it is surely nothing that a table knows, and one of its sentences from that on something else.
_SURE, _SENTENCE = 0.7, 0.6
#: A longer one is a letter: it mostly has a second matter, which its parcel answers.
_FEWEST_WORDS, _MOST_WORDS = 6, 40


def take_unread_opening(talk: Talk) -> bool:
    """Hand over what a first message asks beside its order; False for any other message."""
    begins = not (talk.dialogue.row or talk.dialogue.case or talk.dialogue.ticket or talk.open or talk.number)
    if not begins or not _is_beyond_us(talk.heard) or talk.acts.language:
        return False
    talk.keep_the_matter()
    add_note(talk)
    talk.script.say("utter_goods_for_a_person")
    talk.ending.hand_over = talk.ending.noted = True
    return True


def _is_beyond_us(heard: Heard) -> bool:
    """Tell whether a message names an order and no parcel, and is surely nothing that a table knows."""
    surely = heard.intent == OUT_OF_SCOPE and heard.confidence >= _SURE and _FEWEST_WORDS <= heard.words <= _MOST_WORDS
    of_an_order = bool(heard.order_number) and not heard.numbers
    return surely and of_an_order and not (heard.also_asked or any(map(_is_known, heard.sentences)))


def _is_known(sentence: Sentence) -> bool:
    return sentence.intent in QUESTIONS and sentence.confidence >= _SENTENCE
