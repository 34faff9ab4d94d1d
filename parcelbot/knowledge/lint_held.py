"""Find answers that ask for what may be held already, without a row for where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parcelbot.core.answering.tables import Row, row_name

_SECOND = "follow_up"
#: There nothing of the order or the parcel is known.
_NOTHING_HELD = "no_parcel"


@dataclass(frozen=True)
class Held:
    """Thing that an answer may ask for: its English `words`, and the `facts` of which one tells that it is held."""

    name: str
    words: re.Pattern[str]
    facts: frozenset[str]
    tables: frozenset[str] = frozenset()

    def is_asked(self, table: str, texts: Sequence[str]) -> bool:
        """Tell whether the first text of an answer in this table asks for it."""
        return table != _NOTHING_HELD and table in (self.tables or {table}) and bool(self.words.search(texts[0]))


HELD = (
    # another seller has to see it himself
    Held(
        "a photo",
        re.compile(r"\b[Pp]hotograph\b|\b[Tt]ake (?:a )?photos?\b|\b[Ss]end (?:a )?photos?\b"),
        frozenset({"photo_held", "sales_channel"}),
        frozenset({"goods"}),
    ),
    Held(
        "the order number",
        re.compile(r"\b(?:give me (?:the|your)|or your) order number\b|\b[Ww]ith your order number\b"),
        frozenset({"sold_by_us", "order_named", "unsent"}),
    ),
    Held("the days of protection", re.compile(r"\bdays are left, then tell me\b"), frozenset({"protection_days_left"})),
    Held("the packing", re.compile(r"\bwith its box\b|\bkeep[^.]*\bbox and label\b"), frozenset({"told"})),
)


def held_findings(table: str, rows: Sequence[Row], responses: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Find rows that ask for something where neither they nor one before them asks whether it is held."""
    for place, row in enumerate(rows):
        texts = responses.get(row.then.response, ())
        for held in HELD if texts else ():
            before = (early for early in rows[:place] if _answers_the_same(early, row))
            if held.is_asked(table, texts) and not any(_knows(one, held) for one in (row, *before)):
                yield f"{row_name(table, row.id)}: asks for {held.name}, which may be held already"


def _knows(row: Row, held: Held) -> bool:
    return any(condition.fact in held.facts for condition in row.conditions)


def _answers_the_same(early: Row, late: Row) -> bool:
    """Tell whether two rows can answer the same second question, or are of a table that answers none."""
    named = _seconds(late)
    return not named or bool(named & _seconds(early))


def _seconds(row: Row) -> set[object]:
    return {value for condition in row.conditions if condition.fact == _SECOND for value in condition.values}
