"""Compose the messages of one turn: the answer stands before the plan, and nothing is told in it twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from parcelbot.core.language import Button
from parcelbot.core.sentence_marks import SentenceMark
from parcelbot.core.turn_facts import TurnFact


class TurnRole(Enum):
    """Purpose of a message in its turn.

    `STANDS` is an answer that tells how the parcel stands, so that its plan need not explain it once more, `INSTEAD`
    one that its plan would contradict. `ASIDE` is a word that goes with what is said before it.
    """

    REST = "rest"
    FEELING = "feeling"
    STATUS = "status"
    ANSWER = "answer"
    STANDS = "stands"
    INSTEAD = "instead"
    PLAN = "plan"
    ASIDE = "aside"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: the response that it is a text of, what that tells, and its text with every quotation.

    `sentences` are those of its text with what they ask for or hold out; () where none may be left out.
    """

    response: str
    text: str
    tells: frozenset[TurnFact] = frozenset()
    buttons: tuple[Button, ...] = ()
    whole: str = ""
    sentences: tuple[tuple[str, frozenset[SentenceMark]], ...] = ()

    @property
    def is_remark(self) -> bool:
        """True for what is said beside an answer."""
        return self.response.startswith(_REMARK)

    @property
    def weighs(self) -> frozenset[TurnFact]:
        """The facts for whose sake it is said."""
        return self.tells & _FACTS


@dataclass(frozen=True)
class Utterance:
    """One message to the shopper: paragraphs, buttons, and what the widget or the log read beside them.

    `brief` is what is said in its place where an answer has told how the parcel stands; None for all of it.
    """

    parts: tuple[Paragraph, ...]
    offered: tuple[Button, ...] = ()
    custom: Mapping[str, Any] = field(default_factory=dict)
    role: TurnRole = TurnRole.REST
    brief: tuple[Paragraph, ...] | None = None

    @property
    def text(self) -> str:
        """The paragraphs, an empty line between each two."""
        return "\n\n".join(part.text for part in self.parts)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons of its sentences, then those offered with it."""
        return (*(button for part in self.parts for button in part.buttons), *self.offered)


_REMARK = "utter_note_"
_FACTS = frozenset({TurnFact.CAUSE, TurnFact.CONTACT, TurnFact.HOLDER, TurnFact.PROTECTION})
#: Nothing stands between two sentences that end in these.
_FULL_STOPS = ("。", "！", "？")
_ANSWERS = (TurnRole.ANSWER, TurnRole.STANDS, TurnRole.INSTEAD)


def composed(messages: Sequence[Utterance], left_out: Collection[SentenceMark] = ()) -> list[Utterance]:
    """Order a turn's messages and leave out what another one of them tells, and the sentences of `left_out`."""
    ordered = _answer_first(_in_brief(messages))
    kept = [_without_the_told(message, ordered) for message in ordered]
    kept = [message for message in kept if message.parts]
    asked = [message for message in (_without_marked(message, left_out) for message in kept) if message.parts]
    return _joined(asked or kept)


def _without_marked(message: Utterance, left_out: Collection[SentenceMark]) -> Utterance:
    """Leave out the sentences that ask for what is known, or hold out what is there; not those with buttons."""
    if message.buttons or not left_out:
        return message
    parts = (_shorter(part, left_out) for part in message.parts)
    return replace(message, parts=tuple(part for part in parts if part.text))


def _shorter(part: Paragraph, left_out: Collection[SentenceMark]) -> Paragraph:
    kept = tuple((text, marks) for text, marks in part.sentences if marks.isdisjoint(left_out))
    text = "".join(sentence for sentence, _ in kept).strip()
    return part if len(kept) == len(part.sentences) else replace(part, text=text)


def _in_brief(messages: Sequence[Utterance]) -> list[Utterance]:
    """Take the plan in brief where an answer has told how the parcel stands, and leave it out where one contradicts."""
    told = [part for message in messages if _tells_how_it_stands(message) for part in message.parts]
    contradicted = any(message.role is TurnRole.INSTEAD for message in messages)
    kept = (message for message in messages if not (contradicted and message.role is TurnRole.PLAN))
    return [_shortened(message, told) if told else message for message in kept]


def _tells_how_it_stands(message: Utterance) -> bool:
    return message.role is TurnRole.STANDS or (
        message.role is TurnRole.ANSWER and TurnFact.CAUSE in _facts(message.parts)
    )


def _shortened(message: Utterance, told: Iterable[Paragraph]) -> Utterance:
    """Give the plan in brief, unless it names what the answer does not: a cause, or whom to turn to."""
    if message.brief is None or not _facts(message.parts) - {TurnFact.PROTECTION} <= _facts(told):
        return message
    return replace(message, parts=message.brief)


def _answer_first(messages: Sequence[Utterance]) -> list[Utterance]:
    """Put what answers the message before the plan of the same parcel, which stands right before it."""
    ordered: list[Utterance] = []
    for message in messages:
        at = len(ordered)
        while message.role in _ANSWERS and at and ordered[at - 1].role is TurnRole.PLAN:
            at -= 1
        ordered.insert(at, message)
    return ordered


def _without_the_told(message: Utterance, turn: Sequence[Utterance]) -> Utterance:
    others = [part for other in turn if other is not message for part in other.parts]
    kept = tuple(part for part in message.parts if not _is_told(part, message, others, turn))
    return replace(message, parts=kept)


def _is_told(part: Paragraph, message: Utterance, others: Collection[Paragraph], turn: Sequence[Utterance]) -> bool:
    """Tell whether another part of the turn makes this one superfluous."""
    if message.role is TurnRole.FEELING:
        return TurnFact.SORRY in part.tells and any(TurnFact.SORRY in other.tells for other in others)
    if part.is_remark and part.weighs:
        return part.weighs <= _facts(other for other in [*message.parts, *others] if not other.is_remark)
    if message.role in _ANSWERS and part.weighs:
        return any(part.weighs < other.weighs for other in others)
    if part.tells - {TurnFact.A_PERSON_DECIDES} == {TurnFact.WAIT} and message.role is TurnRole.PLAN:
        return any(TurnFact.WAIT in told.tells for other in turn if other.role in _ANSWERS for told in other.parts)
    return False


def _facts(parts: Iterable[Paragraph]) -> frozenset[TurnFact]:
    return frozenset().union(*(part.weighs for part in parts))


def _joined(messages: Sequence[Utterance]) -> list[Utterance]:
    """Say a feeling with the first answer, and a word aside with what stands before it: neither is a message."""
    feeling = next((message for message in messages if message.role is TurnRole.FEELING), None)
    host = next((message for message in messages if message is not feeling and "card" not in message.custom), None)
    said: list[Utterance] = []
    for message in messages:
        if message is feeling and host is not None:
            continue
        if message is host and feeling is not None:
            message = replace(message, parts=(_in_one_breath(feeling.parts[0], message.parts[0]), *message.parts[1:]))
        if message.role is TurnRole.ASIDE and said and _bears_more(said[-1]):
            said[-1] = replace(said[-1], parts=(*said[-1].parts, *message.parts), offered=message.offered)
        else:
            said.append(message)
    return said


def _in_one_breath(feeling: Paragraph, first: Paragraph) -> Paragraph:
    space = "" if feeling.text.endswith(_FULL_STOPS) else " "
    return replace(first, text=f"{feeling.text}{space}{first.text}", tells=feeling.tells | first.tells)


def _bears_more(message: Utterance) -> bool:
    return not message.buttons and "card" not in message.custom
