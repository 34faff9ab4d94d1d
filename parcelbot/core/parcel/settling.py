"""Decide a parcel's state from its scans and its provider's code together. Pure.

Who wins, and why:

- A scan read as definite (delivered, returned, in a locker, attempt failed, lost …), the newest of them, overrules any
  code: it is the carrier's own word.
- A scan of motion (accepted, departed, arrived …) overrules only codes that know nothing: not found, label.
- An announcement (label, pre-advice, a day to come) is no scan, nor is anything dated later than now. Where all that
  was told is labels, a general "in transit" is a label only.
- A scan whose wording nobody knows is read by the code that its provider gave to that one scan.
- A code that says "delivered", "returned" or "about to arrive" over a newest scan that says "still moving", or over
  labels alone, is a contradiction: it is said, not settled.
- A trouble that passes (attempt failed, delayed, lost) is over once the parcel is scanned on its way again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from parcelbot.core.parcel.incidents import INCIDENT_OF_CODE, Incident, IncidentKind
from parcelbot.core.parcel.pickup import NOWHERE, Pickup, read_pickup
from parcelbot.core.parcel.scan_wordings import Demand, Meaning, Reading, Weight, Whereabouts, readable
from parcelbot.core.parcel.shipment import Checkpoint, Lookup, Shipment, Status, Substatus
from parcelbot.core.parcel.signatures import read_signature

ReadWording = Callable[[str], "Reading | None"]
_Scan = tuple[Checkpoint, "Reading | None"]

#: A carrier's clock may be a little ahead; one whose zone had to be assumed, by as much as zones differ.
_CLOCK_AHEAD = timedelta(hours=1)
_ZONES_APART = timedelta(hours=14)
#: Rows of the same outcome come in any order within this time.
_SAME_EVENT = timedelta(hours=48)

#: Main statuses that say nothing of the parcel itself, so that a scan of any motion knows better.
_KNOWS_NOTHING = frozenset({Status.NOT_FOUND, Status.INFO_RECEIVED})
#: Statuses of a parcel that may lie somewhere for the shopper to collect.
_MAY_WAIT = frozenset({Status.AVAILABLE_FOR_PICKUP, Status.DELIVERY_FAILURE})
#: Outcomes after which nothing more comes of the carrier.
_ENDS = frozenset({Status.DELIVERED, Status.RETURNED})
_STILL_MOVING = frozenset({Status.IN_TRANSIT, Status.OUT_FOR_DELIVERY})
#: Statuses of the last day, which a parcel that has just left some place cannot have.
_AT_THE_END = frozenset({Status.OUT_FOR_DELIVERY, Status.AVAILABLE_FOR_PICKUP})
#: Statuses that pass: a parcel that was scanned on its way again after them is on its way.
_PASSES = frozenset({Status.EXCEPTION, Status.DELIVERY_FAILURE, Status.OUT_FOR_DELIVERY})

_BACK = {Substatus.EXCEPTION_RETURNING, Substatus.EXCEPTION_RETURNED}
#: Codes of one scan that say no more than "something happened".
_VAGUE = {Substatus.NONE, Substatus.IN_TRANSIT_OTHER, Substatus.EXCEPTION_OTHER, Substatus.EXPIRED_OTHER}


@dataclass(frozen=True)
class ParcelState:
    """A shipment as its scans and its code say together.

    `coded` is the provider's own status. `meaning` is the id of the wording that decided, "" where the code did;
    `whereabouts` and `house` (a neighbour's number) say where it went. `announced_for` is the newest day that was
    announced and lies ahead; `pickup` is where it waits to be collected. `incidents` are what happened to it so far,
    newest first. `contradicted` is true when code and scans cannot both be right; `shipment` then has the provider's
    status.
    """

    shipment: Shipment
    coded: Status
    meaning: str = ""
    whereabouts: Whereabouts = Whereabouts.UNKNOWN
    house: str = ""
    demand: Demand = Demand.NOTHING
    announced_for: datetime | None = None
    pickup: Pickup = NOWHERE
    incidents: tuple[Incident, ...] = ()
    contradicted: bool = False


def settle_lookup(lookup: Lookup, read: ReadWording, now: datetime) -> tuple[Lookup, ParcelState | None]:
    """Settle the shipment of a look-up: the look-up with it, and its state; None where there is no shipment."""
    if lookup.shipment is None:
        return lookup, None
    state = settle(lookup.shipment, read, now)
    return replace(lookup, shipment=state.shipment), state


def settle(shipment: Shipment, read: ReadWording, now: datetime) -> ParcelState:
    """Read every scan, leave announcements out, and let the newest scan that says something decide."""
    worded = [replace(scan, description=readable(scan.description)) for scan in shipment.checkpoints]
    scans = [_judged(scan, read(scan.description), now) for scan in worded]
    ahead = max((scan.at for scan, _ in scans if scan.at > now and not scan.physical), default=None)
    ordered = _outcome_first(scans, shipment.status)
    shown = replace(shipment, checkpoints=tuple(scan for scan, _ in ordered))
    told = [reading for scan, reading in ordered if reading and scan.physical]
    if not told:
        unscanned = ParcelState(shown, shipment.status, announced_for=ahead)
        return _without_scans(unscanned, [reading for _, reading in scans])
    state = _decided(shown, told)
    return replace(
        state,
        shipment=_with_signature(state.shipment, ordered),
        announced_for=ahead,
        pickup=_pickup(state.shipment, ordered),
        incidents=_incidents(scans, shipment.last_mile_carrier),
    )


def _with_signature(shipment: Shipment, scans: Sequence[_Scan]) -> Shipment:
    """A delivered parcel with who took it: by the provider's word, else by the newest delivery that names somebody."""
    if shipment.signed_by or shipment.status is not Status.DELIVERED:
        return shipment
    delivered = (scan for scan, reading in scans if reading and reading.meaning.status is Status.DELIVERED)
    names = (read_signature(scan.description) for scan in delivered)
    return replace(shipment, signed_by=next(filter(None, names), ""))


def _incidents(scans: Sequence[_Scan], last_mile: str) -> tuple[Incident, ...]:
    """Collect what happened, newest first; what two rows of one day tell alike stands once.

    The first scan of the last-mile carrier is the hand-over, where no scan says so itself.
    """
    seen: dict[tuple[date, IncidentKind], Incident] = {}
    took_over = next((scan for scan, _ in reversed(scans) if last_mile and scan.carrier == last_mile), None)
    for scan, reading in scans:
        kind = reading.meaning.incident if reading and scan.physical else None
        kind = kind or (IncidentKind.HANDED_OVER if scan is took_over else None)
        if kind:
            reason = reading.reason if reading else None
            incident = Incident(kind, scan.at, scan.description, scan.location, scan.carrier, reason)
            seen.setdefault((incident.day, kind), incident)
    return tuple(seen.values())


def _pickup(shipment: Shipment, scans: Sequence[_Scan]) -> Pickup:
    """Place and deadline of a parcel that waits, each from the newest scan that names it; nothing of any other."""
    if shipment.status not in _MAY_WAIT:
        return NOWHERE
    named = [
        read_pickup(scan.description, scan.at.date())
        for scan, reading in scans
        if scan.physical and reading and reading.meaning.status in _MAY_WAIT
    ]
    place = next((pickup.place for pickup in named if pickup.place), "")
    return Pickup(place, next((pickup.until for pickup in named if pickup.until), None))


def _judged(scan: Checkpoint, worded: Reading | None, now: datetime) -> _Scan:
    """The scan with whether the parcel was in hand, and what it says; a row from the future is none."""
    ahead = scan.at > now + (_ZONES_APART if scan.zone_assumed else _CLOCK_AHEAD)
    coded = _by_code(scan.substatus)
    reading = coded if coded and not (worded and _tells_more(worded, coded)) else worded
    in_hand = reading.physical if reading else scan.physical
    return replace(scan, physical=in_hand and not ahead, stage=reading.meaning.stage if reading else None), reading


def _tells_more(worded: Reading, coded: Reading) -> bool:
    """True when the words say an outcome, or the same as the code of the scan and so no less."""
    return worded.definite or worded.meaning.substatus is coded.meaning.substatus


def _by_code(substatus: Substatus) -> Reading | None:
    """A reading of the code that the provider gave to one scan; None when it is vague, or vaguer than words can be."""
    if substatus in _VAGUE or substatus.value.startswith("not_found"):
        return None
    told = next(status for status in Status if substatus.value.startswith(status.value))
    status = Status.RETURNED if substatus in _BACK else told
    weight = Weight.MOTION if status is Status.IN_TRANSIT else Weight.DEFINITE
    return Reading(Meaning(substatus.value, status, substatus, weight, incident=INCIDENT_OF_CODE.get(substatus)))


def _outcome_first(scans: Sequence[_Scan], status: Status) -> list[_Scan]:
    """The scans, newest first, but an outcome that the code confirms before what was filed a little after it."""
    ends = (n for n, (scan, reading) in enumerate(scans) if scan.physical and reading and _ends(reading, status))
    end = next(ends, 0)
    if not end or scans[0][0].at - scans[end][0].at > _SAME_EVENT:
        return list(scans)
    return [scans[end], *scans[:end], *scans[end + 1 :]]


def _ends(reading: Reading, status: Status) -> bool:
    return status in _ENDS and reading.meaning.status is status


def _without_scans(state: ParcelState, readings: Sequence[Reading | None]) -> ParcelState:
    """Only a label where nothing but labels was told: a general code gives way, "arrived" is contradicted."""
    shipment = state.shipment
    if not readings or not all(reading and reading.meaning.status is Status.INFO_RECEIVED for reading in readings):
        return state
    if shipment.status in _ENDS:
        return replace(state, contradicted=True)
    general = shipment.status is Status.IN_TRANSIT and shipment.substatus in _VAGUE
    label = replace(shipment, status=Status.INFO_RECEIVED, substatus=Substatus.NONE)
    return replace(state, shipment=label) if general else state


def _decided(shipment: Shipment, told: Sequence[Reading]) -> ParcelState:
    """The state by `told`, what the physical scans say, newest first."""
    newest, meaning, coded = told[0], told[0].meaning, shipment.status
    confirmed = any(reading.meaning.status is coded for reading in told)
    if not confirmed and _cannot_both_be(coded, meaning):
        return ParcelState(shipment, coded, meaning.id, contradicted=True)
    outdated = confirmed and coded in _PASSES and meaning.status is Status.IN_TRANSIT
    if newest.definite or coded in _KNOWS_NOTHING or outdated:
        shipment = replace(shipment, status=meaning.status, substatus=meaning.reason)
    return ParcelState(shipment, coded, meaning.id, meaning.whereabouts, newest.house, meaning.demand)


def _cannot_both_be(coded: Status, newest: Meaning) -> bool:
    """True when the code says that it has arrived, or is about to, and the newest scan that it is still far from it."""
    if coded in _ENDS:
        return newest.status in _STILL_MOVING
    return coded in _AT_THE_END and newest.substatus is Substatus.IN_TRANSIT_DEPARTURE
