"""The whole assistant on free ports of the loopback: sandbox and Rasa with the trained model, perhaps an action server.

An office besides: the web app with shop and inbox, and the worker.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import requests

from tests.support.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "models" / "parcelbot.tar.gz"

#: Shared with the shop, which signs with it who is logged in.
IDENTITY_SECRET = "a secret of the tests, not to be guessed"
#: Known to assistant and action server.
ACTIONS_TOKEN = "the assistant shows this to the actions"

_START_LIMIT_S = 300
_STOP_LIMIT_S = 20

#: What answers shoppers, and what agents work with.
ASSISTANT = ("sandbox", "rasa")
#: The same with the actions in a server of their own.
WITH_ACTION_SERVER = ("sandbox", "actions", "rasa")
OFFICE = ("web", "worker")
#: What shoppers talk to, also while the assistant is away.
FRONT = ("front",)

_HEALTH = dict.fromkeys(("rasa", "front"), "/webhooks/website/health")

#: A busy machine is not a silent assistant.
_SILENCE_S = 30

_CREDENTIALS = f"""
parcelbot.rasa_plugins.guarded_rest.GuardedRest:
  silence_s: {_SILENCE_S}
parcelbot.rasa_plugins.website.WebsiteInput:
"""


@dataclass
class Stack:
    """Starts its processes on entering, ends them by their own process ids on leaving."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ASSISTANT
    ports: dict[str, int] = field(init=False)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ports = {name: free_port() for name in (*WITH_ACTION_SERVER, *OFFICE, *FRONT)}

    def __enter__(self) -> Stack:
        (self.folder / "credentials.yml").write_text(_CREDENTIALS)
        try:
            for name in self.names:
                self.start(name)
            for name in self.names:
                self.wait_for(name)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill(*list(self.processes))  # nobody looks at what they would still tidy up

    def url(self, name: str) -> str:
        """The base address of one process."""
        return f"http://127.0.0.1:{self.ports[name]}"

    def start(self, name: str) -> None:
        """Start one process, its output in a file of the stack's folder."""
        log = (self.folder / f"{name}.log").open("ab")
        self.processes[name] = subprocess.Popen(
            self._command(name), cwd=ROOT, env=self._environment(), stdout=log, stderr=log
        )

    def stop(self, name: str, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop one process and wait until it is gone."""
        process = self.processes.pop(name)
        process.send_signal(how)
        try:
            process.wait(_STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def kill(self, *names: str) -> None:
        """End processes at once, as a power cut would."""
        for name in names:
            self.stop(name, signal.SIGKILL)

    def restart(self, *names: str) -> None:
        """Start processes that were stopped or killed, and wait until they answer."""
        for name in names:
            self.start(name)
        for name in names:
            self.wait_for(name)

    def wait_for(self, name: str) -> None:
        """Wait until one process answers; fails with the end of its log."""
        path = _HEALTH.get(name, "/health")
        deadline = time.monotonic() + _START_LIMIT_S
        while time.monotonic() < deadline and self.processes[name].poll() is None:
            try:
                if requests.get(self.url(name) + path, timeout=5).ok:
                    return
            except requests.RequestException:
                pass
            time.sleep(0.3)
        raise RuntimeError(f"{name} did not start:\n{self.log(name)[-3000:]}")

    def run(self, module: str, *arguments: str) -> str:
        """Run one of the command-line tools on this stack's data; gives what it prints."""
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self._environment(), capture_output=True, text=True, check=True)
        return done.stdout

    def log(self, name: str) -> str:
        """What one process has printed so far."""
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def _command(self, name: str) -> list[str]:
        python, port = sys.executable, str(self.ports[name])
        if name == "sandbox":
            return [python, "-m", "parcelbot.sandbox"]
        if name in (*OFFICE, *FRONT):
            return [python, "-m", f"parcelbot.{name}"]
        if name == "actions":
            return [python, "-m", "parcelbot.action_server", "--actions", "actions", "--port", port]
        files = ["--endpoints", str(ROOT / "endpoints.yml"), "--credentials", str(self.folder / "credentials.yml")]
        serve = ["run", "--enable-api", "--interface", "127.0.0.1", "--port", port, "--model", str(MODEL), *files]
        return [python, "-m", "parcelbot.assistant_server", *serve]

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SANDBOX_PORT": str(self.ports["sandbox"]),
            "WEB_PORT": str(self.ports["web"]),
            "WORKER_PORT": str(self.ports["worker"]),
            "FRONT_PORT": str(self.ports["front"]),
            "ASSISTANT_URL": self.url("front" if "front" in self.names else "rasa"),
            "WEBSITE_ORIGINS": self.url("web"),
            "ACTIONS_TOKEN": ACTIONS_TOKEN,
            "ACTIONS_URL": f"{self.url('actions')}/webhook" if "actions" in self.names else "",
            "DATABASE_URL": f"sqlite:///{self.folder / 'parcelbot.db'}",
            "CONVERSATIONS_DB": str(self.folder / "conversations.db"),
            "ATTACHMENTS_DIR": str(self.folder / "attachments"),
            "TRACKING_TTL_S": "0",
            "TRACKING_WAIT_S": "0",
            "TRACKING_RATE_PER_S": "1000",
            "TRACKING_NEW_PER_ADDRESS": "1000000",
            "SANDBOX_RATE_PER_S": "1000",
            "SANDBOX_PENDING_S": "0",
            "WEBSITE_SILENCE_S": str(_SILENCE_S),
            "WEBSITE_PAUSE_S": "0",
            "WEBSITE_IDENTITY_SECRET": IDENTITY_SECRET,
            "RASA_TELEMETRY_ENABLED": "false",
            "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "OPENBLAS_NUM_THREADS": "1",
            **self.env,
        }
