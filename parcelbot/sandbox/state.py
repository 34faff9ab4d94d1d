"""Keep what the sandbox knows: its parcels, who registered which number when, and its limits."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any

from parcelbot.sandbox.entries import SandboxShipment
from parcelbot.sandbox.faults import Faults
from parcelbot.sandbox.payload import not_found_info, track_info


@dataclass(frozen=True)
class Limits:
    """The limits of an account: requests a second, and numbers that may be registered in all.

    A number stays unknown for `pending_s` after it was registered.
    """

    rate_per_s: int = 3
    quota: int = 1000
    pending_s: float = 0.0


@dataclass
class Registration:
    """A registered number: when, by whom, and whether it is still looked at."""

    at: datetime
    token: str
    stopped: bool = False
    retracked: bool = False


@dataclass
class SandboxState:
    """The sandbox's memory, and how it misbehaves."""

    now: Callable[[], datetime]
    entries: dict[str, SandboxShipment]
    limits: Limits
    faults: Faults
    registered: dict[str, Registration] = field(default_factory=dict)
    used: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    calls: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _lock: Lock = field(default_factory=Lock)

    def entry(self, number: str) -> SandboxShipment | None:
        """Find a parcel by its number, or by the one that its last carrier gave it; None for an unknown one."""
        handed_over = (entry for entry in self.entries.values() if entry.last_mile_number.upper() == number)
        return self.entries.get(number) or next((entry.of_the_last_mile() for entry in handed_over), None)

    def throttled(self, token: str) -> bool:
        """Count a call; True when `token` has had its share of this second."""
        with self._lock:
            recent, moment = self.calls[token], self.now().timestamp()
            while recent and moment - recent[0] >= 1:
                recent.popleft()
            if len(recent) >= self.limits.rate_per_s:
                self.refused += 1
                return True
            recent.append(moment)
            return False

    def register(self, number: str, token: str) -> bool:
        """Take a number in; False when the quota is spent."""
        with self._lock:
            if self.used >= self.limits.quota:
                return False
            self.used += 1
            self.registered[number] = Registration(self.now(), token)
            return True

    def pending_for_s(self, number: str) -> float:
        """Tell how long a number is looked up after it was registered."""
        entry = self.entry(number)
        return self.limits.pending_s if entry is None or entry.pending_s is None else entry.pending_s

    def pending(self, number: str) -> bool:
        """True while a freshly registered number is still being looked up."""
        return (self.now() - self.registered[number].at).total_seconds() < self.pending_for_s(number)

    def track(self, number: str) -> dict[str, Any]:
        """Make what is told of a registered number, as an item of an answer or a push."""
        entry, now = self.entry(number), self.now()
        info = track_info(entry, now) if entry else not_found_info(number, now)
        return {"number": number, "carrier": 0, "param": None, "tag": "", "track_info": info}
