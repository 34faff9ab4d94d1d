"""Stand-ins for what live tracking needs, and builders for what it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timezone

from parcelbot.core.parcel.shipment import Lookup, Shipment, Status, Substatus
from parcelbot.tracking.errors import TrackingError

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)


class SnakeCaseVocabulary:
    """17TRACK's names are ours in another case; whatever is not one of ours is not mapped."""

    def lookup(self, wording: str) -> tuple[Status, Substatus] | None:
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", wording).lower()
        main = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", wording.partition("_")[0]).lower()
        try:
            return Status(main), Substatus(name) if "_" in wording else Substatus.NONE
        except ValueError:
            return None


@dataclass
class FakeProvider:
    """Gives `answer`, or raises it when it is an error; remembers what was asked."""

    answer: Lookup | TrackingError
    asked: list[str] = field(default_factory=list)

    def fetch(self, number: str, carrier: str = "") -> Lookup:
        self.asked.append(number)
        if isinstance(self.answer, TrackingError):
            raise self.answer
        return self.answer


@dataclass
class FakeCache:
    """A cache in memory."""

    shipments: dict[str, Shipment] = field(default_factory=dict)

    def get(self, number: str) -> Shipment | None:
        return self.shipments.get(number)

    def put(self, shipment: Shipment) -> None:
        self.shipments[shipment.number] = shipment
