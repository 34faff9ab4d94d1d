"""Model a browser that takes notifications, and tell the push services that browsers really use from anything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

#: The services of Chrome and Edge on Android, Firefox, Edge on Windows, and Safari. Our worker calls no other address,
#: whatever a client says: it would call into our own network as well.
_SERVICES = (
    "fcm.googleapis.com",
    "android.googleapis.com",
    "push.services.mozilla.com",
    "notify.windows.com",
    "push.apple.com",
)
_LONGEST = 600


@dataclass(frozen=True)
class BrowserAddress:
    """A browser's address at its push service, with the keys that notifications are encrypted for (base64url)."""

    endpoint: str
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)


def is_push_service(endpoint: str) -> bool:
    """Tell whether an address is one of a push service that a browser uses."""
    if len(endpoint) > _LONGEST:
        return False
    try:
        told = urlsplit(endpoint)
        port = told.port
    except ValueError:
        return False
    host = (told.hostname or "").lower()
    plain = told.scheme == "https" and port in (None, 443) and not told.username
    return plain and any(host == service or host.endswith(f".{service}") for service in _SERVICES)
