"""Read the carriers' names of `knowledge/carriers.yml` where they stand beside a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from parcelbot.written_files import parsed

#: Words that may stand between a carrier and its number.
_BETWEEN = (
    r"(?:[\s,:;#=.()\"'’–-]|\b(?:tracking|track|parcel|package|shipment|awb|waybill|consignment|number|num|no|nr|id|code|ref"
    r"|reference|is|was|it|s|the|my|under|express|label|air)\b){0,14}"
)
_LEADING_TO = (
    r"[\s,;()\"'’–-]*(?:(?:it|s|is|was|that|goes|went|sent|shipped|posted|comes|coming|from|by|via|with|through|using|on"
    r"|at|in|the|a|i|think)\b[\s'’]*){0,4}"
)
#: Also everyday words: beside a number they name nobody.
_EVERYDAY = frozenset({"bring", "everi", "ems", "sf", "sda", "sapo", "spl", "die post", "postal service", "on trac"})


class CarrierNames:
    """Finder of a carrier's name directly before or after a number."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        """Take the canonical id for each name."""
        self._ids = {_plain(name): carrier for name, carrier in ids.items()}
        names = "|".join(_spelling(name) for name in sorted(ids, key=len, reverse=True))
        name = rf"(?<![A-Za-z0-9@])(?P<name>{names})(?![A-Za-z0-9])"
        self._anywhere = re.compile(name, re.IGNORECASE)
        self._before = re.compile(rf"{name}{_BETWEEN}$", re.IGNORECASE)
        self._after = re.compile(rf"{_LEADING_TO}{name}", re.IGNORECASE)

    @lru_cache(maxsize=1024)  # noqa: B019 - one instance lives as long as the process
    def beside(self, before: str, after: str) -> str:
        """Give the id of the carrier named at the end of `before` or at the start of `after`; "" for none."""
        match = self._before.search(before) or self._after.match(after)
        return self._ids[_plain(match["name"])] if match else ""

    def named_in(self, text: str) -> bool:
        """Tell whether `text` names a carrier anywhere."""
        return self._anywhere.search(text) is not None

    def blanked(self, text: str) -> str:
        """Give `text` with every name blanked out."""
        return self._anywhere.sub(lambda name: " " * len(name[0]), text)


def load_carrier_names(path: Path) -> CarrierNames:
    """Read `carriers.yml`; a missing file or a bad row raises OSError or BadFile."""
    return parsed(path, _carrier_names)


def _carrier_names(data: Mapping[str, Any]) -> CarrierNames:
    carriers = data["carriers"]
    ids = {name: carrier["id"] for carrier in carriers for name in (carrier["name"], *carrier["spellings"])}
    return CarrierNames({name: carrier for name, carrier in ids.items() if name.lower() not in _EVERYDAY})


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "", name.lower())


def _spelling(name: str) -> str:
    return r"[\s-]?".join(re.escape(word) for word in re.split(r"[\s-]+", name))
