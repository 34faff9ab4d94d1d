"""Count the promises to write about parcels: made, kept, late, ended; and who came back with and without one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.owner.outcomes import Visit, VisitOutcome

#: What is written within so many seconds of the moment it was owed counts as kept.
KEPT_WITHIN_S = 600.0

_OPT_OUTS = ("stopped_in_chat", "stopped_by_mail")
_APOLOGY = "apology"
#: What was written of a late parcel without having been promised.
WARNING = "warning"


@dataclass(frozen=True)
class Share:
    """A part of a whole, both counted."""

    part: int = 0
    whole: int = 0

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True)
class KeptPromises:
    """Promises to write. `kept` and `late` count messages; an apology is never kept.

    `opted_out` of the `ended` did not want any more. `again_with` and `again_without` are the visits after which
    somebody came back within seven days, of those in which it was agreed to write, and of all others.
    """

    made: int = 0
    kept: int = 0
    late: int = 0
    apologies: int = 0
    ended: int = 0
    opted_out: int = 0
    again_with: Share = Share()
    again_without: Share = Share()


def kept_promises(entries: Sequence[JournalEntry], visits: Sequence[Visit]) -> KeptPromises:
    """Add up the journal of a span, and the visits that began in it."""
    told = [entry for entry in entries if entry.kind is JournalKind.TOLD and entry.intent != WARNING]
    ended = [entry for entry in entries if entry.kind is JournalKind.WATCH_ENDED]
    apologies = sum(entry.intent == _APOLOGY for entry in told)
    kept = sum((entry.value or 0.0) <= KEPT_WITHIN_S for entry in told if entry.intent != _APOLOGY)
    return KeptPromises(
        made=sum(entry.kind is JournalKind.PROMISED for entry in entries),
        kept=kept,
        late=len(told) - apologies - kept,
        apologies=apologies,
        ended=len(ended),
        opted_out=sum(entry.intent in _OPT_OUTS for entry in ended),
        again_with=_came_again([visit for visit in visits if visit.promised]),
        again_without=_came_again([visit for visit in visits if not visit.promised]),
    )


def _came_again(visits: Sequence[Visit]) -> Share:
    decided = [visit for visit in visits if visit.outcome.decided]
    return Share(sum(visit.outcome is VisitOutcome.CAME_BACK for visit in decided), len(decided))
