"""Find a shopper's earlier visits about the same parcel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from parcelbot.core.cases.conversation import Author, Message

#: A shopper who writes after a silence this long has come back; after a shorter one it is the same visit.
RETURNS_AFTER = timedelta(hours=4)


def days_since_contact(said: Sequence[Message], names: Sequence[str], now: datetime) -> int | None:
    """Count whole days since an earlier visit in which one of `names` (order or tracking numbers) was spoken of.

    `said` is a conversation in order; its last visit is the present one. None when there was none before.
    """
    earlier = said[: _present_visit(said)]
    about = [m.at for m in earlier if any(name in _compact(m.text) for name in names)]
    return (now - about[-1]).days if about else None


def _present_visit(said: Sequence[Message]) -> int:
    """Find the index where the present visit begins: after the shopper's last long silence."""
    spots = [n for n, m in enumerate(said) if m.author is Author.SHOPPER]
    returns = [later for before, later in pairwise(spots) if said[later].at - said[before].at >= RETURNS_AFTER]
    return returns[-1] if returns else 0


def _compact(text: str) -> str:
    return text.upper().replace(" ", "")
