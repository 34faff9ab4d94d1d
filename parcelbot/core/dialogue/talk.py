"""Carry one turn through the planner: what was heard, what is known, what is said, and how the reply ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from parcelbot.core.answering.claims import Checks, read_claims
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.memory import DELIVERED_CHECKS, NO_PARCEL, Heard, Memory
from parcelbot.core.answering.open_matters import open_matter
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.answering.tables import Escalate, Then
from parcelbot.core.dialogue.hearing.acts import Acts
from parcelbot.core.dialogue.script import Script
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.surroundings import Surroundings
from parcelbot.core.questions import GOODS, SETTLEMENTS, WISHES, Question
from parcelbot.core.reading.told.telling import Told
from parcelbot.core.watching.watch import WatchChanges

_CHOSEN = {Question.REFUND_WANTED: Told.MONEY_CHOSEN, Question.REPLACEMENT_WANTED: Told.GOODS_CHOSEN}


def _chosen_in(matters: Iterable[str]) -> frozenset[Told]:
    """Give the choice between money and goods that the matters of a case hold, if it is one of the two."""
    chosen = SETTLEMENTS.intersection(map(Question, matters))
    return frozenset(_CHOSEN[question] for question in chosen) if len(chosen) == 1 else frozenset()


def _asks_for_the_contact(enquiry: Enquiry) -> bool:
    return enquiry.question is Question.CARRIER_CONTACT and not enquiry.follow_up


@dataclass
class Ending:
    """Ending of a reply, gathered while its answers are given.

    `hand_over` is what a row demands, `wanted` what the shopper does. `decided` is the answer that the ending belongs
    to; None while nothing was answered. `add_to_case`: what was said goes on the case that the team has,
    `tells_of_adding`: that is still to be said, `declined`: no person is wanted, `keeps_offer`: one was named, and a
    plain yes fetches them. `asked` is true once this very turn put a question, `case_moved` once it filled in the
    case, `noted` once it said that a line was taken in. `begins`: so many messages stand before the answer.
    """

    hand_over: bool = False
    wanted: bool = False
    asked: bool = False
    case_moved: bool = False
    offer: bool = False
    keeps_offer: bool = False
    checklist: bool = False
    invites: Asked | None = None
    decided: DecidedEnquiry | None = None
    open_case: bool = False
    add_to_case: bool = False
    tells_of_adding: bool = False
    declined: bool = False
    noted: bool = False
    begins: int = 0

    def take(self, decided: DecidedEnquiry) -> None:
        """Take what a row wants to happen after it."""
        then: Then = decided.answer.row.then
        self.decided = decided
        self.hand_over |= then.escalate is Escalate.NOW
        self.offer |= then.escalate is Escalate.OFFER
        self.checklist |= bool(then.checklist)
        self.invites = then.invites or self.invites


@dataclass
class Talk:
    """One turn while it is planned.

    `memory` and `dialogue` are replaced as it goes on; `known_before` and `was` are both as it began. `planned` are the
    plans told or kept in this turn, by tracking number; `watching` is what changes about messages of ours.
    """

    heard: Heard
    acts: Acts
    around: Surroundings
    script: Script
    memory: Memory
    dialogue: Dialogue
    known_before: Memory
    was: Dialogue = field(default_factory=Dialogue)
    ending: Ending = field(default_factory=Ending)
    planned: dict[str, DecidedEnquiry] = field(default_factory=dict)
    watching: WatchChanges = field(default_factory=WatchChanges)

    @property
    def number(self) -> str:
        """The settled parcel's number; "" for none."""
        return "" if self.memory.parcel == NO_PARCEL else self.memory.parcel

    @property
    def open(self) -> OpenQuestion | None:
        """The question that waits for an answer."""
        return self.dialogue.open

    def remember(self, **changes: Any) -> None:
        """Change the memory."""
        self.memory = replace(self.memory, **changes)

    def keep_the_matter(self) -> None:
        """Leave what the case is about as it was before this message, which only resembled something else."""
        self.remember(issue=self.known_before.issue, question=self.known_before.question)

    def waits_for(self, asked: Asked) -> bool:
        """Tell whether this question is the open one."""
        return self.open is not None and self.open.asked is asked

    def note(self, **changes: Any) -> None:
        """Change the state of the dialogue."""
        self.dialogue = replace(self.dialogue, **changes)

    def asks(self, asked: Asked, **details: Any) -> None:
        """Note that this question is open from now on; it counts how often it was put."""
        before = self.open
        again = before is not None and before.asked is asked and before.about == details.get("about", "")
        self.ending.asked = True
        self.note(open=OpenQuestion(asked, times=before.times + 1 if again and before else 1, **details))

    def as_left(self, waiting: OpenQuestion | None) -> Dialogue:
        """Give the state as this turn leaves it: what was asked before it and stays open is a turn older."""
        left = replace(self.dialogue, said=self.script.said)
        if waiting is None or left.open != waiting:
            return left
        return replace(left, open=replace(waiting, since=waiting.since + 1))

    def promise_answer(self) -> str:
        """Word the moment by which a person would answer, and keep it: the case will not be answered later."""
        due = self.around.due(self.memory, self.dialogue)
        self.note(answer_due=due.at.isoformat())
        return due.words

    def enquiry(self, question: Question, number: str | None = None) -> Enquiry:
        """Build the enquiry of a question about the parcel, with all that was said and checked."""
        memory, of = self.memory, self.number if number is None else number
        claims = read_claims(memory.claims, question, self.today)
        plan = self.dialogue.plan_of(of)
        return Enquiry(
            question=question,
            number=of,
            order=self.around.identify(memory).order,
            claims=replace(claims, told=claims.told | self.told),
            checks=Checks(**memory.checks),
            repeat=bool(self.dialogue.ticket) and self.dialogue.parcel == of,
            plan_day=plan.day if of and plan else None,
            matter=open_matter(self.dialogue.open_matters),
            goods=self.about_goods,
            missing=self.missing_told,
            wished=bool(WISHES.intersection(self.dialogue.matters)),
            writes_first=bool(of) and self.around.writes_first,
            photo_held=bool(self.around.files),
            detail=memory.detail,
            order_named=bool(memory.order_number),
        )

    def decide(self, question: Question) -> DecidedEnquiry:
        """Decide a question about the parcel."""
        return self.around.answer(self.enquiry(question))

    def words(self, decided: DecidedEnquiry) -> Mapping[str, str]:
        """Give the placeholders of an answer, with the day of the parcel's plan.

        Who asks how to reach the carrier is told in full each time.
        """
        words = self.around.words(decided, self.plan_day)
        return (
            {**words, "carrier_contact_again": "", "carrier_contact_above": ""}
            if _asks_for_the_contact(decided.enquiry)
            else words
        )

    @property
    def plan_day(self) -> date | None:
        """The day the parcel's plan waits for; None without one."""
        plan = self.dialogue.plan_of(self.number)
        return plan.day if plan else None

    @property
    def today(self) -> date:
        """The shop's date."""
        return self.around.today

    @property
    def plan_question(self) -> Question:
        """The question that the parcel's plan is about."""
        return Question(self.memory.question or Question.WHERE_IS_MY_ORDER)

    @property
    def wants_nobody(self) -> bool:
        """True while no person is wanted: one was declined, or passed over, or nobody is wanted at all."""
        return self.dialogue.declined or Told.NO_PERSON in self.memory.told

    @property
    def about_goods(self) -> bool:
        """True when goods that are wrong were answered for or wait for a parcel, or the shopper sent some back."""
        matters = (*self.dialogue.matters, *self.dialogue.pending)
        return bool(GOODS.intersection(matters) or self.memory.claims.get("sent_back"))

    @property
    def in_hand(self) -> bool:
        """True once the shopper has told that the parcel is with them, until they say that it is not."""
        return Told.IN_HAND in self.memory.told

    @property
    def told(self) -> frozenset[Told]:
        """The facts that the shopper has told once for all, the choice between money and goods among them."""
        return self.memory.told | _chosen_in(self.was.matters)

    @property
    def missing_told(self) -> bool:
        """True when the shopper has said of what is marked as delivered that it is not there."""
        matters = (*self.dialogue.matters, *self.dialogue.pending, self.memory.issue, self.memory.question)
        return Question.DELIVERED_NOT_RECEIVED in matters and not self.in_hand

    @property
    def was_missed(self) -> bool:
        """True when the shopper had said before this message that it is not there."""
        matters = (*self.was.matters, self.known_before.issue, self.known_before.question)
        return Question.DELIVERED_NOT_RECEIVED in matters and Told.IN_HAND not in self.known_before.told

    @property
    def next_check(self) -> str:
        """The next step of the delivered-but-missing list; "" when all are answered."""
        return next((name for name in DELIVERED_CHECKS if getattr(self.memory, name) is None), "")


def parcels_of(talk: Talk, memory: Memory) -> Sequence[str]:
    """List the parcels to choose from: the order's, in its own order, else those that were given together."""
    order = talk.around.identify(memory).order
    return (order.parcels if order else ()) or memory.several
