"""Take goods that are said not to be damaged or faulty for what else is told of them: a return, or a word more."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.intents import FALLBACK
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.cases.damage_denied import denies_damage, dislikes

_DAMAGED = Question.ITEM_DAMAGED.value
_FAULTS = frozenset({_DAMAGED, Question.ITEM_WRONG.value})
#: Asked by nobody who says that it is none.
_IS_IT_ONE = "is_it_a_fault"


def without_a_denied_fault(heard: Heard, told: bool) -> Heard:
    """Read a message without the fault that it denies. `told`: something was answered before, and it adds to that.

    Who begins by saying that an article has no fault wants to give it back or to exchange it all the same.
    """
    seconds = tuple(found for found in heard.follow_ups if found.name != _IS_IT_ONE)
    believed = heard.spoilt or seconds != heard.follow_ups or _FAULTS.intersection((heard.intent, *heard.also_asked))
    if not believed or heard.text.startswith("/") or not _denies_it(heard):
        return heard
    beside = tuple(name for name in heard.also_asked if name != _DAMAGED)
    heard = replace(heard, also_asked=beside, follow_ups=seconds, spoilt=False)
    if heard.intent == Question.ITEM_WRONG and (dislikes(heard.text) or Said.DISLIKES.value in heard.says):
        return replace(heard, intent=Question.RETURN_ITEM.value)
    if heard.intent != _DAMAGED:
        return heard
    if beside:
        return replace(heard, intent=beside[0], also_asked=beside[1:])
    return replace(heard, intent=FALLBACK if told else Question.RETURN_ITEM.value)


def _denies_it(heard: Heard) -> bool:
    return Said.UNDAMAGED.value in heard.says or denies_damage(heard.text)
