"""Stand-ins for what live tracking needs, and builders for what it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from typing import Any

from parcelbot.core.parcel.following import Following
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Shipment, Status, Substatus
from parcelbot.tracking.errors import TrackingError
from parcelbot.tracking.protocol import Woken
from parcelbot.tracking.transport import Allowance

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

    def fetch(self, request: LookupRequest) -> Lookup:
        self.asked.append(request.number)
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


@dataclass
class FakeFollowed:
    """What was asked of a provider, in memory; `room` is how many new numbers a conversation may have."""

    rows: dict[str, Following] = field(default_factory=dict)
    room: int = 10
    pushes_come: bool = False
    asked_by: list[str] = field(default_factory=list)

    def get(self, number: str) -> Following | None:
        return self.rows.get(number)

    def hears_pushes(self, now: datetime) -> bool:
        return self.pushes_come

    def may_register(self, asked_by: str, now: datetime) -> bool:
        return self.asked_by.count(asked_by) < self.room

    def note(self, number: str, now: datetime, **changes: Any) -> None:
        if "asked_by" in changes:
            self.asked_by.append(changes.pop("asked_by"))
        self.rows[number] = replace(self.rows.get(number, Following(number)), **changes)


@dataclass
class FakeClient:
    """A provider that takes numbers as `registers` says, and reads and retracks as told; `calls` are what it was asked.

    `registers` and `reads` are given in turn, the last one for good; an error is raised. `register` answers None when
    the number was taken. It takes two requests where the carrier that we told is refused.
    """

    registers: list[Lookup | TrackingError | None] = field(default_factory=lambda: [None])
    reads: list[Lookup | TrackingError | None] = field(default_factory=lambda: [Lookup(LookupOutcome.PENDING)])
    wakes: Woken = Woken.TAKEN
    requests_to_register: int = 1
    calls: list[str] = field(default_factory=list)
    requests: list[LookupRequest] = field(default_factory=list)

    def register(self, request: LookupRequest, allowance: Allowance) -> Lookup | None:
        for _ in range(min(self.requests_to_register, allowance.calls)):
            allowance.call()
            self.calls.append("register")
        self.requests.append(request)
        return _next(self.registers)

    def read(self, number: str, allowance: Allowance) -> Lookup | None:
        allowance.call()
        self.calls.append("read")
        return _next(self.reads)

    def retrack(self, number: str, allowance: Allowance) -> Woken:
        allowance.call()
        self.calls.append("retrack")
        return self.wakes


def _next(answers: list[Lookup | TrackingError | None]) -> Lookup | None:
    answer = answers.pop(0) if len(answers) > 1 else answers[0]
    if isinstance(answer, TrackingError):
        raise answer
    return answer
