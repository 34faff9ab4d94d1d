"""Find the sentence that a message is about: whoever tells of the day and then asks wants to hear of what was asked."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard, Sentence
from parcelbot.core.intents import COMPLAINT, OUT_OF_SCOPE, PARCEL_ARRIVED
from parcelbot.core.questions import BRING_A_FACT, DANGERS, GOODS, PLAN_QUESTIONS, QUESTIONS, TEAM_REQUESTS, Question
from parcelbot.core.reading.questions.sentences import asks_more_than_assent, wishes_for_something

#: A sentence's intent is believed from here on, its second question likewise.
_LEAST = 0.5
_LEAST_SECOND = 0.35
#: So much surer has a sentence to be than the whole message is, if it asks nothing.
_MUCH_SURER = 0.1
#: A message that brings a fact is kept as that from here on, whatever is asked in the end.
_BRINGS = 0.5
_FACTS = frozenset({*GOODS, *BRING_A_FACT, Question.PARCEL_STOLEN})
#: What is seen on goods only by who has them, and how surely a sentence has to tell of it.
_SEEN_ON_GOODS = frozenset({Question.ITEM_DAMAGED, Question.ITEM_WRONG})
_SURELY_SEEN = 0.85
#: A story that is of nothing here as a whole is not of what one of its sentences just resembles.
_SAYS_SOMETHING = frozenset({*QUESTIONS, *TEAM_REQUESTS, COMPLAINT, PARCEL_ARRIVED})


def with_the_goods_in_hand(heard: Heard) -> Heard:
    """Take a long message for the goods that a sentence of it tells of, where the whole resembles a missing parcel."""
    surely = {sentence.intent: sentence for sentence in heard.sentences if sentence.confidence >= _SURELY_SEEN}
    seen = next((surely[name] for name in surely if name in _SEEN_ON_GOODS), None)
    if seen is None or heard.intent != Question.DELIVERED_NOT_RECEIVED or Question.DELIVERED_NOT_RECEIVED in surely:
        return heard
    return replace(heard, intent=seen.intent, confidence=seen.confidence)


def to_the_point(heard: Heard) -> Heard:
    """Read a message by the sentence that asks; as it is where none does, where there is but one, or in danger.

    What the whole message brings as a fact stays, and the point is asked beside it.
    """
    if heard.intent in DANGERS or any(sentence.intent in DANGERS for sentence in heard.sentences):
        return heard
    read = [sentence for sentence in heard.sentences if _is_understood(sentence)]
    point = _asking(read) or _surest(read, heard)
    if point is None or _is_vaguer(point, heard):
        return heard
    follow_ups = _likelier(point.follow_ups, heard.follow_ups)
    if heard.intent in _FACTS and heard.confidence >= _BRINGS and not _second(point):
        asks_beside = point.intent in QUESTIONS and point.intent not in PLAN_QUESTIONS
        also = dict.fromkeys((*heard.also_asked, *([point.intent] if asks_beside else [])))
        return replace(heard, also_asked=tuple(also), follow_ups=follow_ups)
    says_something = point.intent in _SAYS_SOMETHING
    beside = tuple(name for name in heard.also_asked if name != point.intent) if says_something else ()
    if not (says_something or _second(point)):
        return replace(heard, also_asked=beside, follow_ups=follow_ups)
    sure = heard.confidence if point.intent == heard.intent else point.confidence
    return replace(heard, intent=point.intent, confidence=sure, also_asked=beside, follow_ups=follow_ups)


def _is_vaguer(point: Sentence, heard: Heard) -> bool:
    """Tell whether the point only asks for what the whole message says better: "nothing came. Where is it?"."""
    vague = point.intent == Question.WHERE_IS_MY_ORDER and not _second(point)
    return vague and heard.intent in _SAYS_SOMETHING


def _is_understood(sentence: Sentence) -> bool:
    sure = sentence.intent in _SAYS_SOMETHING and sentence.confidence >= _LEAST
    return sure or _second(sentence)


def _second(sentence: Sentence) -> bool:
    return bool(sentence.follow_ups) and sentence.follow_ups[0].belief >= _LEAST_SECOND


def _asking(read: list[Sentence]) -> Sentence | None:
    asking = (s for s in reversed(read) if asks_more_than_assent(s.text) or wishes_for_something(s.text))
    return next(asking, None)


def _surest(read: list[Sentence], heard: Heard) -> Sentence | None:
    """Choose the sentence that is much surer than the whole; None where none is."""
    surest = max(read, key=lambda sentence: sentence.confidence, default=None)
    if surest is None or surest.intent not in _SAYS_SOMETHING:
        return None
    unread = heard.intent not in _SAYS_SOMETHING and heard.intent != OUT_OF_SCOPE
    return surest if unread or surest.confidence > heard.confidence + _MUCH_SURER else None


def _likelier(ones: tuple[FollowUp, ...], others: tuple[FollowUp, ...]) -> tuple[FollowUp, ...]:
    """Put two readings together, each second question with the greater belief, likeliest first."""
    beliefs: dict[str, float] = {}
    for found in (*ones, *others):
        beliefs[found.name] = max(found.belief, beliefs.get(found.name, 0.0))
    return tuple(FollowUp(name, beliefs[name]) for name in sorted(beliefs, key=beliefs.__getitem__, reverse=True))
