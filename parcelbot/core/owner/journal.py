"""Describe the journal: events in conversations as the owner's figures count them, without words or names. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class JournalKind(str, Enum):
    """An event that is counted.

    `answered`: a row of the tables answered a question. `confirmed`: the shopper said that it helped.
    `not_useful`: that it did not. `not_understood`: no topic was recognised. `handed_over`: a ticket was
    opened (a later addition does not count again). `tracking_down`: the provider did not answer. `promised`: it was
    agreed to write about a parcel. `told`: something was written unasked, with what in `intent` and, as `value`, the
    seconds since it was due. `watch_ended`: nothing more is written, with the reason in `intent`. `radar_found`: a
    parcel is late or will be, with its risk in `intent`. `radar_over`: such a parcel's way, or that of one that came
    late without having been found, has ended as `intent` says; `value` is 1 where it had been found.
    """

    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    NOT_USEFUL = "not_useful"
    NOT_UNDERSTOOD = "not_understood"
    HANDED_OVER = "handed_over"
    TRACKING_DOWN = "tracking_down"
    PROMISED = "promised"
    TOLD = "told"
    WATCH_ENDED = "watch_ended"
    RADAR_FOUND = "radar_found"
    RADAR_OVER = "radar_over"


@dataclass(frozen=True)
class JournalEntry:
    """One line of the journal; `row` is "table/row" or "", `value` a number that belongs to the kind, or None."""

    at: datetime
    conversation_id: str
    kind: JournalKind
    intent: str = ""
    row: str = ""
    value: float | None = None
