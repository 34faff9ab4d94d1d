"""Note who is looking at which ticket and who is writing, so that two agents do not answer at once.

Kept in the web process's memory and gone after seconds. What really holds is the claim in the
database; with several web processes this shows only the colleagues of one's own.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

#: An open page tells about itself every 2 s, a hidden one every 15 s.
PRESENT_FOR = timedelta(seconds=20)


@dataclass(frozen=True)
class Colleague:
    """Another agent on the same ticket."""

    name: str
    writing: bool


@dataclass(frozen=True)
class _Sight:
    name: str
    writing: bool
    at: datetime


class Presence:
    """Sightings by ticket and agent. Thread-safe."""

    def __init__(self) -> None:
        self._seen: dict[str, dict[str, _Sight]] = {}
        self._lock = threading.Lock()

    def note(self, reference: str, email: str, name: str, writing: bool, now: datetime) -> None:
        """Note that the agent has this ticket open now."""
        with self._lock:
            self._seen.setdefault(reference, {})[email] = _Sight(name, writing, now)
            self._forget(now)

    def others(self, reference: str, email: str, now: datetime) -> tuple[Colleague, ...]:
        """List everybody but the agent `email` who has this ticket open, by name."""
        with self._lock:
            sights = dict(self._seen.get(reference, {}))
        here = (s for known, s in sights.items() if known != email and now - s.at < PRESENT_FOR)
        return tuple(Colleague(s.name, s.writing) for s in sorted(here, key=lambda sight: sight.name))

    def _forget(self, now: datetime) -> None:
        for reference, sights in list(self._seen.items()):
            fresh = {email: s for email, s in sights.items() if now - s.at < PRESENT_FOR}
            if fresh:
                self._seen[reference] = fresh
            else:
                del self._seen[reference]
