"""Hold the token that opens a Shopify shop's Admin API: one that lasts, or one of 24 hours that is renewed in time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import requests

from parcelbot.orders.protocol import OrderError

#: A token is renewed this long before it runs out, so that no call meets one that has just ended.
_RENEWED_BEFORE_S = 300.0
#: After the shop gave none, others that ask for one meanwhile need not wait for the same failure one after the other.
_PAUSE_AFTER_FAILURE_S = 5.0
_REFUSED = frozenset({requests.codes.bad_request, requests.codes.unauthorized, requests.codes.forbidden})


class ShopifyAccess(Protocol):
    """Something that has a token for the Admin API."""

    def token(self) -> str:
        """Give a token that holds now. Raises OrderError."""

    def refused(self, token: str) -> bool:
        """Hear that the shop refused `token`; True when there may be another one now."""


@dataclass(frozen=True)
class LastingToken:
    """A token without an end, of an app made in the shop's own admin."""

    value: str

    def token(self) -> str:
        """Give the token."""
        return self.value

    def refused(self, token: str) -> bool:  # noqa: ARG002 - there is only the one
        """Have no other."""
        return False


@dataclass
class ClientCredentials:
    """The tokens of an app by its client id and secret (Shopify's client credentials grant). Thread-safe.

    `monotonic_s` gives seconds that only grow. A token is asked for at the first call and again before it ends; while
    one thread asks, the others wait for its answer, and share its failure for some seconds.
    """

    shop_url: str
    client_id: str
    client_secret: str = field(repr=False)
    timeout_s: float = 3.0
    session: requests.Session = field(default_factory=requests.Session)
    monotonic_s: Callable[[], float] = time.monotonic
    _token: str = field(default="", init=False, repr=False)
    _renewed_at_s: float = field(default=0.0, init=False, repr=False)
    _failed_until_s: float = field(default=0.0, init=False, repr=False)
    _failure: str = field(default="", init=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def token(self) -> str:
        """Give a token that holds for some minutes at least; OrderError when the shop gives none."""
        with self._lock:
            if not self._token or self.monotonic_s() >= self._renewed_at_s:
                self._renew()
            return self._token

    def _renew(self) -> None:
        if self._failure and self.monotonic_s() < self._failed_until_s:
            raise OrderError(self._failure)
        try:
            self._token, lasts_s = _read(self._ask())
        except OrderError as error:
            self._failure, self._failed_until_s = str(error), self.monotonic_s() + _PAUSE_AFTER_FAILURE_S
            raise
        self._renewed_at_s = self.monotonic_s() + max(lasts_s - _RENEWED_BEFORE_S, lasts_s / 2)

    def refused(self, token: str) -> bool:
        """Forget a token that was withdrawn before its time, so that the next call asks for another."""
        with self._lock:
            if token == self._token:
                self._token = ""
        return True

    def _ask(self) -> Any:
        form = {"grant_type": "client_credentials", "client_id": self.client_id, "client_secret": self.client_secret}
        url = f"{self.shop_url.rstrip('/')}/admin/oauth/access_token"
        try:
            response = self.session.post(url, data=form, timeout=self.timeout_s, allow_redirects=False)
            if response.status_code in _REFUSED:
                raise OrderError(
                    "Shopify gives no token: check SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET, "
                    f"and that the app is installed in this shop (HTTP {response.status_code})"
                )
            response.raise_for_status()
            return response.json()
        except (requests.RequestException, ValueError) as error:
            raise OrderError(f"Shopify gives no token: {type(error).__name__}") from error


def _read(answer: Any) -> tuple[str, float]:
    """Read a token and the seconds it lasts."""
    token = answer.get("access_token") if isinstance(answer, dict) else None
    lasts_s = answer.get("expires_in") if isinstance(answer, dict) else None
    if not isinstance(token, str) or not token or not isinstance(lasts_s, (int, float)) or lasts_s <= 0:
        raise OrderError("Shopify gives no token: unexpected answer")
    return token, float(lasts_s)
