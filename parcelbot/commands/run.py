"""Start every part, say where they are when all answer, keep them running; Ctrl-C stops all: `make run`."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import requests
from dotenv import load_dotenv
from environs import EnvError
from honcho.environ import parse_procfile

from parcelbot.bootstrap.written import read_files
from parcelbot.commands.supervisor import Supervisor
from parcelbot.settings import variables
from parcelbot.settings.sandbox import read_sandbox_settings
from parcelbot.settings.shared import read_settings
from parcelbot.settings.variables import Port
from parcelbot.settings.website import read_website_settings
from parcelbot.settings.worker import read_worker_settings

_START_LIMIT_S = 180
_POLL_S = 0.5
#: Metrics are served where all parts run together; a part alone serves them only when it is told to.
_METRICS_PORT = "9464"
_PROCFILE = Path("Procfile")


@dataclass(frozen=True)
class Part:
    """One process of the Procfile: its name, the variable that holds its port, its health check."""

    name: str
    port_variable: str
    default_port: int
    health: str

    @property
    def port(self) -> int:
        """The port from the environment, or the default; ends the program with a sentence when it is none."""
        try:
            return Port(self.port_variable, self.default_port).read()
        except EnvError as error:
            sys.exit(f"✗ {error}.")


PARTS = (
    Part("sandbox carrier", *variables.SANDBOX_PORT, "/health"),
    Part("assistant", *variables.RASA_PORT, "/webhooks/website/health"),
    Part("chat", *variables.FRONT_PORT, "/webhooks/website/health"),
    Part("worker", *variables.WORKER_PORT, "/health"),
    Part("shop page", *variables.WEB_PORT, "/health"),
)

#: Only with ACTIONS_URL; the assistant runs the actions itself otherwise.
ACTION_SERVER = Part("action server", *variables.ACTIONS_PORT, "/health")


def main() -> int:
    """Run until Ctrl-C; returns 1 at once where a setting or a taken port keeps the parts from working."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.default_int_handler)
    load_dotenv()
    os.environ.setdefault("METRICS_PORT", _METRICS_PORT)
    parts = _parts()
    os.environ.update(_environment_of(parts))
    if ACTION_SERVER in parts:
        # whoever starts both makes them know each other; it ends with them
        os.environ.setdefault("ACTIONS_TOKEN", secrets.token_hex())
    taken = [part for part in parts if _listens(part.port)]
    if taken:
        return _refuse(taken)
    unusable = _unusable()
    if unusable:
        print(f"✗ {unusable}.", file=sys.stderr)
        return 1
    names = ", ".join(part.name for part in parts)
    print(f"▸ Starting {names} (the assistant takes some 20 seconds)", flush=True)
    threading.Thread(target=_announce, args=(parts,), daemon=True).start()
    Supervisor(_commands(parts)).run()
    return 0


def _unusable() -> str:
    """Say which setting, or which file of tables or sentences, cannot be used; "" when all can."""
    try:
        for read in (read_website_settings, read_worker_settings, read_sandbox_settings):
            read()
        read_files(read_settings())
    except (EnvError, ValueError, OSError) as error:
        return str(error)
    return ""


def _commands(parts: Sequence[Part]) -> Mapping[str, str]:
    """Give the commands of the Procfile, by name, that belong to these parts."""
    commands: dict[str, str] = parse_procfile(_PROCFILE.read_text(encoding="utf-8")).processes
    return {name: command for name, command in commands.items() if name != "actions" or ACTION_SERVER in parts}


def _parts() -> Sequence[Part]:
    return (ACTION_SERVER, *PARTS) if variables.actions_url() else PARTS


def _environment_of(parts: Sequence[Part]) -> Mapping[str, str]:
    """Give the variables that the Procfile and Rasa's endpoints.yml name; they know no defaults."""
    return {
        **{part.port_variable: str(part.port) for part in parts},
        "HOST": variables.host(),
        "CONVERSATIONS_DB": variables.conversations_db(),
        "ACTIONS_URL": variables.actions_url(),
        "ASSISTANT_URL": variables.assistant_url(),
    }


def _refuse(taken: Sequence[Part]) -> int:
    for part in taken:
        message = f"✗ Port {part.port} for the {part.name} is taken; stop what uses it or set {part.port_variable}."
        print(message, file=sys.stderr)
    return 1


def _announce(parts: Sequence[Part]) -> None:
    """Say where the parts are once all answer, or which do not within the time a start may take."""
    waiting = _wait_until_healthy(parts)
    if waiting:
        names = ", ".join(part.name for part in waiting)
        print(f"✗ Not answering after {_START_LIMIT_S} s: {names}; see the lines above.", file=sys.stderr)
    else:
        print(f"\n✓ Ready. {_addresses(parts)} (Ctrl-C stops everything)\n{_inbox()}\n", flush=True)


def _wait_until_healthy(parts: Sequence[Part]) -> Sequence[Part]:
    """Wait for all; gives those that do not answer in time."""
    deadline = time.monotonic() + _START_LIMIT_S
    waiting = list(parts)
    while waiting and time.monotonic() < deadline:
        waiting = [part for part in waiting if not _healthy(part)]
        time.sleep(_POLL_S)
    return waiting


def _healthy(part: Part) -> bool:
    try:
        return requests.get(f"http://127.0.0.1:{part.port}{part.health}", timeout=1).ok
    except requests.RequestException:
        return False


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _addresses(parts: Sequence[Part]) -> str:
    return "; ".join(f"{part.name} http://127.0.0.1:{part.port}" for part in reversed(parts))


def _inbox() -> str:
    """Say where agents work, and how to get in: in demo mode with the demo log-in."""
    # late, for it loads the web framework, and the checks before the start should not wait for that
    from parcelbot.bootstrap.inbox import demo_log_in

    settings = read_settings()
    known = demo_log_in(settings)
    how = f"demo e-mail {known[0]}, password {known[1]}" if known else "make agent EMAIL=… gives a log-in"
    return f"  Agents log in at {settings.inbox_url}: {how}"


if __name__ == "__main__":
    sys.exit(main())
