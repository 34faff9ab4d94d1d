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
#: Half of what the moment says is taken: with all of it what is rare there would hardly be heard any more. Measured by
#: `python -m benchmarks.nlu.in_situations`.
_TAKEN = 0.5


def as_asked_there(heard: Heard, dialogue: Dialogue, known: NextMessages) -> Heard:
    """Give a message with its second questions weighed by the moment of the talk, the likeliest few of them.

    A pressed button says what it means. In other languages each is believed by itself.
    """
    if heard.text.startswith("/"):
        return heard
    moments = known.after(_rows(dialogue), _standing(dialogue))
    of_one = _weighed if heard.english else _weighed_by_itself

    def weighed(found: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
        likeliest = sorted(of_one(found, moments, known), key=lambda one: -one.belief)
        return tuple(likeliest[:_MOST])

    sentences = tuple(replace(one, follow_ups=weighed(one.follow_ups)) for one in heard.sentences)
    return replace(heard, follow_ups=weighed(heard.follow_ups), sentences=sentences)


def _weighed(found: Sequence[FollowUp], moments: Sequence[TalkMoment], known: NextMessages) -> list[FollowUp]:
    """Weigh beliefs that add up to one with what is not among them: what one gains the others lose."""
    weights = [one.belief * known.times_likelier(one.name, moments) ** _TAKEN for one in found]
    whole = sum(weights) + max(0.0, 1.0 - sum(one.belief for one in found))
    return [replace(one, belief=weight / whole) for one, weight in zip(found, weights, strict=True)]


def _weighed_by_itself(found: Sequence[FollowUp], moments: Sequence[TalkMoment], known: NextMessages) -> list[FollowUp]:
    """Weigh the odds of each, where it is believed or not whatever the others are."""
    weights = [one.belief * known.times_likelier(one.name, moments) ** _TAKEN for one in found]
    return [
        replace(one, belief=weight / (weight + 1.0 - one.belief)) for one, weight in zip(found, weights, strict=True)
    ]


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
