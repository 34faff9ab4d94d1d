"""Call AfterShip's Tracking API: hand numbers over, read their trackings, take up tracking that stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest
from parcelbot.tracking.aftership_answers import (
    ALREADY_FOLLOWED,
    BAD_SLUG,
    FIELDS_WANTED,
    NO_COURIER,
    NOT_STOPPED,
    RETRACKED_BEFORE,
    AfterShipWords,
    fields_of,
    is_ok,
    lookup_of,
    meta_code,
    refusal,
    trackings_of,
)
from parcelbot.tracking.errors import ProviderRejected
from parcelbot.tracking.mapping import text_at
from parcelbot.tracking.protocol import Woken
from parcelbot.tracking.transport import Allowance, Deadline, HttpTransport, Json

BASE_URL = "https://api.aftership.com/tracking/2024-07"
#: In one answer to a search: AfterShip's limit. A number has one for each courier it was tried with.
_MOST_TRACKINGS = 200


@dataclass(frozen=True)
class AfterShip:
    """The AfterShip client; `transport.headers` carry the key as `as-api-key`.

    `courier_slug` gives AfterShip's name for the carrier of a request, "" where it shall find the courier itself. A
    method takes at most what it is allowed, else `budget_s`; TrackingError when AfterShip does not answer the question.
    """

    transport: HttpTransport
    words: AfterShipWords
    now: Callable[[], datetime]
    base_url: str = BASE_URL
    courier_slug: Callable[[LookupRequest], str] = field(default=lambda _: "")
    budget_s: float = 5.0

    def register(self, request: LookupRequest, allowance: Allowance | None = None) -> Lookup | None:
        """Hand a number over; None when it was taken and its news will come, PENDING when it was known already.

        What is refused comes back as a look-up: NOT_FOUND, or NEEDS_DETAIL (no `wanted` where the detail was wrong).
        A courier that AfterShip does not accept for the number is left out in a second request; it is not told at all
        where there is no second one left.
        """
        allowance = allowance or self._allowance()
        item = {"tracking_number": request.number, **fields_of(request.detail)}
        slug = self.courier_slug(request) if allowance.calls > 1 else ""
        answer = self._create(item | ({"slug": slug} if slug else {}), allowance.call())
        if slug and meta_code(answer) in (BAD_SLUG, NO_COURIER):
            answer = self._create(item, allowance.call())
        code = meta_code(answer)
        if is_ok(code):
            return None
        if code == FIELDS_WANTED and request.detail:
            return Lookup(LookupOutcome.NEEDS_DETAIL)
        return Lookup(LookupOutcome.PENDING) if code == ALREADY_FOLLOWED else refusal(answer)

    def register_all(self, requests: Sequence[LookupRequest]) -> dict[str, Lookup | None]:
        """Hand numbers over one after the other, as AfterShip takes them; gives what `register` gives, by number."""
        return {request.number: self.register(request) for request in requests}

    def read(self, number: str, allowance: Allowance | None = None) -> Lookup | None:
        """Read what is known of a number, PENDING while it is nothing; None when AfterShip does not follow it."""
        trackings = trackings_of(self._search([number], (allowance or self._allowance()).call()), number)
        return lookup_of(trackings, self.words, self.now()) if trackings else None

    def read_all(self, numbers: Sequence[str]) -> Iterator[Lookup]:
        """Read up to 50 numbers at once; gives what is known, numbers that AfterShip does not follow are left out."""
        answer = self._search(numbers, self.transport.deadline(self.budget_s))
        found = (trackings_of(answer, number) for number in numbers)
        return (lookup_of(trackings, self.words, self.now()) for trackings in found if trackings)

    def retrack(self, number: str, allowance: Allowance | None = None) -> Woken:
        """Have a number tracked again that AfterShip stopped looking at, which it does once for each tracking."""
        deadline = (allowance or self._allowance()).call()
        ids = [text_at(tracking, "id") for tracking in trackings_of(self._search([number], deadline), number)]
        answers = [self._post(f"trackings/{quote(id_, safe='')}/retrack", {}, deadline) for id_ in ids if id_]
        codes = [meta_code(answer) for answer in answers]
        for code in codes:
            if not is_ok(code) and code not in (NOT_STOPPED, RETRACKED_BEFORE):
                raise ProviderRejected(f"refused with code {code}")
        if any(map(is_ok, codes)):
            return Woken.TAKEN
        return Woken.NEVER_STOPPED if NOT_STOPPED in codes else Woken.REFUSED

    def _allowance(self) -> Allowance:
        return Allowance.of(self.budget_s)

    def _search(self, numbers: Sequence[str], deadline: Deadline) -> Json:
        query = {"tracking_numbers": ",".join(numbers), "limit": str(_MOST_TRACKINGS)}
        return self.transport.call("GET", f"{self.base_url}/trackings", deadline, params=query)

    def _create(self, item: Json, deadline: Deadline) -> Json:
        return self._post("trackings", item, deadline)

    def _post(self, path: str, body: Json, deadline: Deadline) -> Json:
        return self.transport.call("POST", f"{self.base_url}/{path}", deadline, json=body)
