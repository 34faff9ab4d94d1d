"""Read what 17TRACK pushes to a webhook (API v2.2), and check that it is 17TRACK who does.

`sign` in the header is the SHA-256 of the body, a slash and the account's key, in hexadecimal digits.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from parcelbot.core.parcel.news import PushedNews
from parcelbot.tracking.errors import ProviderGarbage
from parcelbot.tracking.events import aware_time
from parcelbot.tracking.mapping import dig, number_at, objects_at, text_at
from parcelbot.tracking.protocol import StatusVocabulary
from parcelbot.tracking.seventeentrack_answers import lookup_of_track
from parcelbot.tracking.transport import Json

_UPDATED, _STOPPED = "TRACKING_UPDATED", "TRACKING_STOPPED"


def is_signed(body: bytes, sign: str, key: str) -> bool:
    """Tell whether whoever sent `body` knows the account's key; never without a key."""
    expected = hashlib.sha256(body + b"/" + key.encode()).hexdigest()
    return bool(key) and hmac.compare_digest(sign.strip().lower().encode(), expected.encode())


def parse_push(payload: Json, vocabulary: StatusVocabulary, now: datetime) -> PushedNews | None:
    """Read a push; None for an event that is not about where a parcel is. Another shape raises ProviderGarbage."""
    event, number = text_at(payload, "event"), number_at(payload, "data", "number")
    if event not in (_UPDATED, _STOPPED):
        return None
    if not number:
        raise ProviderGarbage("a push without a number")
    if event == _STOPPED:
        return PushedNews(number, None)
    track = dig(payload, "data")
    if not dig(track, "track_info"):
        raise ProviderGarbage("a push without news")
    return PushedNews(number, lookup_of_track({**track, "number": number}, vocabulary, now), _synced_at(track, now))


def _synced_at(track: Json, now: datetime) -> datetime | None:
    """Find when 17TRACK last looked at any of the carriers; a clock ahead of ours counts as now."""
    told = (
        text_at(provider, "latest_sync_time") for provider in objects_at(track, "track_info", "tracking", "providers")
    )
    times = [moment for moment in map(_moment, told) if moment is not None]
    return min(max(times), now) if times else None


def _moment(text: str) -> datetime | None:
    try:
        return aware_time(text, "", "")[0]
    except ValueError:
        return None
