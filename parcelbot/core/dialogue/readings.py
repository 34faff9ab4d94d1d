"""Read a message by the situation that it comes into: a list of readings, each of which may change what was heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Protocol

from parcelbot.core.answering.memory import FollowUp, Heard, Memory
from parcelbot.core.answering.next_messages import NextMessages
from parcelbot.core.answering.open_matters import SecondMatters
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.tables import table_of
from parcelbot.core.dialogue.cases.new_address import with_its_address
from parcelbot.core.dialogue.cases.own_order import of_the_own_order
from parcelbot.core.dialogue.hearing.another_order import of_another_order, without_the_known_order
from parcelbot.core.dialogue.hearing.apologies import as_an_apology
from parcelbot.core.dialogue.hearing.as_meant import as_meant
from parcelbot.core.dialogue.hearing.believed_intent import as_believed
from parcelbot.core.dialogue.hearing.confirming import with_the_counter
from parcelbot.core.dialogue.hearing.corrections import as_the_question_beside
from parcelbot.core.dialogue.hearing.known_numbers import of_a_known_parcel
from parcelbot.core.dialogue.hearing.own_question import (
    as_a_wish_for_the_door,
    as_thanks,
    without_false_numbers,
    without_irony,
)
from parcelbot.core.dialogue.hearing.supposing import as_supposed
from parcelbot.core.dialogue.hearing.the_point import to_the_point, with_the_goods_in_hand
from parcelbot.core.dialogue.hearing.unharmed import without_a_denied_fault
from parcelbot.core.dialogue.questions.asked_there import as_asked_there
from parcelbot.core.dialogue.questions.inside_the_matter import as_of_the_bill, inside_the_matter
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.told.beyond_parcels import without_the_goods_form
from parcelbot.core.dialogue.told.customs_told import with_its_customs
from parcelbot.core.dialogue.told.goods_told import at_the_counter, in_use, with_its_goods, with_what_came
from parcelbot.core.dialogue.told.wording_asked_for import take_wording

#: The table that names a parcel's carrier: a telephone asked for after it is that one's.
_CARRIER = "carrier"
#: What of a message is told of in a trace; of all else only that it changed, as it may be a shopper's own.
_TOLD = frozenset({"intent", "also_asked", "follow_ups", "status", "topic"})


@dataclass(frozen=True)
class Situation:
    """State that a message comes into: what is known, where the talk stands, and what is known of second questions.

    `matters` are what they belong to, `asked_next` where each is likely asked.
    """

    memory: Memory
    dialogue: Dialogue
    matters: SecondMatters
    asked_next: NextMessages = field(default_factory=NextMessages)

    @property
    def told(self) -> bool:
        """Tell whether something was answered before."""
        return bool(self.dialogue.row)

    @property
    def asked(self) -> Asked | None:
        """Our open question; None without one."""
        return self.dialogue.open.asked if self.dialogue.open else None

    @property
    def of_carrier(self) -> bool:
        """Tell whether the answer before named the carrier."""
        return table_of(self.dialogue.row) == _CARRIER

    @property
    def has_case(self) -> bool:
        """Tell whether a case is drafted or with the team."""
        return bool(self.dialogue.case or self.dialogue.ticket)


class Read(Protocol):
    """Function that a reading is."""

    def __call__(self, heard: Heard, now: Situation, /) -> Heard:
        """Read a message in the light of the situation; what it has no say in it gives back as it is."""


@dataclass(frozen=True)
class MessageReading:
    """Reading by its name, with the reason why it stands where it stands.

    `told`: it reads only what comes after an answer (True), or only before one (False); None for both.
    """

    name: str
    why: str
    read: Read
    told: bool | None = None

    def holds(self, now: Situation) -> bool:
        """Tell whether it has a say in this situation."""
        return self.told is None or self.told == now.told


@dataclass(frozen=True)
class ReadChange:
    """Change that a reading made: its name, and each field that is another now, as it was and as it is."""

    reading: str
    fields: tuple[str, ...]

    def __str__(self) -> str:
        """Word it for a log: `inside_the_matter: intent change_address -> nlu_fallback`."""
        return f"{self.reading}: {', '.join(self.fields)}"


#: Read from the top: first what a message says as a whole, then what it means, then how far that is believed.
READINGS: tuple[MessageReading, ...] = (
    MessageReading(
        "as_asked_there",
        "first of all: how likely each question is here is known before a word is read",
        lambda heard, now: as_asked_there(heard, now.dialogue, now.asked_next),
    ),
    MessageReading(
        "without_a_denied_fault",
        "before the words: a fault that is denied would draw every other reading to it",
        lambda heard, now: without_a_denied_fault(heard, now.told),
    ),
    MessageReading(
        "with_the_goods_in_hand",
        "an opening tells a story: what lies in the hand is what it is about",
        lambda heard, _: with_the_goods_in_hand(heard),
        told=False,
    ),
    MessageReading(
        "to_the_point",
        "before the words are read: later on a story ends in the sentence that asks",
        lambda heard, _: to_the_point(heard),
        told=True,
    ),
    MessageReading(
        "without_irony",
        "before praise or a wish is taken at its word",
        lambda heard, _: without_irony(heard),
        told=True,
    ),
    MessageReading(
        "as_a_wish_for_the_door",
        "behind the irony, as a mocking wish is none",
        lambda heard, _: as_a_wish_for_the_door(heard),
        told=True,
    ),
    MessageReading(
        "as_thanks",
        "behind all that a sentence may ask: what is left is courtesy",
        lambda heard, _: as_thanks(heard),
        told=True,
    ),
    MessageReading(
        "as_an_apology",
        "beside the thanks, as courtesy of the same kind: it resembles a complaint",
        lambda heard, _: as_an_apology(heard),
        told=True,
    ),
    MessageReading(
        "as_the_question_beside",
        "before words are read: who says that it was asked otherwise asks what else there is",
        lambda heard, _: as_the_question_beside(heard),
        told=True,
    ),
    MessageReading(
        "as_supposed",
        "behind it: what a question supposes is neither so nor wished",
        lambda heard, _: as_supposed(heard),
        told=True,
    ),
    MessageReading(
        "as_meant",
        "behind the point, as its rules read the sentence that was found; before belief, as what words say is sure",
        lambda heard, now: as_meant(heard, now.told, now.asked, now.of_carrier),
    ),
    MessageReading(
        "as_of_the_bill",
        "before belief: a name that is given for a bill resembles an address, however surely",
        lambda heard, now: as_of_the_bill(heard, now.dialogue, now.matters),
    ),
    MessageReading(
        "as_believed",
        "behind all that makes an intent sure",
        lambda heard, now: as_believed(heard, now.told, now.asked),
    ),
    MessageReading(
        "inside_the_matter",
        "behind belief, as another matter needs more of it",
        lambda heard, now: inside_the_matter(heard, now.dialogue, now.matters),
    ),
    MessageReading(
        "take_wording",
        "behind belief: what was asked for is the answer, however little it resembles one",
        lambda heard, now: take_wording(heard, now.asked),
    ),
    MessageReading(
        "without_false_numbers",
        "before an order or a parcel is looked up",
        lambda heard, _: without_false_numbers(heard),
    ),
    MessageReading(
        "of_a_known_parcel",
        "behind the false ones: digits that are a parcel's of this talk are no order's",
        lambda heard, now: of_a_known_parcel(heard, now.memory, now.dialogue.plans),
    ),
    MessageReading(
        "with_the_counter",
        "once the intent stands: what comes next is asked of the days that are left",
        lambda heard, now: with_the_counter(heard, now.memory),
    ),
    MessageReading(
        "of_the_own_order",
        "once the numbers stand: another's are not looked up",
        lambda heard, now: of_the_own_order(heard, now.memory, now.has_case),
    ),
    MessageReading(
        "without_the_known_order",
        "once the numbers stand: what was given is no detail again, and would drown the question beside it",
        lambda heard, now: without_the_known_order(heard, now.memory, now.has_case),
    ),
    MessageReading(
        "of_another_order",
        "once the numbers stand: how another order is, is asked of that one; what words tell of its goods comes behind",
        lambda heard, now: of_another_order(heard, now.memory, now.asked),
        told=True,
    ),
    MessageReading(
        "at_the_counter",
        "before the goods: what keeps a parcel back resembles them",
        lambda heard, now: at_the_counter(heard, now.memory),
    ),
    MessageReading(
        "with_its_goods",
        "what is told of goods outweighs what was believed of the way",
        lambda heard, _: with_its_goods(heard),
    ),
    MessageReading(
        "with_what_came",
        "behind the goods: who has it and tells nothing of them asks for no parcel",
        lambda heard, now: with_what_came(heard, now.memory),
    ),
    MessageReading(
        "in_use",
        "behind the goods, as what is worn or washed is no damage among them",
        lambda heard, now: in_use(heard, now.memory),
    ),
    MessageReading(
        "without_the_goods_form",
        "behind all that takes something for goods that came wrong",
        lambda heard, now: without_the_goods_form(heard, now.memory),
    ),
    MessageReading(
        "with_its_customs",
        "behind the goods: a paper or a paid charge is of customs, whatever came",
        lambda heard, _: with_its_customs(heard),
    ),
    MessageReading(
        "with_its_address",
        "last: a danger at the address outweighs all else that was told",
        lambda heard, _: with_its_address(heard),
    ),
)


def read_in(
    heard: Heard, now: Situation, readings: Sequence[MessageReading] = READINGS
) -> tuple[Heard, tuple[ReadChange, ...]]:
    """Give a message as it is meant in its situation, and which reading changed what."""
    changes = []
    for reading in readings:
        if not reading.holds(now):
            continue
        before, heard = heard, reading.read(heard, now)
        if changed := tuple(_changed(before, heard)):
            changes.append(ReadChange(reading.name, changed))
    return heard, tuple(changes)


def _changed(before: Heard, after: Heard) -> Iterator[str]:
    """Word each field that two readings of a message have differently."""
    if after is before:
        return
    for name in (one.name for one in fields(Heard)):
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield f"{name} {_worded(was)} -> {_worded(now)}" if name in _TOLD else name


def _worded(value: Any) -> str:
    """Word what a field holds by names alone."""
    names = (value,) if isinstance(value, str) else value
    worded = (f"{one.name} {one.belief:.2f}" if isinstance(one, FollowUp) else str(one) for one in names)
    return "+".join(worded) or "nothing"
