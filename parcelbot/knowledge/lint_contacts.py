"""Check the carriers' contacts: every carrier has some, links take the number, phones and countries exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parcelbot.core.parcel.carriers import NUMBER_SLOT
from parcelbot.knowledge.countries import is_country

Contacts = Mapping[str, Mapping[str, Any]]

#: E.164: a country code and a number of at most 15 digits in all; none that can be called is shorter than 8.
_PHONE_DIGITS = range(8, 16)
_SLOT = re.compile(r"\{[^{}]*\}")


def contact_findings(carriers: Iterable[str], contacts: Contacts) -> Iterator[str]:
    """Find what is wrong with the `contacts` of `carriers`, both by carrier id, a sentence each."""
    listed = set(carriers)
    for name in sorted(listed ^ set(contacts)):
        yield f"{name}: {'has no contact' if name in listed else 'is no carrier of carriers.yml'}"
    for name, data in contacts.items():
        yield from (f"{name}: {finding}" for finding in (*_links(data), *_services(data["service"])))


def _links(data: Mapping[str, Any]) -> Iterator[str]:
    for part in (data, *data["service"]):
        yield from _tracking(part.get("tracking", ""), part.get("paste", False))
        for key in ("site", "page", "source"):
            if _SLOT.search(part.get(key, "")):
                yield f"{part[key]} is no page of one parcel"


def _tracking(link: str, pasted: bool) -> Iterator[str]:
    slots = set(_SLOT.findall(link))
    for slot in slots - {NUMBER_SLOT}:
        yield f"{link} has a place for {slot}"
    if link and pasted is (NUMBER_SLOT in slots):
        yield f"{link} {'takes the number, so nobody pastes it' if pasted else 'has no place for the number'}"


def _services(services: list[Mapping[str, Any]]) -> Iterator[str]:
    countries = Counter(service.get("country", "") for service in services)
    for country, count in countries.items():
        if count > 1:
            yield f"{country or 'no country'} stands {count} times"
        if country and not is_country(country):
            yield f"there is no country {country}"
    for service in services:
        if "phone" in service and sum(c.isdigit() for c in service["phone"]) not in _PHONE_DIGITS:
            yield f"{service['phone']} is no international number"
