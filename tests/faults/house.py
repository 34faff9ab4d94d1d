"""The whole house, two assistants and everything else once, whose parts are started anew when they die.

Web and worker are in it, with a helpdesk and a mailbox of the tests (`office.py`).

Behind nginx, with the file that is deployed, there are two fronts.

Instead of the trained assistants there may be two that obey (`tests/integration/website/standin.py`): a start of theirs
costs two seconds and not twenty, and all but understanding and actions is the same.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import requests

from tests.faults.office import Office, office
from tests.integration.website.running import STANDIN
from tests.integration.website.standin import write_sentences
from tests.support.ports import free_port
from tests.support.postgresql import PostgresServer
from tests.support.proxy import Proxy, proxy
from tests.support.stack import FRONT, OFFICE, ROOT, WITH_ACTION_SERVER, Stack

#: What `make run` waits before it starts again what died.
_RESTART_S = 1.0
_CLOCK = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")
_ENVIRONMENT = {
    "WEBSITE_SILENCE_S": "8",
    "WEBSITE_KEEPALIVE_S": "2",
    "SANDBOX_SLOW_S": "2",
    "TRACKING_RATE_PER_S": "1000",
    **dict.fromkeys(
        (
            "WEBSITE_MESSAGES_BURST",
            "WEBSITE_NETWORK_MESSAGES_BURST",
            "WEBSITE_REQUESTS_BURST",
            "WEBSITE_SESSIONS_BURST",
        ),
        "1000000",
    ),
}

ASSISTANTS = ("assistant 1", "assistant 2")
FRONTS = ("front", "front 2")
ACTIONS, PROVIDER = "action server", "provider"
WEB, WORKER = "web", "worker"

_HEALTH = {**dict.fromkeys((*FRONTS, *ASSISTANTS), "/webhooks/website/health"), WEB: "/ready"}


class ClockedStack(Stack):
    """A stack whose assistant and front have clocks that can be set while they run."""

    def clock(self, name: str) -> Path:
        """The file that says how far a process's clock is off."""
        return self.folder / f"clock-{name}-{self.ports[name]}"

    def set_clock(self, name: str, by_s: int) -> None:
        """Set a running process's clock forward or back."""
        self.clock(name).write_text(f"{by_s:+d}\n")

    def _command(self, name: str) -> list[str]:
        command = super()._command(name)
        if not _CLOCK.exists() or name not in ("rasa", "front"):
            return command
        self.set_clock(name, 0)
        told = {
            "LD_PRELOAD": str(_CLOCK),
            "FAKETIME_TIMESTAMP_FILE": str(self.clock(name)),
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_CACHE_DURATION": "1",
        }
        return ["env", *(f"{variable}={value}" for variable, value in told.items()), *command]


Parts = dict[str, tuple[ClockedStack, str]]


class ObedientStack(ClockedStack):
    """The same with assistants that need no model."""

    def _command(self, name: str) -> list[str]:
        command = super()._command(name)
        if name != "rasa":
            return command
        before = command[: command.index(sys.executable)]
        serve = f"cd {self.folder} && exec {sys.executable} {STANDIN} {self.ports[name]}"
        return [*before, "sh", "-c", serve]

    def _environment(self) -> dict[str, str]:
        files = {"LOCALES_DIR": str(self.folder), "KNOWLEDGE_DIR": str(ROOT / "knowledge")}
        return {**super()._environment(), **files, "DEMO_ORDERS": str(ROOT / "demo" / "orders.yml")}


@dataclass
class House:
    """The running parts by name, each of a stack; a thread starts again what has died."""

    folder: Path
    database_url: str
    database: PostgresServer | None
    redis: subprocess.Popen[bytes] | None
    office: Office
    parts: Parts = field(default_factory=dict)
    proxy: Proxy | None = None
    deaths: int = 0
    _closing: threading.Event = field(default_factory=threading.Event)

    @property
    def chat_url(self) -> str:
        """Where shoppers write."""
        door = self.proxy.url if self.proxy else self._url(FRONTS[0])
        return f"{door}/webhooks/website"

    @property
    def trusted(self) -> str | bool:
        """The certificate that shoppers trust; True for those of the machine."""
        return str(self.proxy.trusted) if self.proxy else True

    @property
    def fronts(self) -> tuple[str, ...]:
        """The fronts that there are."""
        return tuple(part for part in FRONTS if part in self.parts)

    @property
    def has_clocks(self) -> bool:
        """True where clocks can be set."""
        return _CLOCK.exists()

    def port(self, part: str) -> int:
        """The port of a part."""
        stack, name = self.parts[part]
        return stack.ports[name]

    def process(self, part: str) -> psutil.Process:
        """The process of a part; psutil.NoSuchProcess while it is dead."""
        stack, name = self.parts[part]
        return psutil.Process(stack.processes[name].pid)

    def provider_fails(self, mode: str) -> None:
        """Let the tracking provider misbehave; `none` ends it."""
        body = {"mode": mode, "times": 1000}
        requests.post(f"{self._url(PROVIDER)}/sandbox/faults", json=body, timeout=30)

    def is_well(self, part: str) -> bool:
        """Whether a part says that it may be given work."""
        try:
            return requests.get(self._url(part) + _HEALTH.get(part, "/health"), timeout=2).ok
        except requests.RequestException:
            return False

    def tend(self) -> None:
        """Start again what has died, until the house is closed."""
        while not self._closing.wait(_RESTART_S):
            for stack, name in self.parts.values():
                if stack.processes[name].poll() is not None and not self._closing.is_set():
                    self.deaths += 1
                    stack.start(name)

    def close(self) -> None:
        """Let nothing rise again."""
        self._closing.set()

    def _url(self, part: str) -> str:
        stack, name = self.parts[part]
        return stack.url(name)


@contextmanager
def house(folder: Path, backend: str, trained: bool, behind_nginx: bool = False) -> Iterator[House]:
    """Start everything, over an SQLite file or PostgreSQL and Redis, with the `trained` assistant or obedient ones."""
    with ExitStack() as stack:
        database = stack.enter_context(PostgresServer.started()) if backend == "postgresql" else None
        url = database.url if database else f"sqlite:///{folder / 'parcelbot.db'}"
        redis_port = free_port()
        redis = stack.enter_context(_redis(redis_port)) if database and shutil.which("redis-server") else None
        copies = stack.enter_context(office())
        told = {
            **_ENVIRONMENT,
            **copies.environment,
            "DATABASE_URL": url,
            "CONVERSATIONS_DB": url if database else str(folder / "conversations.db"),
            "REDIS_URL": f"redis://127.0.0.1:{redis_port}/0" if redis else "",
            **({"SANIC_PROXIES_COUNT": "1", "WEB_PROXIES": "1"} if behind_nginx else {}),
        }
        built = House(folder, url, database, redis, copies)
        begin = _trained_parts if trained else _obedient_parts
        built.parts = begin(stack, folder, told, FRONT if behind_nginx else ())
        if behind_nginx:
            (folder / "nginx").mkdir()
            fronts = [built.port(front) for front in built.fronts]
            built.proxy = stack.enter_context(proxy(folder / "nginx", fronts, [built.port(WEB)]))
        tending = threading.Thread(target=built.tend)
        tending.start()
        try:
            yield built
        finally:
            built.close()
            tending.join()


def _trained_parts(stack: ExitStack, folder: Path, told: dict[str, str], beside: tuple[str, ...]) -> Parts:
    first = stack.enter_context(ClockedStack(folder, told, (*WITH_ACTION_SERVER, *FRONT)))
    shared = {"SANDBOX_PORT": str(first.ports["sandbox"]), "ACTIONS_URL": f"{first.url('actions')}/webhook"}
    second = stack.enter_context(ClockedStack(folder, {**told, **shared}, ("rasa", *beside)))
    desks = stack.enter_context(ClockedStack(folder, {**told, **shared}, OFFICE))
    away = {ACTIONS: (first, "actions"), PROVIDER: (first, "sandbox")}
    return {**_those_of_all(first, second, desks), **away}


def _obedient_parts(stack: ExitStack, folder: Path, told: dict[str, str], beside: tuple[str, ...]) -> Parts:
    write_sentences(folder)
    first = stack.enter_context(ObedientStack(folder, told, ("rasa", *FRONT)))
    second = stack.enter_context(ObedientStack(folder, told, ("rasa", *beside)))
    # the office reads the real sentences and tables
    desks = stack.enter_context(ClockedStack(folder, told, OFFICE))
    return _those_of_all(first, second, desks)


def _those_of_all(first: ClockedStack, second: ClockedStack, desks: ClockedStack) -> Parts:
    parts: Parts = {FRONTS[0]: (first, "front"), ASSISTANTS[0]: (first, "rasa"), ASSISTANTS[1]: (second, "rasa")}
    parts |= {WEB: (desks, "web"), WORKER: (desks, "worker")}
    return {**parts, FRONTS[1]: (second, "front")} if "front" in second.names else parts


@contextmanager
def _redis(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A Redis of our own, which a shell starts anew when it is killed."""
    loop = 'while :; do redis-server --port "$0" --bind 127.0.0.1 --save "" --appendonly no & wait $!; sleep 1; done'
    process = subprocess.Popen(
        ["sh", "-c", loop, str(port)], stdout=subprocess.DEVNULL, stderr=sys.stderr, start_new_session=True
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
