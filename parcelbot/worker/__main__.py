"""Run the worker: `python -m parcelbot.worker`, configured by the environment."""

from __future__ import annotations

import logging
import signal
import sys
import threading

import waitress
from environs import EnvError
from prometheus_client import REGISTRY

from parcelbot import telemetry
from parcelbot.bootstrap.worker import worker
from parcelbot.bootstrap.written import read_files
from parcelbot.settings.shared import read_settings
from parcelbot.settings.worker import read_worker_settings
from parcelbot.worker.chores import ChoreRunner
from parcelbot.worker.health import create_app

#: How long a delivery under way may take to end; what does not is taken up by the next worker.
_STOP_WITHIN_S = 25.0

logger = logging.getLogger("parcelbot.worker")


def main() -> int:
    """Work until SIGTERM or Ctrl-C, then finish what is under way; one sentence and 1 when it cannot start."""
    telemetry.set_up("worker")
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    try:
        own = read_worker_settings()
        settings = read_settings()
        read_files(settings)
        parts = worker(settings, own)
        around = ChoreRunner(parts.chores)
        health = waitress.create_server(
            create_app(around.stuck, parts.database_answers), host="127.0.0.1", port=own.port, threads=2
        )
    except (EnvError, ValueError, OSError) as error:
        print(f"The worker cannot start: {error}", file=sys.stderr)
        return 1
    REGISTRY.register(parts.measures)
    around.start()
    threading.Thread(target=health.run, name="health", daemon=True).start()
    logger.info("working: %s", ", ".join(chore.name for chore in parts.chores) or "nothing to do")
    stop.wait()
    return 0 if around.stop(_STOP_WITHIN_S) else 1


if __name__ == "__main__":
    sys.exit(main())
