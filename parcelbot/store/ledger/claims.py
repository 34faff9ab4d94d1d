"""Decide which process answers a conversation, by claims whose holder shows that it lives; no clock is trusted.

Who holds a claim counts its `beat` up; whoever sees no change for a lease, by a stopwatch of its own, may take it.
Clocks that differ or are set back therefore change nothing. Each claim has a higher `fence` than the one before:
what is written under an older one is refused.
"""

from __future__ import annotations

import os
import socket
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import and_, bindparam, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import TurnClaim
from parcelbot.store.schema.conversations import conversations

_COLUMNS = conversations.c
_HERE = _COLUMNS.id == bindparam("here")
_HELD = select(_COLUMNS.runner, _COLUMNS.fence, _COLUMNS.beat).where(_HERE)
_AS_SEEN = and_(_HERE, _COLUMNS.fence == bindparam("seen_fence"), _COLUMNS.beat == bindparam("seen_beat"))
_TAKE = update(conversations).where(_AS_SEEN).values(runner=bindparam("me"), fence=_COLUMNS.fence + 1, beat=0)
_MINE = and_(_HERE, _COLUMNS.fence == bindparam("my_fence"), _COLUMNS.runner.isnot(None))
_KEEP = update(conversations).where(_MINE).values(beat=_COLUMNS.beat + 1)
_RELEASE = update(conversations).where(_MINE).values(runner=None)

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
#: Tells this process from an earlier one with the same number.
_LIFE = uuid.uuid4().hex[:12]

#: Watched claims beyond this are watched anew; so many at once mean that something larger is wrong.
_MAX_WATCHED = 10_000


@dataclass(frozen=True)
class HeldClaim:
    """A conversation's claim as it stands: who has it ("" for nobody), its fence, and how often it was kept."""

    runner: str
    fence: int
    beat: int


class SqlTurnClaims:
    """The claims on conversations, as one process sees them. Thread-safe.

    `lease_s` is how long a claim may show no life before another process takes it; `stopwatch_s` gives seconds that
    only grow.
    """

    def __init__(self, engine: Engine, lease_s: float, stopwatch_s: Callable[[], float] = time.monotonic) -> None:
        self._engine = engine
        self._lease_s = lease_s
        self._stopwatch_s = stopwatch_s
        self._watched: dict[str, tuple[HeldClaim, float]] = {}

    def take(self, conversation_id: str, runner: str) -> TurnClaim | None:
        """Take the conversation for `runner`; None while another one has it, and when there is none."""
        with self._engine.connect() as connection:
            row = connection.execute(_HELD, {"here": conversation_id}).mappings().first()
        if row is None or not self.is_free(conversation_id, held := held_claim(row)):
            return None
        with self._engine.begin() as connection:
            return self.take_in(connection, conversation_id, runner, held)

    def take_in(self, connection: Connection, conversation_id: str, runner: str, held: HeldClaim) -> TurnClaim | None:
        """Take, in the caller's transaction, a conversation that was found free; None when it has changed since."""
        seen = {"here": conversation_id, "me": runner, "seen_fence": held.fence, "seen_beat": held.beat}
        taken = connection.execute(_TAKE, seen).rowcount
        self._watched.pop(conversation_id, None)
        return TurnClaim(conversation_id, held.fence + 1) if taken else None

    def keep(self, claim: TurnClaim) -> bool:
        """Show that the claim's holder lives; False when another one has it now."""
        with self._engine.begin() as connection:
            return bool(connection.execute(_KEEP, _mine(claim)).rowcount)

    def release(self, claim: TurnClaim) -> None:
        """Give the conversation back, unless another one has it now."""
        with self._engine.begin() as connection:
            give_back(connection, claim)

    def is_free(self, conversation_id: str, held: HeldClaim) -> bool:
        """Tell whether a claim may be taken: nobody has it, or its holder is gone or has shown no life for a lease.

        Our own counts as free: who asks here answers nobody in that conversation, so it could not be given back.
        """
        if not held.runner or held.runner == runner_name() or is_gone(held.runner):
            return True
        now_s = self._stopwatch_s()
        seen, since_s = self._watched.get(conversation_id, (None, now_s))
        if seen != held:
            if len(self._watched) >= _MAX_WATCHED:
                self._watched.clear()
            self._watched[conversation_id] = (held, now_s)
            return False
        return now_s - since_s >= self._lease_s


def held_claim(row: Mapping[str, Any]) -> HeldClaim:
    """Read the claim in a row of `conversations`."""
    return HeldClaim(row["runner"] or "", row["fence"], row["beat"])


def give_back(connection: Connection, claim: TurnClaim) -> bool:
    """Give the conversation back, in the caller's transaction; False, and nothing happens, when another has it now."""
    return bool(connection.execute(_RELEASE, _mine(claim)).rowcount)


def runner_name() -> str:
    """Name this process as a holder of claims: its machine, its number there, and which of several lives it is."""
    return f"{_machine()}:{os.getpid()}:{_LIFE}"


def is_gone(runner: str) -> bool:
    """Tell whether a holder is certainly dead: a process of this machine that does not run any more."""
    machine, _, rest = runner.partition(":")
    number, _, life = rest.partition(":")
    if machine != _machine() or not number.isdigit():
        return False
    if int(number) == os.getpid():
        return life != _LIFE
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


@cache
def _machine() -> str:
    """Tell machines, and containers on one, apart: a process number means something in one of them only."""
    try:
        processes = str(Path("/proc/self/ns/pid").readlink()).strip("pid:[]")
        return f"{_BOOT_ID.read_text('ascii')[:8]}.{processes}"
    except OSError:
        return socket.gethostname()[:30].replace(":", "_")


def _mine(claim: TurnClaim) -> dict[str, Any]:
    return {"here": claim.conversation_id, "my_fence": claim.fence}
