"""The inbox on a stage: a clock that is set by hand, cheap password hashes, and a browser without a screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from limits.storage import Storage
from werkzeug.test import TestResponse

from parcelbot.core.handover.agents import Account, Agent, Role
from parcelbot.usecases.accounts import Accounts
from parcelbot.usecases.passwords import Passwords

#: A Monday morning.
NOW = datetime(2026, 11, 23, 9, tzinfo=timezone.utc)
PASSWORD = "linen softens with every wash"

_TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')


@dataclass
class Clock:
    """Now, until somebody moves it."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


def cheap_passwords() -> Passwords:
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


class ClockedStorage(Storage):
    """Counters of `limits` that end by the given clock."""

    STORAGE_SCHEME = None

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._counts: dict[str, tuple[int, float]] = {}

    def incr(self, key: str, expiry: int, elastic_expiry: bool = False, amount: int = 1) -> int:
        count = self.get(key)
        ends = self._counts[key][1] if count else self._clock().timestamp() + expiry
        self._counts[key] = (count + amount, ends)
        return count + amount

    def get(self, key: str) -> int:
        count, ends = self._counts.get(key, (0, 0.0))
        return count if ends > self._clock().timestamp() else 0

    def get_expiry(self, key: str) -> int:
        return int(self._counts[key][1])

    def check(self) -> bool:
        return True

    def reset(self) -> None:
        self._counts.clear()

    def clear(self, key: str) -> None:
        self._counts.pop(key, None)


def enrol(
    accounts: Accounts, email: str, role: Role = Role.AGENT, *, active: bool = True, demo: bool = False
) -> Account:
    """An account of a person who logs in with PASSWORD."""
    agent = Agent(email, email.partition("@")[0].capitalize(), role, demo)
    account = Account(agent, active, 1, accounts.clock())
    accounts.store.add(account, accounts.passwords.hash(PASSWORD))
    return account


@dataclass
class Browser:
    """One agent's browser: keeps cookies, and sends the CSRF token of the page it was last shown."""

    app: Flask
    headers: dict[str, str] = field(default_factory=dict)
    client: FlaskClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.app.test_client()

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, headers=self.headers | options.pop("headers", {}), **options)

    def post(self, path: str, data: Mapping[str, Any] | None = None, **options: Any) -> TestResponse:
        form = {"csrf_token": self.token(), **(data or {})}
        return self.client.post(path, data=form, headers=self.headers | options.pop("headers", {}), **options)

    def token(self) -> str:
        """The token of the page that everybody may open: of this browser's session, logged in or not."""
        shown = self.get("/inbox/log-in")
        if shown.status_code == 303:
            shown = self.get("/inbox/password")
        found = _TOKEN.search(shown.text)
        return found[1] if found else ""

    def log_in(self, email: str, password: str = PASSWORD, **fields: str) -> TestResponse:
        return self.post("/inbox/log-in", {"email": email, "password": password, **fields})

    def logged_in(self) -> bool:
        return self.get("/inbox/password").status_code == 200

    def cookie(self) -> str:
        found = self.client.get_cookie("inbox", path="/inbox")
        return found.value if found else ""

    def keep(self, cookie: str) -> None:
        """Have the cookie that somebody else has."""
        self.client.set_cookie("inbox", cookie, path="/inbox")
