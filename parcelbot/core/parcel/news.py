"""Model what a provider pushes about a parcel by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from parcelbot.core.parcel.shipment import Lookup


@dataclass(frozen=True)
class PushedNews:
    """One push about one number: what it says, None when it says that tracking stopped.

    `synced_at` is when the provider looked at the carrier, None where it does not tell.
    """

    number: str
    lookup: Lookup | None
    synced_at: datetime | None = None


class PushOutcome(str, Enum):
    """The effect of a push: news, nothing new (older, or the same again), tracking that stopped."""

    NEWS = "news"
    NOTHING_NEW = "nothing_new"
    STOPPED = "stopped"
