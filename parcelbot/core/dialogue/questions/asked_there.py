"""Weigh what a message may ask by what is asked where the talk stands: "which one?" at a counter, or of two orders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.next_messages import NextMessages, TalkMoment, TalkStanding
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.state import Dialogue

#: Of so many the rest of the dialogue knows: what is likely less is chance.
_MOST = 3
#: A part of what the moment says is taken: with all of it what is rare there would hardly be heard any more. As many
#: are named rightly with three tenths as with five (`python -m benchmarks.nlu.next_elsewhere` and `in_situations`).
_TAKEN = 0.3
#: Beliefs that add up to so much are of several sentences: in other languages each that asks was read by itself.
_OF_SEVERAL = 1.5


def as_asked_there(heard: Heard, dialogue: Dialogue, known: NextMessages) -> Heard:
    """Give a message with its second questions weighed by the moment of the talk, the likeliest few of them.

    A pressed button says what it means.
    """
    if heard.text.startswith("/"):
        return heard
    moments = known.after(_rows(dialogue), _standing(dialogue))

    def likeliest(found: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
        return tuple(weighed(found, moments, known)[:_MOST])

    sentences = tuple(replace(one, follow_ups=likeliest(one.follow_ups)) for one in heard.sentences)
    return replace(heard, follow_ups=likeliest(heard.follow_ups), sentences=sentences)


def weighed(found: Sequence[FollowUp], moments: Sequence[TalkMoment], known: NextMessages) -> list[FollowUp]:
    """Weigh beliefs by the moment, the likeliest first: what one gains those lose that are asked in its stead.

    Beside one of several sentences nothing is asked in its stead but what it does not say itself.
    """
    weights = [one.belief * known.times_likelier(one.name, moments) ** _TAKEN for one in found]
    believed = sum(one.belief for one in found)
    whole = sum(weights) + max(0.0, 1.0 - believed)
    by_itself = believed >= _OF_SEVERAL
    beliefs = [
        weight / (weight + 1.0 - one.belief if by_itself else whole) for one, weight in zip(found, weights, strict=True)
    ]
    named = [replace(one, belief=belief) for one, belief in zip(found, beliefs, strict=True)]
    return sorted(named, key=lambda one: -one.belief)


def _rows(dialogue: Dialogue) -> Iterator[str]:
    """Give the row that was told last, then the one that the parcel's plan was decided by."""
    yield dialogue.told or dialogue.row
    plan = dialogue.plan_of(dialogue.parcel)
    if plan is not None:
        yield plan.row


def _standing(dialogue: Dialogue) -> TalkStanding | None:
    """Tell how a talk stands beside its last answer; None where a parcel is all that it is about."""
    if dialogue.case is not None:
        asked = dialogue.open.asked if dialogue.open else None
        return TalkStanding.CASE_SHOWN if asked in (Asked.CASE_CONFIRM, Asked.CASE_CHANGE) else TalkStanding.CASE_BEGUN
    if dialogue.ticket:
        return TalkStanding.CASE_SENT
    waits = dialogue.open is not None and dialogue.open.asked is Asked.PARCEL
    return TalkStanding.NUMBER_WANTED if waits and not dialogue.row else None
