"""End all that was open about the way of a parcel once its shopper has it: it is a state, whatever is asked later."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.cases.matters import is_settled_by_arrival, leading
from parcelbot.core.dialogue.parcels.each_parcel import says_one_came
from parcelbot.core.dialogue.questions.asked_now import told_status
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.dialogue.watching import end_of_waiting
from parcelbot.core.parcel.shipment import may_be_here
from parcelbot.core.questions import PLAN_QUESTIONS, Question
from parcelbot.core.reading.told.telling import Told

#: What we ask of a parcel that is not there yet.
_ASKED_ON_THE_WAY = frozenset({Asked.MISSING, Asked.CHECK, Asked.NEWS})


def settle_what_came(talk: Talk) -> None:
    """End the way of a parcel that this message tells for the first time to be with its shopper."""
    new = Told.IN_HAND in talk.memory.told - talk.known_before.told
    of_several = len(parcels_of(talk, talk.memory)) > 1 and says_one_came(talk.heard.text)
    if new and not of_several and may_be_here(told_status(talk)):
        end_its_way(talk)


def end_its_way(talk: Talk) -> None:
    """Leave of the matters only what a parcel that is here leaves open: no question, no day and no search stays."""
    on_the_way = talk.open is not None and talk.open.asked in _ASKED_ON_THE_WAY
    pending = tuple(name for name in talk.dialogue.pending if name not in PLAN_QUESTIONS)
    talk.note(open=None if on_the_way else talk.open, pending=pending)
    _end_its_plan(talk)
    if not talk.dialogue.ticket:
        _leave_what_it_settles(talk)
    end_of_waiting(talk)


def _end_its_plan(talk: Talk) -> None:
    """Leave of its plan that it is here: no day is waited for, also where the scans lag behind."""
    plan = talk.dialogue.plan_of(talk.number)
    if plan is not None:
        row = talk.decide(Question.WHERE_IS_MY_ORDER).answer.row_name
        talk.dialogue = talk.dialogue.with_plan(talk.number, replace(plan, row=row, wait_until=""))


def _leave_what_it_settles(talk: Talk) -> None:
    left = tuple(matter for matter in talk.dialogue.matters if not is_settled_by_arrival(matter))
    now = talk.memory.issue if talk.memory.issue != talk.known_before.issue else ""
    talk.note(matters=left, notes=talk.dialogue.notes if left else (), occasion="")
    talk.remember(issue=now if now and not is_settled_by_arrival(now) else leading(left), question="")
