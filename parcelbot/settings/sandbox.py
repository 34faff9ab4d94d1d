"""Read the sandbox carrier's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from environs import Env

from parcelbot.settings import variables


@dataclass(frozen=True)
class SandboxSettings:
    """The sandbox's address and behaviour.

    A new number stays unknown for `pending_s`, and `quota` of them may be registered; news are pushed to `push_url`.
    The fault "slow" makes an answer take `slow_s`.
    """

    shipments: Path
    host: str
    port: int
    pending_s: float
    rate_per_s: int
    slow_s: float
    quota: int
    push_url: str


def read_sandbox_settings() -> SandboxSettings:
    """Read the settings; a value that cannot be read raises environs.EnvError with its name."""
    env = Env()
    return SandboxSettings(
        shipments=variables.demo_shipments(),
        host=env.str("SANDBOX_HOST", "127.0.0.1"),
        port=variables.SANDBOX_PORT.read(),
        pending_s=env.float("SANDBOX_PENDING_S", 2.0),
        rate_per_s=env.int("SANDBOX_RATE_PER_S", 3),
        slow_s=env.float("SANDBOX_SLOW_S", 3.0),
        quota=env.int("SANDBOX_QUOTA", 1000),
        push_url=env.str("SANDBOX_PUSH_URL", "") or f"http://127.0.0.1:{variables.WEB_PORT.read()}/hooks/17track",
    )
