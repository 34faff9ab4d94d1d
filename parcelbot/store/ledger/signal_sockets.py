"""Let the processes of one machine tell each other something short, by a socket of each in a folder of their own."""

from __future__ import annotations

import hashlib
import logging
import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.engine import make_url

logger = logging.getLogger(__name__)

_NAME_CHARS = 16
_MAX_BYTES = 2048
_USUAL = Path("/tmp")


class SignalSockets:
    """The sockets of those who use one database. Thread-safe; nobody is waited for, and what fails is let go."""

    def __init__(self, database_url: str) -> None:
        self.folder = _folder_of(database_url)
        self._sender = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._sender.setblocking(False)

    def send(self, data: bytes) -> None:
        """Give `data` to every other process that listens; one whose socket is full has enough to look at."""
        with suppress(OSError):
            for entry in os.scandir(self.folder):
                if not entry.name.startswith(f"{os.getpid()}."):
                    self._send_to(Path(entry.path), data)

    def _send_to(self, other: Path, data: bytes) -> None:
        with suppress(OSError):
            try:
                self._sender.sendto(data, str(other))
            except ConnectionRefusedError:
                # who listened there is dead
                other.unlink()

    @contextmanager
    def listening(self) -> Iterator[socket.socket]:
        """Open this process's socket for as long as the context lasts; OSError where there can be none."""
        _make(self.folder)
        path = self.folder / f"{os.getpid()}.{os.urandom(4).hex()}"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ours:
            ours.setblocking(False)
            ours.bind(str(path))
            try:
                yield ours
            finally:
                path.unlink(missing_ok=True)


def received(ours: socket.socket) -> Iterator[bytes]:
    """Give all that has come to a socket and not been read."""
    with suppress(BlockingIOError):
        while True:
            yield ours.recv(_MAX_BYTES)


def _folder_of(database_url: str) -> Path:
    """Name the folder after the user and the database; a path to a socket may not be long."""
    url = make_url(database_url)
    told = str(Path(url.database).absolute()) if url.drivername.startswith("sqlite") and url.database else database_url
    name = hashlib.sha256(told.encode()).hexdigest()[:_NAME_CHARS]
    return _temporary() / f"parcelbot-{os.getuid()}-{name}"


def _temporary() -> Path:
    """Name the folder for temporary files; the usual one while the disk is full, when none passes the library's trial.

    Where that is another one signals do not arrive, and what they tell is found by looking.
    """
    try:
        return Path(tempfile.gettempdir())
    except FileNotFoundError:
        return _USUAL


def _make(folder: Path) -> None:
    """Make the folder for us alone; OSError when it is somebody else's."""
    folder.mkdir(mode=0o700, exist_ok=True)
    seen = folder.lstat()
    if not stat.S_ISDIR(seen.st_mode) or seen.st_uid != os.getuid() or seen.st_mode & 0o077:
        raise PermissionError(f"{folder} is not ours alone")
