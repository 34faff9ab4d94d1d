"""Give what a shopper told of a case a line each with a title of its own, in the sentence that told it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parcelbot.core.reading.told.telling import Told

NEW_ADDRESS = "new_address"
#: Name and English title of each line, in the order in which an agent reads them.
FACT_TITLES: Mapping[str, str] = {
    "needed": "Needed by",
    "last_day": "Deadline",
    "missing": "Missing",
    "found_in_it": "Found in it",
    "size": "Size",
    "confirmed": "Receipt confirmed",
    "paid": "Paid",
    "refund_to": "Money back",
    "papers": "Papers or ID",
    "name": "Name",
    "phone": "Telephone",
    "contact": "Getting in touch",
    NEW_ADDRESS: "New address",
    "po_box": "PO box",
    "address": "About the address",
    "receiver": "Who it is for",
    "collects": "Collecting it",
    "at_the_door": "At the door",
    "nobody_there": "Nobody there",
    "carrier": "With the carrier",
    "where_now": "Where it is",
    "packing": "Packaging",
}
_LINE_OF: Mapping[Told, str] = {
    Told.NEEDED_BY: "needed",
    Told.PART_MISSING: "missing",
    Told.CAME_EMPTY: "missing",
    Told.VALUABLE_FOUND: "found_in_it",
    Told.ANOTHERS_GOODS: "found_in_it",
    Told.SOMETHING_ALIVE: "found_in_it",
    Told.WRONG_SIZE: "size",
    Told.RECEIPT_CONFIRMED: "confirmed",
    Told.CHARGE_PAID: "paid",
    Told.PAID_NO_ORDER: "paid",
    Told.PAYMENT_PENDING: "paid",
    Told.REFUNDED: "refund_to",
    Told.CARD_GONE: "refund_to",
    Told.ID_ASKED: "papers",
    Told.SELLER_PAPER: "papers",
    Told.OTHER_NAME: "name",
    Told.NAME_AT_DOOR: "name",
    Told.PHONE_WRONG: "phone",
    Told.CANNOT_CALL: "contact",
    Told.KEEP_SECRET: "contact",
    Told.PO_BOX: "po_box",
    Told.MOVED: "address",
    Told.NOT_THERE: "address",
    Told.OWN_SLIP: "address",
    Told.FLAT_LEFT_OUT: "address",
    Told.NO_SUCH_HOUSE: "address",
    Told.FOR_ANOTHER: "receiver",
    Told.OTHER_COLLECTS: "collects",
    Told.CANNOT_GO: "collects",
    Told.WAS_THERE: "collects",
    Told.KEPT_FROM: "collects",
    Told.LOCKER_FULL: "collects",
    Told.NO_WAY_IN: "at_the_door",
    Told.HEARS_BADLY: "at_the_door",
    Told.DOGS_THERE: "at_the_door",
    Told.SOMEBODY_THERE: "at_the_door",
    Told.UNSAFE_THERE: "at_the_door",
    Told.AWAY: "nobody_there",
    Told.CLOSED_THEN: "nobody_there",
    Told.MAIL_STOPPED: "nobody_there",
    Told.INQUIRY_OPEN: "carrier",
    Told.CARD_READ: "carrier",
    Told.DRIVERS_CONDUCT: "carrier",
    Told.FORWARDED: "carrier",
    Told.IN_HAND: "where_now",
    Told.LEFT_NEXT_DOOR: "where_now",
    Told.CARRIED_OFF: "where_now",
    Told.PACKING_GONE: "packing",
}

#: Lines that tell of the goods themselves.
OF_GOODS = frozenset({"missing", "found_in_it", "size", "packing"})
#: "I forgot to say, …" is no more than what follows it.
_SHORTEST_THAT_TELLS = 30


def has_a_line(told: Iterable[Told]) -> bool:
    """Tell whether one of these facts has a line of its own in a case."""
    return any(fact in _LINE_OF for fact in told)


@dataclass(frozen=True)
class FactLine:
    """A line of a case: the names of what it tells, its value if it has one, and the sentences that told it."""

    names: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    value: str = ""

    @property
    def title(self) -> str:
        """Its title as agents read it: "Name, collecting it"."""
        first, *others = (FACT_TITLES[name] for name in self.names)
        return ", ".join((first, *(_in_mid_sentence(title) for title in others)))


def fact_lines(told: Iterable[tuple[str, str]]) -> tuple[FactLine, ...]:
    """Put facts, each by its name with its sentence, into lines: a sentence that tells two of them stands once."""
    named = [(_LINE_OF[Told(fact)], sentence) for fact, sentence in told if Told(fact) in _LINE_OF]
    of_sentence = {sentence: tuple(name for name in FACT_TITLES if (name, sentence) in named) for _, sentence in named}
    whole = {one: names for one, names in of_sentence.items() if not _is_part_of_another(one, of_sentence)}
    lines: dict[tuple[str, ...], list[str]] = {}
    for sentence, names in whole.items():
        lines.setdefault(names, []).append(sentence)
    return _in_order(FactLine(names, tuple(sentences)) for names, sentences in lines.items())


def with_values(lines: Sequence[FactLine], values: Mapping[str, str]) -> tuple[FactLine, ...]:
    """Put values, by the name of their line, to what told of them: the date to "it is my sister's wedding"."""
    filled = list(lines)
    for name, value in values.items():
        place = next((place for place, line in enumerate(filled) if name in line.names), len(filled))
        told = filled[place] if place < len(filled) else FactLine((name,))
        filled[place : place + 1] = [replace(told, value=value)] if value else [told] * (place < len(filled))
    return _in_order(filled)


def with_sentences(lines: Sequence[FactLine], name: str, sentences: tuple[str, ...]) -> tuple[FactLine, ...]:
    """Put a line of its own to the others; what it tells as well stands in no other."""
    if not sentences:
        return tuple(lines)
    left = [line for line in lines if not any(one in whole for one in line.sentences for whole in sentences)]
    return _in_order([*left, FactLine((name,), sentences)])


def stands_in(sentence: str, lines: Sequence[FactLine]) -> bool:
    """Tell whether a line tells a sentence already."""
    plain = sentence.rstrip(" .;!")
    told = [one for line in lines for one in line.sentences]
    return any(plain in one or (one in plain and len(plain) - len(one) < _SHORTEST_THAT_TELLS) for one in told)


def _in_order(lines: Iterable[FactLine]) -> tuple[FactLine, ...]:
    order = list(FACT_TITLES)
    return tuple(sorted(lines, key=lambda line: order.index(line.names[0])))


def _is_part_of_another(sentence: str, sentences: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether another sentence says it with more around it, under the same titles."""
    names = sentences[sentence]
    return any(sentence in one != sentence and set(names) <= set(others) for one, others in sentences.items())


def _in_mid_sentence(title: str) -> str:
    return title if title.startswith(("ID", "PO")) else title[:1].lower() + title[1:]
