"""Read the worker's settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from environs import Env

from parcelbot.settings import variables


@dataclass(frozen=True)
class WorkerSettings:
    """The worker's port for health checks (on the loopback), deliveries and patience.

    After `attempts` failures a delivery waits for a person; `lease` is how long a killed worker's
    deliveries wait for another, and has to be longer than the slowest delivery. `agent_silence` is how much working
    time a shopper waits for an agent before the case goes back to the queue.
    """

    port: int = 8081
    attempts: int = 100
    lease: timedelta = timedelta(seconds=120)
    agent_silence: timedelta = timedelta(minutes=10)


def read_worker_settings() -> WorkerSettings:
    """Read the settings; a value that cannot be read raises environs.EnvError with its name."""
    env = Env()
    return WorkerSettings(
        port=variables.WORKER_PORT.read(),
        attempts=env.int("OUTBOX_ATTEMPTS", 100),
        lease=timedelta(seconds=env.float("OUTBOX_LEASE_S", 120.0)),
        agent_silence=timedelta(minutes=env.float("AGENT_SILENCE_MIN", 10.0)),
    )
