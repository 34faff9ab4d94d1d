"""The worker as a process of its own, that can be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import requests

from tests.integration.website.running import ROOT
from tests.support.ports import free_port

_PATIENCE_S = 90


@dataclass
class WorkerProcess:
    """`python -m parcelbot.worker` on a free port; its words are in `log`."""

    directory: Path
    environment: dict[str, str]
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        return (self.directory / "worker.log").read_text(errors="replace")

    def start(self) -> None:
        with (self.directory / "worker.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "parcelbot.worker"],
                cwd=ROOT,
                env={**os.environ, "WORKER_PORT": str(self.port), **self.environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def health(self) -> int:
        """The status of the health check, 0 while nobody answers."""
        try:
            return requests.get(f"http://127.0.0.1:{self.port}/health", timeout=5).status_code
        except requests.RequestException:
            return 0

    def wait_until(self, true: Callable[[], object], what: str) -> None:
        """Wait until it is so; AssertionError when the worker ends before or it takes far too long."""
        deadline = time.monotonic() + _PATIENCE_S
        while not true():
            assert self.process is not None
            assert self.process.poll() is None, self.log
            assert time.monotonic() < deadline, f"never: {what}; {self.log}"
            time.sleep(0.05)

    def kill(self) -> None:
        """Kill the process as `kill -9` does: without a chance to tidy up."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def ask_to_stop(self) -> int:
        """Send SIGTERM; gives the exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=_PATIENCE_S)

    def close(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()
