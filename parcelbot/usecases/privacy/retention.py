"""Remove conversations, statistics and audit lines that are older than the owner wants to keep them."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from parcelbot.core.owner.privacy import count_in_words
from parcelbot.usecases.privacy.removal import Remover, removed_in_words

logger = logging.getLogger(__name__)

_BATCH = 100
#: Data of no conversation that is older than this was left behind by a process that died.
_STRAY_AFTER = timedelta(hours=1)
#: After a year a lane has had every season anew.
_JOURNEYS_TELL_FOR = timedelta(days=400)
#: The ids that the website gives; other channels have no ledger to be missing in.
_MINTED = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Retention:
    """The owner's retention periods; None keeps for ever. Journal and audit log have periods of their own."""

    remover: Remover
    keep: timedelta | None
    keep_journal: timedelta | None = None
    keep_audit: timedelta | None = None

    def run(self) -> bool:
        """Remove a batch of conversations and all old lines; True when there may be more."""
        now = self.remover.clock()
        self._remove_strays(now - _STRAY_AFTER)
        self._forget_lines(now)
        if self.keep is None:
            return False
        before = now - self.keep
        ids = self.remover.records.outlived(before, _BATCH)
        removed = self.remover.remove(ids, journal=False) if ids else Counter[str]()
        removed += self.remover.records.forget_rest(before)
        removed += Counter({"event of another channel": self._forget_other_channels(before)})
        if removed:
            logger.info("kept for %d days and removed: %s", self.keep.days, removed_in_words(removed))
        return len(ids) == _BATCH

    def _forget_lines(self, now: datetime) -> None:
        records = self.remover.records
        forgetting = (
            ("line of statistics", self.keep_journal, records.forget_journal),
            ("line of the audit log", self.keep_audit, records.forget_audit),
            ("record of a delivered parcel", _JOURNEYS_TELL_FOR, records.forget_journeys),
        )
        for what, keep, forget in forgetting:
            if keep is not None and (count := forget(now - keep)):
                logger.info("kept for %d days and removed: %s", keep.days, count_in_words(what, count))

    def _remove_strays(self, before: datetime) -> None:
        """Remove the memory of conversations that are gone, and files whose conversation went while they came."""
        quiet = [i for i in self.remover.trackers.quiet_since(before) if _MINTED.fullmatch(i)]
        self.remover.trackers.remove(self._unknown(quiet))
        folder = self.remover.attachments_dir
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.stat().st_mtime < before.timestamp() and not self.remover.records.has_file(path.name):
                path.unlink(missing_ok=True)

    def _forget_other_channels(self, before: datetime) -> int:
        return self.remover.trackers.remove(self._unknown(self.remover.trackers.quiet_since(before)))

    def _unknown(self, ids: Sequence[str]) -> list[str]:
        known = self.remover.records.in_ledger(ids)
        return [i for i in ids if i not in known]
