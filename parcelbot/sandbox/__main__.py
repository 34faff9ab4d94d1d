"""Run the sandbox: `python -m parcelbot.sandbox`, configured by `SANDBOX_*` in the environment."""

from __future__ import annotations

import sys
from datetime import datetime, timezone

import waitress
from environs import EnvError

from parcelbot.sandbox.app import create_app
from parcelbot.sandbox.entries import EntryError, load_entries
from parcelbot.sandbox.faults import Faults
from parcelbot.sandbox.pushes import Pushes
from parcelbot.sandbox.state import Limits
from parcelbot.settings.sandbox import read_sandbox_settings


def main() -> None:
    """Serve until interrupted; one sentence and exit code 1 when the parcels or the port will not do."""
    try:
        settings = read_sandbox_settings()
    except EnvError as error:
        sys.exit(f"The sandbox cannot start: {error}")
    try:
        entries = load_entries(settings.shipments, _now())
        app = create_app(
            entries,
            _now,
            limits=Limits(settings.rate_per_s, settings.quota, settings.pending_s),
            faults=Faults(slow_s=settings.slow_s),
            pushes=Pushes(settings.push_url),
        )
        print(f"Sandbox carrier with {len(entries)} parcels on http://{settings.host}:{settings.port}", flush=True)
        waitress.serve(app, host=settings.host, port=settings.port, threads=16, _quiet=True)
    except (OSError, EntryError) as error:
        sys.exit(f"The sandbox cannot start ({settings.shipments}, {settings.host}:{settings.port}): {error}")


def _now() -> datetime:
    return datetime.now(timezone.utc)


if __name__ == "__main__":
    main()
