"""Model the page of a watched parcel: everything about it on one page, nothing about who waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parcelbot.core.cases.cards import TrackingCard


@dataclass(frozen=True)
class PageRemark:
    """A row of the tables that applies to the parcel, in words, and the section that it comes from."""

    text: str
    source: str


@dataclass(frozen=True)
class ParcelPage:
    """The page of a watched parcel.

    `card` is None while no carrier shows it; `as_of` says when that was looked up, "" without one. `plan` are the
    paragraphs of the answer, `remarks` what else applies. `contact` says how the carrier is reached, "" where that is
    not known. `promised` is the day on which is written at the latest, in words; "" for none. `watching` is false once
    nothing more is written.
    """

    number: str
    card: TrackingCard | None
    as_of: str
    plan: tuple[str, ...]
    remarks: tuple[PageRemark, ...]
    contact: str
    promised: str
    watching: bool
    until: date
