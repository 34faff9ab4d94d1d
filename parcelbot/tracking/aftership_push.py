"""Read what AfterShip pushes to a webhook (Tracking API 2024-07), and check that it is AfterShip who does.

`aftership-hmac-sha256` in the header is the HMAC-SHA256 of the body with the account's webhook secret, in base 64.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime

from parcelbot.core.parcel.news import PushedNews
from parcelbot.tracking.aftership_answers import AfterShipWords, lookup_of, moment_at
from parcelbot.tracking.errors import ProviderGarbage
from parcelbot.tracking.mapping import dig, number_at, text_at
from parcelbot.tracking.transport import Json

SIGNATURE_HEADER = "aftership-hmac-sha256"

#: A scan or a status, and another day of arrival; both come with the whole tracking.
_UPDATES = frozenset({"tracking_update", "edd_revise"})


def is_signed(body: bytes, sign: str, secret: str) -> bool:
    """Tell whether whoever sent `body` knows the account's webhook secret; never without a secret."""
    expected = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest())
    return bool(secret) and hmac.compare_digest(sign.strip().encode(), expected)


def parse_push(payload: Json, words: AfterShipWords, now: datetime) -> PushedNews | None:
    """Read a push; None for an event that is not about where a parcel is. Another shape raises ProviderGarbage."""
    if text_at(payload, "event") not in _UPDATES:
        return None
    number, tracking = number_at(payload, "msg", "tracking_number"), dig(payload, "msg")
    if not number or not text_at(tracking, "tag"):
        raise ProviderGarbage("a push without a number or its news")
    told_at = moment_at(tracking, "updated_at")
    synced_at = min(told_at, now) if told_at else None
    return PushedNews(number, lookup_of([{**tracking, "tracking_number": number}], words, now), synced_at)
