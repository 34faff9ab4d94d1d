"""Build the book of carriers from `carriers.yml` and `carrier_contacts.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from parcelbot.core.parcel.carriers import CarrierBook, CarrierContact, ListedCarrier


def carrier_book(carriers: Iterable[Mapping[str, Any]], contacts: Mapping[str, Mapping[str, Any]]) -> CarrierBook:
    """Build the book of the `carriers` that have `contacts`, by id; both as parsed from their files."""
    return CarrierBook({c["id"]: _listed(c, contacts[c["id"]]) for c in carriers if c["id"] in contacts})


def _listed(carrier: Mapping[str, Any], data: Mapping[str, Any]) -> ListedCarrier:
    general = CarrierContact(name=carrier["name"], site=data["site"], tracking=data["tracking"])
    return ListedCarrier(
        general=general,
        contacts=tuple(_service(general, service) for service in data["service"]),
        aliases=(*carrier["spellings"], *data.get("also_called", ())),
        worldwide=not carrier["countries"],
    )


def _service(general: CarrierContact, data: Mapping[str, Any]) -> CarrierContact:
    return CarrierContact(
        name=general.name,
        site=data.get("site", general.site),
        tracking=data.get("tracking", general.tracking),
        page=data.get("page", ""),
        phone=data.get("phone", ""),
        hours=data.get("hours", ""),
        country=data.get("country", ""),
    )
