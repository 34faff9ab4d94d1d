"""Recognise carriers by the names that shops and shoppers give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from parcelbot.knowledge.loading import Carrier

_BETWEEN = re.compile(r"[\W_]+")


def carrier_ids(carriers: Iterable[Carrier]) -> Callable[[str], str]:
    """Give a function from a carrier's id, name or spelling to its id; "" for names that are none of theirs."""
    ids = {_bare(name): carrier.id for carrier in carriers for name in (*carrier.spellings, carrier.name, carrier.id)}
    return lambda name: ids.get(_bare(name), "")


def _bare(name: str) -> str:
    return _BETWEEN.sub("", name.casefold())
