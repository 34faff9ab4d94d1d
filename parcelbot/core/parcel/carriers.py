"""Find a carrier by what somebody calls it, and how to reach it: a parcel's tracking page, its site, its service."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from parcelbot.core.parcel.scan_wordings import plain

#: Stands for the tracking number in the address of a tracking page.
NUMBER_SLOT = "{number}"

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")


@dataclass(frozen=True)
class CarrierContact:
    """The ways to reach one carrier from one country.

    `tracking` is the address of its tracking page, with `{number}` where the page takes the number in its address.
    `page` is where its customer service answers: chat, form or numbers. `phone` is international ("+1 800 275 8777"),
    `hours` are words. Both hold in `country` (ISO 3166 alpha-2), anywhere where that is "". "" for what is not known.
    """

    name: str
    site: str
    tracking: str
    page: str = ""
    phone: str = ""
    hours: str = ""
    country: str = ""

    def tracking_link(self, number: str) -> str:
        """Give the address of the tracking page of `number`; of the page to paste it into where none takes it."""
        return self.tracking.replace(NUMBER_SLOT, quote(number, safe=""))


@dataclass(frozen=True)
class ListedCarrier:
    """A carrier with its contacts and the names it goes by.

    `general` has its name, site and tracking page, `contacts` its customer services by country. `aliases` are how
    shoppers and providers spell it. `worldwide` when it works in no particular countries.
    """

    general: CarrierContact
    contacts: tuple[CarrierContact, ...] = ()
    aliases: tuple[str, ...] = ()
    worldwide: bool = False

    def contact(self, country: str) -> CarrierContact:
        """Choose the contact for `country`; else the one for everywhere, else the only one, else the general one."""
        by_country = {contact.country: contact for contact in self.contacts}
        only = self.contacts[0] if len(self.contacts) == 1 else self.general
        return by_country.get(country) or by_country.get("") or only


@dataclass(frozen=True)
class CarrierBook:
    """Every carrier we know, by its id, to be found by any of its names."""

    carriers: Mapping[str, ListedCarrier] = field(default_factory=dict)

    def contact(self, name: str, country: str) -> CarrierContact | None:
        """Find how to reach the carrier that somebody calls `name` from `country`; None for one we do not know.

        One whose spelling has the country in it comes first: "Hermes" of a parcel to DE is not the British one.
        """
        found = self.carriers.get(self._aliases.get(plain(f"{name} {country}")) or self.identify(name))
        return found.contact(country) if found else None

    def identify(self, name: str) -> str:
        """Find the id of the carrier that somebody calls `name`: "DPD (DE)" is `dpd`; "" for one we do not know.

        An id is its own name.
        """
        if name in self.carriers:
            return name
        called = plain(name)
        spelt = self._aliases.get(called) or self._names.get(called)
        return spelt or self._names.get(plain(_IN_BRACKETS.sub(" ", name))) or self._branch(called)

    def called(self, name: str) -> str:
        """Find the id of the carrier whose own name this is; no alias counts: "the post" is anybody's."""
        return self._names.get(plain(name), "")

    def _branch(self, called: str) -> str:
        """Find the worldwide carrier whose name begins `called`, the longest such: "GLS Italy" is a branch of `gls`."""
        begins = [name for name, id_ in self._names.items() if self.carriers[id_].worldwide and called.startswith(name)]
        return self._names[max(begins, key=len)] if begins else ""

    @cached_property
    def _names(self) -> dict[str, str]:
        return {plain(carrier.general.name): id_ for id_, carrier in self.carriers.items()}

    @cached_property
    def _aliases(self) -> dict[str, str]:
        return {plain(alias): id_ for id_, carrier in self.carriers.items() for alias in carrier.aliases}
