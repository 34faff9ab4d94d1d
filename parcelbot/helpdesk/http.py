"""Call a helpdesk's API, and tell what its failures mean for a delivery.

| answer | becomes |
|---|---|
| 401, 402, 403, 404, 422 and other 4xx | permanent: a person has to change something first |
| 409 | worth another look: the thing may be there already, or two changes met |
| 408, 423, 425, 429, 5xx | again later; after `Retry-After` when there is one |
| time-out, reset, no answer, no JSON | again later: it may have been stored all the same |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

import requests

from parcelbot.core.outgoing.deliveries import DeliveryFailed
from parcelbot.core.outgoing.retrying import retry_after_s
from parcelbot.helpdesk.server_words import readable

CONFLICT = 409
UNPROCESSABLE = 422
_LATER = frozenset({408, 409, 423, 425, 429})
_TELLING_KEYS = ("description", "msg", "message", "error", "data", "details", "errors", "title", "attributes")


class Refused(DeliveryFailed):
    """The helpdesk answered with an error; `status` is HTTP's, `answer` the JSON that came with it, if any."""

    def __init__(
        self, reason: str, status: int, answer: Any, *, permanent: bool, retry_after_s: float | None = None
    ) -> None:
        super().__init__(reason, permanent=permanent, retry_after_s=retry_after_s)
        self.status = status
        self.answer = answer


@dataclass(frozen=True)
class Transport:
    """JSON calls to one helpdesk.

    `helpdesk` is its name for people, `settings` the names of the settings its address and account come from.
    A call takes at most `connect_s` to connect and `answer_s` from byte to byte, and is not repeated: that is
    the outbox's.
    """

    helpdesk: str
    base_url: str
    settings: str
    headers: Mapping[str, str] = field(default_factory=dict)
    account: tuple[str, str] | None = None
    connect_s: float = 5.0
    answer_s: float = 20.0
    session: requests.Session = field(default_factory=requests.Session)

    def get(self, path: str, **params: str | int) -> Any:
        """Read; DeliveryFailed for anything but a JSON answer."""
        return self._call("GET", path, params=params)

    def post(self, path: str, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Any:
        """Create; DeliveryFailed for anything but a JSON answer."""
        return self._call("POST", path, json=body, headers=headers or {})

    def put(self, path: str, body: Mapping[str, Any]) -> Any:
        """Change; DeliveryFailed for anything but a JSON answer."""
        return self._call("PUT", path, json=body)

    def _call(self, method: str, path: str, headers: Mapping[str, str] | None = None, **arguments: Any) -> Any:
        try:
            response = self.session.request(
                method,
                f"{self.base_url.rstrip('/')}{path}",
                headers={"Accept": "application/json", **self.headers, **(headers or {})},
                auth=self.account,
                timeout=(self.connect_s, self.answer_s),
                allow_redirects=False,
                **arguments,
            )
        except requests.RequestException as error:
            raise DeliveryFailed(f"{self.helpdesk} did not answer ({type(error).__name__}).") from error
        return self._read(response)

    def _read(self, response: requests.Response) -> Any:
        if response.status_code >= 300:
            raise self._refusal(response)
        if not response.content:
            return {}
        try:
            return response.json()
        except ValueError as error:
            raise DeliveryFailed(f"{self.helpdesk} answered with something that is not JSON.") from error

    def _refusal(self, response: requests.Response) -> Refused:
        status, answer = response.status_code, _json(response)
        later = status in _LATER or status >= 500
        pause_s = retry_after_s(response.headers.get("Retry-After", ""), datetime.now(timezone.utc)) if later else None
        return Refused(
            self._reason(status, details(answer)),
            status,
            answer,
            permanent=not later,
            retry_after_s=pause_s,
        )

    def _reason(self, status: int, said: str) -> str:
        """Say what happened and what an admin can do about it."""
        what = {
            300: f"sends us elsewhere: check the address in {self.settings}",
            401: f"does not accept our credentials: check {self.settings}",
            402: "wants a paid plan for this",
            403: f"does not allow us this: give the account of {self.settings} the right to it",
            404: f"does not know what we asked for: check {self.settings}; or it was deleted there",
            409: "says that it is there already or was changed at the same moment",
            422: "does not accept what we sent",
            429: "asks us to slow down",
            500: "has a fault of its own",
        }
        nearest = status if status in what else 500 if status >= 500 else 300 if status < 400 else 422
        return f"{self.helpdesk} {what[nearest]} (HTTP {status}){f': {said}' if said else '.'}"


def details(answer: Any) -> str:
    """Give what an error's JSON says as one line without e-mail addresses; "" when it says nothing."""
    return readable("; ".join(dict.fromkeys(_strings_in(answer))))


def _strings_in(answer: Any) -> Iterator[str]:
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, list):
        for item in answer:
            yield from _strings_in(item)
    elif isinstance(answer, dict):
        # Vendors nest what went wrong under the names of the fields it went wrong with.
        for key in sorted(answer, key=lambda name: name not in _TELLING_KEYS):
            yield from _strings_in(answer[key])


def _json(response: requests.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        return None
