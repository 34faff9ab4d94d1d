"""Tell which second questions can be meant where the talk stands: belief in what makes no sense is shared out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.questions.only_asked import asks_marked_or_not, asks_or_is_marked
from parcelbot.core.dialogue.second_questions.belief_needed import LEAST_BELIEF, needed_belief
from parcelbot.core.dialogue.second_questions.believed import cannot_be_asked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import PROVIDE_DETAILS

#: However much of the belief is in what makes no sense, the rest does not count for more than this allows.
_LEAST_SHARED = 0.3
#: Of so few that are nearly all a question may ask, the likeliest is answered while a case is drafted.
_FEW, _NEARLY_ALL, _LEAST_OF_THE_FIRST = 3, 0.6, 0.2


def likely_here(talk: Talk, makes_sense: Callable[[str], bool]) -> Sequence[FollowUp]:
    """List what a message may ask here, likeliest first.

    The beliefs of the English model add up to one, so that those in what cannot be asked here belong to the rest;
    those of the other languages are of each by itself. What only states something was nothing that can be asked, and
    its beliefs are as little as they are.
    """
    found = talk.heard.follow_ups
    here = [f for f in found if not cannot_be_asked(talk, f.name) and makes_sense(f.name)]
    lost = sum(f.belief for f in found if f not in here) if _adds_up(talk.heard) else 0.0
    shared = max(1.0 - lost, _LEAST_SHARED)
    return [replace(f, belief=min(f.belief / shared, 1.0)) for f in here]


def _adds_up(heard: Heard) -> bool:
    return heard.english and asks_marked_or_not(heard)


def nearly_believed(talk: Talk, makes_sense: Callable[[str], bool]) -> Sequence[FollowUp]:
    """List what is believed once what makes no sense here is left out of account, then the likeliest of a few."""
    counts, takes_of_few = _counts(talk), _takes_of_few(talk)
    # to ask the tables of each is the dearest part of it
    here = likely_here(talk, makes_sense) if counts or takes_of_few else ()
    needed = needed_belief(talk)
    believed = [found for found in here if counts and found.belief >= needed]
    return [*believed, *(_likeliest_of_few(here) if takes_of_few else ())]


def _counts(talk: Talk) -> bool:
    return talk.heard.intent != PROVIDE_DETAILS and talk.acts.social is not Social.START_OVER


def _takes_of_few(talk: Talk) -> bool:
    """Tell whether a question may be taken for the likeliest: a case is drafted, and nobody is asked back then."""
    drafted = talk.dialogue.case is not None and talk.heard.english and asks_or_is_marked(talk.heard)
    return drafted and not talk.heard.gives_details and needed_belief(talk) <= LEAST_BELIEF


def _likeliest_of_few(here: Sequence[FollowUp]) -> Sequence[FollowUp]:
    few = here[:_FEW]
    fills = sum(found.belief for found in few) >= _NEARLY_ALL
    return [found for found in few[:1] if fills and found.belief >= _LEAST_OF_THE_FIRST]
