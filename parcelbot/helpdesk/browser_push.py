"""Notify browsers of news of a watched parcel, through their push services (pywebpush, RFC 8030 and 8291)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

import requests
from pywebpush import WebPushException, webpush

from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed
from parcelbot.core.outgoing.forwarding import BROWSER_PUSH
from parcelbot.helpdesk.protocol import PushCopy

#: A push service keeps a notification for a browser that is away so long; older news are in the chat.
_KEPT_S = 24 * 3600
_TIMEOUT_S = 15.0
#: The browser has withdrawn, or its address was given up.
_GONE = frozenset({404, 410})
_LATER = frozenset({408, 425, 429})


def _session() -> requests.Session:
    session = requests.Session()
    session.max_redirects = 0  # nobody is sent on to another address
    return session


@dataclass(frozen=True)
class BrowserPush:
    """Destination `browser_push`. A notification is encrypted for its browser; the push service cannot read it.

    `private_key` is our VAPID key, `contact` (mailto: or https:) whom a push service can reach about us. `gone` is told
    of browsers that take no more notifications.
    """

    private_key: str = field(repr=False)
    contact: str
    gone: Callable[[str], None]
    session: requests.Session = field(default_factory=_session)
    name: str = BROWSER_PUSH

    def deliver(self, delivery: Delivery, news: PushCopy, remote_id: str, /) -> str:  # noqa: ARG002
        """Notify one browser; one that is gone is forgotten, and nothing has failed."""
        browser = news.browser
        told = {"title": news.title, "body": news.body, "url": news.page_link, "tag": news.tag, "lang": news.language}
        keys = {"p256dh": browser.p256dh, "auth": browser.auth}
        try:
            webpush(
                {"endpoint": browser.endpoint, "keys": keys},
                json.dumps(told),
                vapid_private_key=self.private_key,
                vapid_claims={"sub": self.contact},
                ttl=_KEPT_S,
                timeout=_TIMEOUT_S,
                requests_session=self.session,
            )
        except WebPushException as error:
            self._failed(news.browser_id, error)
        except (requests.RequestException, ValueError) as error:
            raise DeliveryFailed(f"The push service did not answer ({type(error).__name__}).") from error
        return ""

    def _failed(self, browser_id: str, error: WebPushException) -> None:
        status = error.response.status_code if error.response is not None else 0
        if status in _GONE:
            self.gone(browser_id)
            return
        later = not status or status in _LATER or status >= 500
        raise DeliveryFailed(f"The push service answered with HTTP {status}.", permanent=not later) from error
