"""Hear what a message asks besides, that says that it was asked something else than we answered."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.reading.questions.question_form import QuestionForm
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.replies.repeats import hears_the_same_again
from parcelbot.core.reading.text.clauses import split_sentences


def asks_beside_the_correction(heard: Heard) -> bool:
    """Tell whether another sentence of a message that corrects us asks something; elsewhere its phrases or a mark."""
    if not heard.english:
        return heard.form.marked
    return any(asks_something(one) and not _only_corrects(one) for one in split_sentences(heard.text))


def corrects_or_repeats(heard: Heard) -> bool:
    """Tell whether a message says that it was asked something else, or that it has read the same before."""
    return heard.form.corrects or hears_the_same_again(heard.text, heard.says)


def as_the_question_beside(heard: Heard) -> Heard:
    """Read a message that corrects us, or says that we repeat ourselves, as what its other sentence asks."""
    reproaches = corrects_or_repeats(heard)
    asking = [one for one in heard.sentences if asks_something(one.text) and not _only_corrects(one.text)]
    if not heard.english or not reproaches or not asking:
        return heard
    asked = asking[-1]
    return replace(heard, intent=asked.intent, confidence=asked.confidence, also_asked=(), follow_ups=asked.follow_ups)


def _only_corrects(sentence: str) -> bool:
    return QuestionForm(sentence).corrects or hears_the_same_again(sentence)
