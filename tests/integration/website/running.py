"""Starting and stopping the stand-in server, and the front, as processes of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import requests

from tests.integration.website.shopper import PATIENCE_S
from tests.support.ports import free_port

ROOT = Path(__file__).resolve().parents[3]
STANDIN = Path(__file__).with_name("standin.py")
START_TIMEOUT_S = 180


@dataclass
class Server:
    """A stand-in, or the front, that can be killed and started again on the same port and database."""

    directory: Path
    environment: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    is_front: bool = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/webhooks"

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.directory / 'parcelbot.db'}"

    @property
    def log(self) -> str:
        return (self.directory / "server.log").read_text(errors="replace")

    def start(self) -> Server:
        self.directory.mkdir(parents=True, exist_ok=True)
        with (self.directory / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *(("-m", "parcelbot.front") if self.is_front else (str(STANDIN), str(self.port)))],
                cwd=self.directory,
                env={
                    **os.environ,
                    "PYTHONPATH": str(ROOT),
                    "DATABASE_URL": self.database_url,
                    "ATTACHMENTS_DIR": str(self.directory / "attachments"),
                    "KNOWLEDGE_DIR": str(ROOT / "knowledge"),
                    "LOCALES_DIR": ".",
                    "FRONT_PORT": str(self.port),
                    "DEMO_ORDERS": str(ROOT / "demo" / "orders.yml"),
                    **self.environment,
                },
                stdout=log,
                stderr=log,
            )
        self._wait_until_up()
        return self

    def signal(self, what: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(what)

    def stop(self) -> None:
        """Stop it until it gets SIGCONT; returns when every thread stands still."""
        self.signal(signal.SIGSTOP)
        assert self.process is not None
        os.waitpid(self.process.pid, os.WUNTRACED)

    def wait_until_dead(self) -> None:
        """Wait for the end that a message has ordered."""
        assert self.process is not None
        self.process.wait(PATIENCE_S)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline:
            if self.process is None or self.process.poll() is not None:
                raise RuntimeError(f"the stand-in ended:\n{self.log}")
            try:
                requests.get(f"{self.url}/website/health", timeout=5)
                return
            except requests.RequestException:
                time.sleep(0.1)
        raise TimeoutError(self.log)
