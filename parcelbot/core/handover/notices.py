"""Name the notices to the shopper when a case changes hands, and the event that the ledger keeps for each."""

from __future__ import annotations

from enum import Enum


class Notice(str, Enum):
    """A notice to the shopper; its value names the response `utter_handover_<value>`."""

    CLAIMED = "claimed"
    TAKEN_OVER = "taken_over"
    RELEASED = "released"
    RELEASED_LATE = "released_late"
    SILENT = "silent"
    SILENT_LATE = "silent_late"
    SOLVED = "solved"
    SOLVED_STAYING = "solved_staying"
    OVERDUE = "overdue"
    WAITING = "waiting"
    WAITING_CLOSED = "waiting_closed"

    @property
    def row(self) -> str:
        """The event, as the ledger keeps it: claimed, released, solved, overdue or waiting."""
        return _ROWS[self]

    @property
    def closes(self) -> bool:
        """True when it tells that the case has ended."""
        return self.row == "solved"


_ROWS = {
    Notice.CLAIMED: "claimed",
    Notice.TAKEN_OVER: "claimed",
    Notice.RELEASED: "released",
    Notice.RELEASED_LATE: "released",
    Notice.SILENT: "released",
    Notice.SILENT_LATE: "released",
    Notice.SOLVED: "solved",
    Notice.SOLVED_STAYING: "solved",
    Notice.OVERDUE: "overdue",
    Notice.WAITING: "waiting",
    Notice.WAITING_CLOSED: "waiting",
}
