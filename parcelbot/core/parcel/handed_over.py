"""Read from a scan which carrier took a parcel over, where its provider names none. Pure.

"Handed over to PostNL" says who brings it, whatever the provider's own fields leave empty; a "postal service" or a
"local courier" without a name says nobody, and what is yet to be handed over is with the first carrier. Handing
on is not taking in: until the next one scans it, a parcel lies between the two.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parcelbot.core.parcel.carriers import CarrierBook
from parcelbot.core.parcel.shipment import Lookup, Shipment

_MOST_WORDS = 4
_HANDED = re.compile(
    r"(?P<before>[^,;.]{0,40}?)\b(?:"
    r"(?:handed|passed|turned|given)(?: over| on)?|tendered|transferred|released|hand-?over|übergeben|remis|confié"
    r"|transmis"
    r"|entregado|transferido|entregue|consegnato|affidato|overgedragen|przekazan[oay]|передано"
    r") (?:to|an|à|al?|au|aux|alla|para|ao|aan|do)(?: (?:the|die|den|der|la|le|il|de))? (?P<who>[^,;.()\n]{2,60})"
    r"|(?P<ahead>[^,;.]{0,40}?)\b(?:an|aan) (?P<whom>[^,;.()\n]{2,40}?) (?:übergeben|overgedragen)\b",
    re.IGNORECASE,
)
#: Who takes a parcel over for the last stretch, by no name of theirs; an airline or customs bring none.
_BRINGS_IT = re.compile(
    r"carrier|courier|deliver|provider|post|last[- ]mile|zustell|paketdienst|transporteur|livr|mensajer|transportista"
    r"|reparto|corriere|vervoerder|bezorg|przewoźn|kurier|перевоз|доставк|почт",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|will|to be|be|await\w*|waiting|ready|before|until|cannot|unable|wird|werden|sera|será|sarà|wordt)\W*$",
    re.IGNORECASE,
)


def with_named_carrier(lookup: Lookup, book: CarrierBook) -> Lookup:
    """Give a look-up whose shipment has the carrier that its newest hand-over names, unless one is known already."""
    shipment = lookup.shipment
    if shipment is None or shipment.last_mile_carrier:
        return lookup
    name = _named(shipment, book)
    return replace(lookup, shipment=replace(shipment, last_mile_carrier=name)) if name else lookup


def is_on_its_way_over(shipment: Shipment) -> bool:
    """Tell whether the newest scan hands it on to the carrier that brings it, and that one has not scanned it yet."""
    scan, taker = shipment.last_scan, shipment.last_mile_carrier
    if scan is None or not taker or any(taker == of.carrier for of in shipment.checkpoints):
        return False
    found = _HANDED.search(scan.description)
    if not found or _NOT_YET.search(found["before"] or found["ahead"] or ""):
        return False
    who = (found["who"] or found["whom"]).casefold()
    return taker.casefold() in who or _BRINGS_IT.search(who) is not None


def _named(shipment: Shipment, book: CarrierBook) -> str:
    """Name the carrier of the newest hand-over; "" where none is named, or it is the one that has it anyway."""
    first = book.identify(shipment.carrier)
    for scan in shipment.checkpoints:
        found = _HANDED.search(scan.description)
        if found and not _NOT_YET.search(found["before"] or found["ahead"] or ""):
            taker = _taker(found["who"] or found["whom"], book)
            return book.carriers[taker].general.name if taker and taker != first else ""
    return ""


def _taker(words: str, book: CarrierBook) -> str:
    """Find the carrier that the first few words name, the longest name first; "" for none."""
    named = words.split()[:_MOST_WORDS]
    lengths = range(len(named), 0, -1)
    return next(filter(None, (book.called(" ".join(named[:length])) for length in lengths)), "")
