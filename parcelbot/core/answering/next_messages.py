"""Know what shoppers ask next by what they were told, as counted in messages that were written for such moments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from parcelbot.core.answering.tables import table_of

#: Stands in place of a row for all rows of a table that are named nowhere.
ANY_ROW = "*"
#: What is asked anywhere counts like so many messages of a moment: of few messages little is concluded.
_LIKE_MESSAGES = 20
#: Nothing is impossible: what nobody has written counts like half a message.
_UNSEEN = 0.5


class TalkStanding(Enum):
    """Standing of a talk that no row tells: a number is asked for, or a case is begun, shown or with the team."""

    NUMBER_WANTED = "number_wanted"
    CASE_BEGUN = "case_begun"
    CASE_SHOWN = "case_shown"
    CASE_SENT = "case_sent"


@dataclass(frozen=True)
class TalkMoment:
    """Moment of a talk: after which rows (`table/row` or `table/*`) or in which standing, and what is asked then.

    `asked` counts the messages written for it by the second question they ask.
    """

    after: frozenset[str]
    standing: TalkStanding | None
    asked: Mapping[str, int]

    @cached_property
    def messages(self) -> int:
        """The number of its messages."""
        return sum(self.asked.values())


@dataclass(frozen=True)
class NextMessages:
    """All moments; of none, every second question is as likely as anywhere."""

    moments: Sequence[TalkMoment] = field(default_factory=tuple)

    def after(self, rows: Iterable[str], standing: TalkStanding | None) -> Sequence[TalkMoment]:
        """List the moments that a talk is in: by the first of its rows that has one, and by its standing."""
        of_rows = next(filter(None, map(self._after_row, rows)), [])
        return [*of_rows, *(one for one in self.moments if standing and one.standing is standing)]

    def times_likelier(self, name: str, moments: Sequence[TalkMoment]) -> float:
        """Tell how many times likelier a second question is in these moments than anywhere; 1 where there are none."""
        if not moments:
            return 1.0
        anywhere = self._share(name)
        there = (
            (one.asked.get(name, 0) + _LIKE_MESSAGES * anywhere) / (one.messages + _LIKE_MESSAGES) for one in moments
        )
        return sum(there) / len(moments) / anywhere

    def _after_row(self, row: str) -> Sequence[TalkMoment]:
        """List the moments after a row, else those after any row of its table."""
        of_table = f"{table_of(row)}/{ANY_ROW}"
        named = [moment for moment in self.moments if row in moment.after]
        return named or [moment for moment in self.moments if of_table in moment.after]

    def _share(self, name: str) -> float:
        return (self._asked[name] + _UNSEEN) / self._all_asked

    @cached_property
    def _all_asked(self) -> float:
        return self._asked.total() + _UNSEEN * len(self._asked)

    @cached_property
    def _asked(self) -> Counter[str]:
        return sum((Counter(moment.asked) for moment in self.moments), Counter())
