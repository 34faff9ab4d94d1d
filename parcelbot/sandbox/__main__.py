"""Run the sandbox: `python -m parcelbot.sandbox`, configured by `SANDBOX_*` in the environment."""

from __future__ import annotations

import sys
from datetime import datetime, timezone
from pathlib import Path

import waitress
from environs import Env

from parcelbot.sandbox.app import create_app
from parcelbot.sandbox.entries import EntryError, load_entries
from parcelbot.sandbox.faults import Faults


def main() -> None:
    """Serve until interrupted; one sentence and exit code 1 when the parcels or the port will not do."""
    env = Env()
    path = Path(env.str("SANDBOX_SHIPMENTS", "demo/shipments.yml"))
    host, port = env.str("SANDBOX_HOST", "127.0.0.1"), env.int("SANDBOX_PORT", 8017)
    try:
        entries = load_entries(path, _now())
        app = create_app(
            entries,
            _now,
            pending_s=env.float("SANDBOX_PENDING_S", 0.0),
            rate_per_s=env.int("SANDBOX_RATE_PER_S", 30),
            faults=Faults(slow_s=env.float("SANDBOX_SLOW_S", 3.0)),
        )
        print(f"Sandbox carrier with {len(entries)} parcels on http://{host}:{port}", flush=True)
        waitress.serve(app, host=host, port=port, threads=16, _quiet=True)
    except (OSError, EntryError) as error:
        sys.exit(f"The sandbox cannot start ({path}, {host}:{port}): {error}")


def _now() -> datetime:
    return datetime.now(timezone.utc)


if __name__ == "__main__":
    main()
