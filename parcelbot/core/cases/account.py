"""Hold everything that was told for a case, and put it right by what was told later. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parcelbot.core.reading.facts.changed_back import without_what_is_changed_back
from parcelbot.core.reading.given_numbers.put_right_values import PartPutRight, with_values_put_right


@dataclass(frozen=True)
class CaseAccount:
    """Everything that was told for a case.

    `matters` are its names, the one that leads first, `ruled_out` those that it never was about. `said` is what the
    shopper typed, in order, `notes` the lines that were kept for it, `answered` the questions that had an answer.
    `number` is its parcel, `parcels` are all of its order, `order` is that order's number, `others` are orders that
    were named beside it. `occasion` is the message that it was begun by, where no matter names that; `state` names the
    parcel's state, for a case of which nothing is told. `facts` are those that were told once for all, by their names,
    each with a sentence that told it, `asides` the sentences that are of the talk alone.
    """

    matters: tuple[str, ...] = ()
    ruled_out: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    number: str = ""
    parcels: tuple[str, ...] = ()
    order: str = ""
    occasion: str = ""
    others: tuple[str, ...] = ()
    state: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    asides: tuple[str, ...] = ()


def with_right_fields(
    told: CaseAccount, right: Sequence[tuple[str, str]], parts: Sequence[PartPutRight]
) -> CaseAccount:
    """Put the facts right, which stand in fields, by what corrects them; what is quoted stays as it was said."""
    return replace(told, facts=tuple((name, put_right(sentence, right, parts)) for name, sentence in told.facts))


def put_right(text: str, right: Sequence[tuple[str, str]], parts: Sequence[PartPutRight]) -> str:
    """Give what stands in a field with the right values and the right parts of an address."""
    for part in parts:
        text = part.within(text)
    return with_values_put_right(text, right)


def without_messages_changed_back(told: CaseAccount) -> CaseAccount:
    """Leave out the messages that a later one has taken back by coming back to what was told before them."""
    said = without_what_is_changed_back(told.said)
    plain = [" ".join(text.split()) for text in told.said if text not in said]
    notes = tuple(note for note in told.notes if not any(note.rstrip(" ;.") in text for text in plain))
    facts = tuple((name, one) for name, one in told.facts if not any(one in text for text in plain))
    return replace(told, said=said, notes=notes, facts=facts, occasion="" if told.occasion in plain else told.occasion)
