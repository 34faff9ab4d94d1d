"""Train, start and stop the assistants that are compared, each on free ports of the loopback."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import requests

from tests.support import postgresql
from tests.support.ports import free_port
from tests.support.stack import ASSISTANT, FRONT, Stack

CACHE = Path(".cache/bench").absolute()
STARTER = "starter"
FLOOR = "floor"
OURS = "ours"

_START_LIMIT_S = 300
_STOP_LIMIT_S = 30
_REST = "rest:\n"
_FLOOR_SOURCES = Path(__file__).with_name("floor")

#: `make run`'s settings, but for a look-up that stays cached and limits that one fast shopper would hit.
OURS_ENV = {
    "TRACKING_TTL_S": "86400",
    "WEBSITE_MESSAGES_BURST": "100000",
    "WEBSITE_SESSIONS_BURST": "100000",
    "WEBSITE_REQUESTS_BURST": "100000",
    "WEBSITE_NETWORK_MESSAGES_BURST": "100000",
    "WEBSITE_NETWORK_MESSAGES_PER_DAY": "1000000",
    "WEBSITE_NETWORK_SESSIONS_PER_DAY": "1000000",
}

#: So that each shopper of a crowd may come from a network of their own.
_BEHIND_A_PROXY = {"SANIC_PROXIES_COUNT": "1"}


@dataclass(frozen=True)
class Running:
    """A started assistant: its base address, the processes it consists of by name, and what its start took.

    Ours has a front besides, with an address of its own; "" for the others.
    """

    url: str
    processes: dict[str, psutil.Process]
    started_s: float
    start_cpu_s: float
    front_url: str = ""

    def start_line(self, name: str) -> str:
        """Say what the start took, and how much memory it has now that no other process shares."""
        return f"{name:30}{self.started_s:8.1f} s {self.start_cpu_s:8.1f} s CPU {self.memory_mb():8.0f} MB"

    def memory_mb(self) -> float:
        """Memory that no other process shares."""
        return sum(process.memory_full_info().uss for process in self.processes.values()) / 1e6

    def cpu_s(self) -> dict[str, float]:
        """Seconds of CPU that each process has used so far."""
        times = {name: process.cpu_times() for name, process in self.processes.items()}
        return {name: spent.user + spent.system for name, spent in times.items()}


@contextmanager
def starter() -> Iterator[Running]:
    """`rasa init`'s assistant: DIET, TED, tracker store in memory, REST; trained at the first use."""
    folder = CACHE / STARTER
    if not list(folder.glob("models/*.tar.gz")):
        folder.mkdir(parents=True, exist_ok=True)
        _rasa("init", "--no-prompt", "--init-dir", str(folder))
    with _served(sorted(folder.glob("models/*.tar.gz"))[-1], folder) as running:
        yield running


@contextmanager
def floor() -> Iterator[Running]:
    """Keywords and rules without any action; trained at the first use."""
    folder = CACHE / FLOOR
    model = folder / "floor.tar.gz"
    if not model.exists():
        folder.mkdir(parents=True, exist_ok=True)
        config, told = str(_FLOOR_SOURCES / "config.yml"), str(_FLOOR_SOURCES / "assistant.yml")
        sources = ["--config", config, "--domain", told, "--data", told]
        _rasa("train", *sources, "--out", str(folder), "--fixed-model-name", FLOOR)
    with _served(model, folder) as running:
        yield running


@contextmanager
def ours(folder: Path, env: Mapping[str, str] = OURS_ENV) -> Iterator[Running]:
    """Our assistant with the sandbox carrier, on the website channel and on guarded REST; with SQLite unless told.

    In a folder where one runs already this is a second one, on the same databases.
    """
    began_s = time.monotonic()
    with Stack(folder, {**env}, (*ASSISTANT, *FRONT)) as stack:
        own = {name: psutil.Process(p.pid) for name, p in stack.processes.items() if name != "sandbox"}
        yield replace(_started(stack.url("rasa"), own, began_s), front_url=stack.url("front"))


@contextmanager
def ours_on_postgresql(folder: Path) -> Iterator[Running]:
    """Our assistant with a PostgreSQL server of its own, which holds what the assistant remembers, too."""
    with ExitStack() as stack:
        url = stack.enter_context(postgresql.server())
        yield stack.enter_context(ours(folder, {**OURS_ENV, "DATABASE_URL": url, "CONVERSATIONS_DB": url}))


@contextmanager
def ours_without_cache(folder: Path) -> Iterator[Running]:
    """Our assistant with every look-up asked of the sandbox anew."""
    with ours(folder, {**OURS_ENV, "TRACKING_TTL_S": "0"}) as running:
        yield running


@contextmanager
def ours_as_shipped(folder: Path) -> Iterator[Running]:
    """Our assistant with the limits it is shipped with, behind a proxy whose word counts."""
    with ours(folder, {**_BEHIND_A_PROXY, "TRACKING_TTL_S": OURS_ENV["TRACKING_TTL_S"]}) as running:
        yield running


def _started(url: str, processes: dict[str, psutil.Process], began_s: float) -> Running:
    took_s, times = time.monotonic() - began_s, [process.cpu_times() for process in processes.values()]
    return Running(url, processes, took_s, sum(spent.user + spent.system for spent in times))


def _rasa(*arguments: str) -> None:
    print(f"training once: rasa {arguments[0]} …", flush=True)
    subprocess.run([sys.executable, "-m", "rasa", *arguments], check=True, capture_output=True)


@contextmanager
def _served(model: Path, folder: Path) -> Iterator[Running]:
    port = free_port()
    credentials = folder / "bench_credentials.yml"
    credentials.write_text(_REST)
    where = ["--interface", "127.0.0.1", "--port", str(port), "--credentials", str(credentials)]
    command = [sys.executable, "-m", "rasa", "run", "--model", str(model), *where]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    began_s = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"}, **quiet)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_until_loaded(url, process)
        yield _started(url, {"rasa": psutil.Process(process.pid)}, began_s)
    finally:
        process.terminate()
        process.wait(_STOP_LIMIT_S)


def _wait_until_loaded(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until messages are answered; RuntimeError when the process ends or takes too long."""
    hello = {"sender": "nobody", "message": "hello"}
    deadline = time.monotonic() + _START_LIMIT_S
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if requests.post(f"{url}/webhooks/rest/webhook", json=hello, timeout=60).json():
                return
        except requests.RequestException:
            pass
        time.sleep(0.5)
    raise RuntimeError(f"{url} did not start")
