"""Serve until told to stop, then finish what is under way: an agent's reply is not cut off by a restart."""

from __future__ import annotations

import threading
import time
from typing import Any

import waitress
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer

_LOOK_EVERY_S = 0.05


class Serving:
    """A server with its sockets; `told` is what waitress is told."""

    def __init__(self, app: Any, **told: Any) -> None:
        self._sockets: dict[int, Any] = {}
        self._server = waitress.create_server(app, map=self._sockets, **told)

    def run_until(self, stop: threading.Event, finish_within_s: float) -> bool:
        """Serve until `stop`; tells whether all that was asked until then was answered in time."""
        threading.Thread(target=self._server.run, name="serving", daemon=True).start()
        stop.wait()
        for listening in self._those(BaseWSGIServer):
            # only the thread that serves may touch its sockets
            listening.trigger.pull_trigger(lambda door=listening: _close(door))
        return self._all_answered(time.monotonic() + finish_within_s)

    def _all_answered(self, deadline: float) -> bool:
        while any(channel.requests or channel.total_outbufs_len for channel in self._those(HTTPChannel)):
            if time.monotonic() > deadline:
                return False
            time.sleep(_LOOK_EVERY_S)
        return True

    def _those(self, kind: type) -> list[Any]:
        return [part for part in list(self._sockets.values()) if isinstance(part, kind)]


def _close(door: Any) -> None:
    door.accepting = False
    door.del_channel()
    door.socket.close()
