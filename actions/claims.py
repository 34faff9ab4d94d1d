"""Read what a message claims about its parcel: places, days, carrier, channel, protection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.reading.orders.returns import sent_back
from parcelbot.core.reading.text.marketplaces import denies_the_marketplace
from parcelbot.core.reading.times.protection import protection_days
from parcelbot.core.reading.times.time_roles import only_asks_for_today

_CLAIMS = ("country", "carrier", "date", "duration", "sales_channel", "needed_by", "lives_in", "seen_in")
#: The marketplace, as it is written in other scripts too, and its short name.
_MARKETPLACE = re.compile(
    r"\bali[\s-]?express|\b(?:on|via|bei|auf|sur|en|su|na|no|op|på) ali\b|\bali app\b"
    r"|\bал[иі](?:экс|екс)пре|\b(?:на|в) ал[иі]\b|速卖通|速賣通|アリエクスプレス|アリエク|알리익스프레스|알리에서"
    r"|عل[ىي] ?[اإ]كسبر[يس]",
    re.IGNORECASE,
)


def first_value(entities: Iterable[Mapping[str, Any]], kind: str) -> str:
    """Give the value of the first entity of a kind; "" for none."""
    return next((str(e["value"]) for e in entities if e["entity"] == kind), "")


def claims_in(entities: list[Mapping[str, Any]], text: str, returned: bool) -> dict[str, Any]:
    """Give the claims of a message; `returned`: its own language says that the goods were sent back. {} for none."""
    claims: dict[str, Any] = {k: v for k in _CLAIMS if (v := first_value(entities, k))}
    if denies_the_marketplace(text):
        claims["sales_channel"] = SalesChannel.SHOP.value
    elif _MARKETPLACE.search(text):
        claims["sales_channel"] = SalesChannel.ALIEXPRESS.value
    if "needed_by" in claims and only_asks_for_today(text):
        del claims["needed_by"]
    if returned or sent_back(text):
        claims["sent_back"] = True
    if (left := protection_days(text)) is not None:
        claims["protection_days"] = left
        # the day on which protection ends is none that the goods are needed for
        claims.pop("needed_by", None)
    return claims
