"""A PostgreSQL server of this test run's own: started when the first test needs one, gone with the last."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg2

from tests.support.ports import free_port

_START_LIMIT_S = 60
_USER = "postgres"
#: Nothing in it outlives the run, so nothing waits for a disk; but what was committed outlives a server that is killed.
_CARELESS = ("fsync=off", "full_page_writes=off", "autovacuum=off")


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`, which Debian keeps off the path; None without a server."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb") or next(map(str, reversed(debian)), None)
    return Path(found).resolve().parent if found else None


def why_not() -> str:
    """Why there can be no server here; empty when there can."""
    if programs() is None:
        return "PostgreSQL is not installed (on Debian: apt-get install postgresql), and TEST_POSTGRES_URL is not set"
    if os.geteuid() == 0 and not _account():
        return f"PostgreSQL does not run as root, and there is no user {_USER} to run it as"
    return ""


@dataclass
class PostgresServer:
    """A fresh server on a free port of the loopback, which can be crashed and started again on its data."""

    home: str
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @classmethod
    @contextmanager
    def started(cls) -> Iterator[PostgresServer]:
        with tempfile.TemporaryDirectory(prefix="postgresql-", ignore_cleanup_errors=True) as home:
            if os.geteuid() == 0:
                shutil.chown(home, _USER)
            subprocess.run(
                [_program("initdb"), "-D", f"{home}/data", "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-sync"],
                check=True, stdout=subprocess.DEVNULL, **_unprivileged(home),
            )  # fmt: skip
            ours = cls(home)
            ours.start()
            try:
                yield ours
            finally:
                ours.stop(signal.SIGINT)  # without waiting for those who are still connected

    @property
    def url(self) -> str:
        return f"postgresql://{_USER}@127.0.0.1:{self.port}/{_USER}"

    def start(self) -> None:
        settings = (
            "listen_addresses=127.0.0.1",
            f"port={self.port}",
            f"unix_socket_directories={self.home}",
            *_CARELESS,
        )
        options = [word for setting in settings for word in ("-c", setting)]
        with (Path(self.home) / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [_program("postgres"), "-D", f"{self.home}/data", *options],
                stdout=log, stderr=log, **_unprivileged(self.home),
            )  # fmt: skip
        _wait_for(self.url, self.process, Path(self.home) / "log")

    def stop(self, how: signal.Signals) -> None:
        """SIGINT ends it in order, SIGQUIT as a crash does."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait()
            self.process = None


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that ends with the context."""
    with PostgresServer.started() as running:
        yield running.url


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_LIMIT_S
    while process.poll() is None and time.monotonic() < deadline:
        try:
            psycopg2.connect(url).close()
            return
        except psycopg2.OperationalError:
            time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-3000:]}")


def _program(name: str) -> str:
    folder = programs()
    assert folder is not None
    return str(folder / name)


def _unprivileged(home: str) -> dict[str, Any]:
    """How to start a process as somebody who is not root, in a folder that is theirs."""
    account = _account() if os.geteuid() == 0 else None
    return {"cwd": home, **({"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {})}


def _account() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(_USER)
    except KeyError:
        return None
