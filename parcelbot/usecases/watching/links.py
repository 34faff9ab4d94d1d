"""Sign the links that open a parcel's page, end its messages, or confirm an address (by itsdangerous)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from itsdangerous import BadSignature, URLSafeSerializer

from parcelbot.core.watching.watch import CONFIRM_WITHIN


class LinkPurpose(str, Enum):
    """Purpose of a link: it opens nothing else. Its value is the path that it begins with."""

    PAGE = "parcel"
    STOP = "parcel/stop"
    CONFIRM = "parcel/confirm"


@dataclass(frozen=True)
class WatchLinks:
    """The links of all watches: each names one, and holds nothing else. `pages_url` is where shoppers reach us."""

    secret: str
    pages_url: str
    clock: Callable[[], datetime]

    def address(self, purpose: LinkPurpose, watch_id: str) -> str:
        """Write the address of a link."""
        return f"{self.pages_url}/{purpose.value}/{self.token(purpose, watch_id)}"

    def token(self, purpose: LinkPurpose, watch_id: str) -> str:
        """Sign a watch's id for one purpose."""
        return str(self._signer(purpose).dumps([watch_id, int(self.clock().timestamp())]))

    def read(self, purpose: LinkPurpose, token: str) -> str:
        """Give the id of the watch that a token was signed for; "" for one that is forged or too old."""
        try:
            watch_id, made_s = self._signer(purpose).loads(token)
        except (BadSignature, TypeError, ValueError):
            return ""
        too_old = self.clock().timestamp() - made_s > CONFIRM_WITHIN.total_seconds()
        return "" if purpose is LinkPurpose.CONFIRM and too_old else str(watch_id)

    def _signer(self, purpose: LinkPurpose) -> URLSafeSerializer:
        return URLSafeSerializer(self.secret, salt=f"watch-{purpose.value}")
