"""Serve the web app: `python -m parcelbot.web`."""

from __future__ import annotations

import signal
import sys
import threading

from environs import EnvError

from parcelbot.bootstrap.web import web_app
from parcelbot.settings.shared import read_settings
from parcelbot.settings.web import read_web_config
from parcelbot.telemetry import set_up
from parcelbot.web.serving import Serving

#: An agent's open pages wait for news; that many at once, and the shop besides.
_THREADS = 16
#: Nothing is uploaded here; shoppers' files go to the assistant.
_MAX_BODY_BYTES = 1024 * 1024
#: Who opens connections and says nothing does not keep others out, and is not waited for.
_CONNECTIONS = 1000
_IDLE_S = 30
#: How long what is under way may take to end when the process is told to.
_STOP_WITHIN_S = 25.0


def main() -> None:
    """Serve until SIGTERM or Ctrl-C, then finish what is under way; one sentence and 1 when it cannot start."""
    set_up("web")
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    try:
        config = read_web_config()
        serving = Serving(
            web_app(config, read_settings()),
            host=config.host,
            port=config.port,
            threads=_THREADS,
            max_request_body_size=_MAX_BODY_BYTES,
            connection_limit=_CONNECTIONS,
            asyncore_use_poll=True,
            channel_timeout=_IDLE_S,
            cleanup_interval=_IDLE_S // 3,
        )
    except (EnvError, ValueError, OSError) as error:
        sys.exit(f"The web process cannot start: {error}")
    sys.exit(0 if serving.run_until(stop, _STOP_WITHIN_S) else 1)


if __name__ == "__main__":
    main()
