"""Ports for servers that are told theirs before they start, or that go away and come back."""

from __future__ import annotations

import itertools
import os
import random
import socket

#: Below what the kernel hands out by itself, which may go to any connection between our look and our use.
_LOWEST, _HIGHEST = 20_000, 32_000
_SLICE = 1_000


def _own_slice() -> list[int]:
    """The ports of this test process: its worker's by turns, begun somewhere for the sake of other test runs."""
    slices = (_HIGHEST - _LOWEST) // _SLICE
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    first = _LOWEST + worker % slices * _SLICE
    begin = random.SystemRandom().randrange(_SLICE)
    return [first + (begin + n) % _SLICE for n in range(_SLICE)]


_ports = itertools.cycle(_own_slice())


def free_port() -> int:
    """A port of the loopback that nothing listens on, and that nobody else is given meanwhile."""
    return next(port for port in itertools.islice(_ports, _SLICE) if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
