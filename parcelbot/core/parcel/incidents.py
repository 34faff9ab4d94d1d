"""Tell what happened to a parcel on its way, and which of it explains where it stands now. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from itertools import takewhile

from parcelbot.core.parcel.shipment import Status, Substatus


class IncidentKind(str, Enum):
    """A thing that happens to parcels and explains what comes later."""

    ADDRESS = "address"
    ADDRESS_MENDED = "address_mended"
    REFUSED = "refused"
    NOT_COLLECTED = "not_collected"
    NOBODY_HOME = "nobody_home"
    NO_ACCESS = "no_access"
    ATTEMPT_FAILED = "attempt_failed"
    WAITED = "waited"
    CUSTOMS_WANTED = "customs_wanted"
    CUSTOMS_RELEASED = "customs_released"
    CHECKED = "checked"
    DAMAGED = "damaged"
    LOST = "lost"
    MISSORTED = "missorted"
    DELAYED = "delayed"
    HELD = "held"
    HANDED_OVER = "handed_over"
    TURNED_BACK = "turned_back"


#: What the code of one scan tells, where its words are not known.
INCIDENT_OF_CODE = {
    Substatus.IN_TRANSIT_CUSTOMS_RELEASED: IncidentKind.CUSTOMS_RELEASED,
    Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION: IncidentKind.CUSTOMS_WANTED,
    Substatus.AVAILABLE_FOR_PICKUP_OTHER: IncidentKind.WAITED,
    Substatus.DELIVERY_FAILURE_OTHER: IncidentKind.ATTEMPT_FAILED,
    Substatus.DELIVERY_FAILURE_NO_BODY: IncidentKind.NOBODY_HOME,
    Substatus.DELIVERY_FAILURE_SECURITY: IncidentKind.NO_ACCESS,
    Substatus.DELIVERY_FAILURE_REJECTED: IncidentKind.REFUSED,
    Substatus.DELIVERY_FAILURE_INVALID_ADDRESS: IncidentKind.ADDRESS,
    Substatus.EXCEPTION_RETURNING: IncidentKind.TURNED_BACK,
    Substatus.EXCEPTION_RETURNED: IncidentKind.TURNED_BACK,
    Substatus.EXCEPTION_NO_BODY: IncidentKind.NOBODY_HOME,
    Substatus.EXCEPTION_SECURITY: IncidentKind.CHECKED,
    Substatus.EXCEPTION_DAMAGE: IncidentKind.DAMAGED,
    Substatus.EXCEPTION_REJECTED: IncidentKind.REFUSED,
    Substatus.EXCEPTION_DELAYED: IncidentKind.DELAYED,
    Substatus.EXCEPTION_LOST: IncidentKind.LOST,
}

#: What a carrier may give as the reason in the same breath as one of the others.
REASONS = frozenset(
    {
        IncidentKind.ADDRESS,
        IncidentKind.REFUSED,
        IncidentKind.NOT_COLLECTED,
        IncidentKind.NO_ACCESS,
        IncidentKind.NOBODY_HOME,
        IncidentKind.CUSTOMS_WANTED,
        IncidentKind.DAMAGED,
    }
)
HAVE_REASONS = frozenset({IncidentKind.TURNED_BACK, IncidentKind.WAITED})

_ATTEMPTS = frozenset(
    {IncidentKind.NOBODY_HOME, IncidentKind.NO_ACCESS, IncidentKind.ATTEMPT_FAILED, IncidentKind.REFUSED}
)
#: What names a reason by itself; an attempt that failed does so only where nothing else does.
_NAMES_A_REASON = frozenset(
    {
        IncidentKind.ADDRESS,
        IncidentKind.REFUSED,
        IncidentKind.NOT_COLLECTED,
        IncidentKind.CUSTOMS_WANTED,
        IncidentKind.CHECKED,
        IncidentKind.DAMAGED,
    }
)
#: What costs days, after which a parcel goes on.
_COSTS_DAYS = frozenset(
    {
        *_ATTEMPTS,
        IncidentKind.ADDRESS,
        IncidentKind.ADDRESS_MENDED,
        IncidentKind.CUSTOMS_WANTED,
        IncidentKind.CHECKED,
        IncidentKind.MISSORTED,
        IncidentKind.DELAYED,
        IncidentKind.HELD,
    }
)
_EXPLAINS = {
    Status.RETURNED: _NAMES_A_REASON | _ATTEMPTS | {IncidentKind.WAITED},
    Status.DELIVERY_FAILURE: _ATTEMPTS | {IncidentKind.ADDRESS},
    Status.AVAILABLE_FOR_PICKUP: _ATTEMPTS | {IncidentKind.ADDRESS},
    Status.EXCEPTION: _COSTS_DAYS | {IncidentKind.DAMAGED, IncidentKind.LOST},
    Status.IN_TRANSIT: _COSTS_DAYS,
    Status.OUT_FOR_DELIVERY: _COSTS_DAYS,
}
#: Statuses of parcels that have gone on since: the newest that cost days explains them, whatever it was.
_WENT_ON = frozenset({Status.IN_TRANSIT, Status.OUT_FOR_DELIVERY, Status.EXCEPTION})


@dataclass(frozen=True)
class Incident:
    """One scan of the past that tells more than "it moved".

    `words`, `place` and `carrier` are the carrier's own, "" where it gave none. `reason` is what the same words give as
    the reason ("returned: address incomplete"), None without one.
    """

    kind: IncidentKind
    at: datetime
    words: str = ""
    place: str = ""
    carrier: str = ""
    reason: IncidentKind | None = None

    @property
    def day(self) -> date:
        """The day of the scan, where it was made."""
        return self.at.date()


def cause_of(status: Status, incidents: Sequence[Incident]) -> Incident | None:
    """Find what explains `status` among `incidents`, newest first, with its reason as its kind; None without any.

    Of a parcel that turned back only what was before that counts. What names a reason comes before an attempt that
    merely failed, and a name for the reason before the place where it waited. Of an address the first note names what
    is wrong with it, later ones only refer to that.
    """
    told = [replace(incident, kind=incident.reason or incident.kind) for incident in incidents]
    before = _before_turning(told, incidents) if status is Status.RETURNED else told
    explaining = [incident for incident in before if incident.kind in _EXPLAINS.get(status, ())]
    if status in _WENT_ON:
        return next(iter(explaining), None)
    named = next((incident for incident in explaining if incident.kind in _NAMES_A_REASON), None)
    if named is not None and named.kind is IncidentKind.ADDRESS:
        return _first_since_mended(before)
    return named or next(iter(explaining), None)


def demand_among(incidents: Sequence[Incident]) -> Incident | None:
    """Find the newest scan of the whole story that asked for money or papers; None without any."""
    return next((i for i in incidents if IncidentKind.CUSTOMS_WANTED in (i.kind, i.reason)), None)


def damage_among(incidents: Sequence[Incident]) -> Incident | None:
    """Find the newest scan of the whole story that noted damage; None without any."""
    return next((i for i in incidents if IncidentKind.DAMAGED in (i.kind, i.reason)), None)


def failed_attempts(incidents: Sequence[Incident]) -> int:
    """Count the days on which a delivery failed: several scans of one day are one attempt."""
    return len({incident.day for incident in incidents if (incident.reason or incident.kind) in _ATTEMPTS})


def _first_since_mended(told: Sequence[Incident]) -> Incident:
    """Take the oldest note about the address that came after it was last put right."""
    since = list(takewhile(lambda incident: incident.kind is not IncidentKind.ADDRESS_MENDED, told))
    notes = [incident for incident in since if incident.kind is IncidentKind.ADDRESS]
    return notes[-1] if notes else next(i for i in told if i.kind is IncidentKind.ADDRESS)


def _before_turning(told: Sequence[Incident], incidents: Sequence[Incident]) -> Sequence[Incident]:
    """Leave out what happened on the way back."""
    turned = min((i.at for i in incidents if i.kind is IncidentKind.TURNED_BACK), default=None)
    return [incident for incident in told if turned is None or incident.at <= turned]
