"""Call 17TRACK's API v2.2: register numbers, read their tracks, take up tracking that stopped, ask for the quota."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest
from parcelbot.tracking.batches import Batches
from parcelbot.tracking.errors import ProviderGarbage, TrackingError
from parcelbot.tracking.mapping import dig
from parcelbot.tracking.protocol import Quota, StatusVocabulary, Woken
from parcelbot.tracking.seventeentrack_answers import (
    ALREADY_REGISTERED,
    BAD_FIELD_VALUE,
    NOT_REGISTERED,
    NOT_STOPPED,
    WRONG_CARRIER,
    accepted,
    lookup_of,
    parse,
    raise_errors,
    refusal,
    rejection,
)
from parcelbot.tracking.transport import Allowance, Deadline, HttpTransport, Json

__all__ = ["BASE_URL", "MAX_NUMBERS", "SeventeenTrack", "parse"]

BASE_URL = "https://api.17track.net/track/v2.2"
#: More in one request are refused as a whole.
MAX_NUMBERS = 40


@dataclass(frozen=True)
class SeventeenTrack:
    """The 17TRACK client: every method is one request, shared with others that are asked for at the same time.

    `carrier_key` gives 17TRACK's number for a carrier of ours, None where it shall find the carrier itself. A method
    takes at most what it is allowed, else `budget_s`; TrackingError when 17TRACK does not answer the question.
    """

    transport: HttpTransport
    vocabulary: StatusVocabulary
    now: Callable[[], datetime]
    base_url: str = BASE_URL
    carrier_key: Callable[[LookupRequest], int | None] = field(default=lambda _: None)
    budget_s: float = 5.0

    def register(self, request: LookupRequest, allowance: Allowance | None = None) -> Lookup | None:
        """Hand a number over; None when it was taken and its track will come, PENDING when it was known already.

        What is refused comes back as a look-up: NOT_FOUND, or NEEDS_DETAIL (no `wanted` where the detail was wrong).
        A carrier that 17TRACK takes for a wrong one is left out in a second request; it is not told at all where there
        is no second one left.
        """
        allowance = allowance or self._allowance()
        key = self.carrier_key(request) if allowance.calls > 1 else None
        answer = self._call("register", _item(request, key), allowance.call())
        if key and rejection(answer, request.number) == WRONG_CARRIER:
            answer = self._call("register", _item(request), allowance.call())
        return _registered(answer, request)

    def register_all(self, requests: Sequence[LookupRequest]) -> dict[str, Lookup | None]:
        """Hand up to MAX_NUMBERS over in one request; gives for each number what `register` gives, by number.

        Those whose carrier 17TRACK takes for a wrong one go without it in a second request. A number over which it has
        an error, as over all once the quota is spent, is left out.
        """
        deadline = self.transport.deadline(self.budget_s)
        answer = self._send("register", [_item(request, self.carrier_key(request)) for request in requests], deadline)
        found = {r.number: answer for r in requests}
        again = [r for r in requests if rejection(answer, r.number) == WRONG_CARRIER and self.carrier_key(r)]
        if again:
            second = self._send("register", [_item(request) for request in again], deadline)
            found |= {r.number: second for r in again}
        taken: dict[str, Lookup | None] = {}
        for request in requests:
            with suppress(TrackingError):
                taken[request.number] = _registered(found[request.number], request)
        return taken

    def read(self, number: str, allowance: Allowance | None = None) -> Lookup | None:
        """Read what is known of a number, PENDING while it is nothing; None when the number is not registered."""
        answer = self._call("gettrackinfo", {"number": number}, (allowance or self._allowance()).call())
        if rejection(answer, number) == NOT_REGISTERED:
            return None
        return lookup_of(answer, number, self.vocabulary, self.now())

    def read_all(self, numbers: Sequence[str]) -> Iterator[Lookup]:
        """Read up to MAX_NUMBERS at once; gives what is known, numbers without news or with a refusal are left out."""
        deadline = self.transport.deadline(self.budget_s)
        answer = self._send("gettrackinfo", [{"number": number} for number in numbers], deadline)
        for number in (number for number in numbers if accepted(answer, number)):
            with suppress(ProviderGarbage):
                yield lookup_of(answer, number, self.vocabulary, self.now())

    def retrack(self, number: str, allowance: Allowance | None = None) -> Woken:
        """Have a number tracked again after 17TRACK stopped, which it does once for each."""
        answer = self._call("retrack", {"number": number}, (allowance or self._allowance()).call())
        if accepted(answer, number):
            return Woken.TAKEN
        return Woken.NEVER_STOPPED if rejection(answer, number) == NOT_STOPPED else Woken.REFUSED

    def quota(self) -> Quota:
        """Ask how many numbers may be registered; ProviderGarbage when the answer does not say."""
        answer = self.transport.call(
            "POST", f"{self.base_url}/getquota", self.transport.deadline(self.budget_s), json={}
        )
        raise_errors(answer)
        return Quota.read(*(dig(answer, "data", f"quota_{name}") for name in ("total", "remain")))

    @cached_property
    def _batches(self) -> Batches:
        return Batches(self._send, MAX_NUMBERS)

    def _allowance(self) -> Allowance:
        return Allowance.of(self.budget_s)

    def _call(self, method: str, item: Json, deadline: Deadline) -> Json:
        return self._batches.call(method, item, deadline)

    def _send(self, method: str, items: Sequence[Json], deadline: Deadline) -> Json:
        answer = self.transport.call("POST", f"{self.base_url}/{method}", deadline, json=list(items))
        raise_errors(answer)
        return answer


def _item(request: LookupRequest, carrier_key: int | None = None) -> dict[str, str | int]:
    item: dict[str, str | int] = {"number": request.number, "lang": "en"}
    detail = {"param": request.detail} if request.detail else {}
    return item | detail | ({"carrier": carrier_key} if carrier_key else {})


def _registered(answer: Json, request: LookupRequest) -> Lookup | None:
    code = rejection(answer, request.number)
    if code is None:
        return None
    if code == BAD_FIELD_VALUE and request.detail:
        return Lookup(LookupOutcome.NEEDS_DETAIL)
    return Lookup(LookupOutcome.PENDING) if code == ALREADY_REGISTERED else refusal(code)
