"""Serve the web app: `python -m parcelbot.web`."""

from __future__ import annotations

import sys

import waitress
from environs import EnvError

from parcelbot.bootstrap.web import web_app
from parcelbot.settings.shared import read_settings
from parcelbot.settings.web import read_web_config
from parcelbot.telemetry import set_up

#: An agent's open pages wait for news; that many at once, and the shop besides.
_THREADS = 16
#: Nothing is uploaded here; shoppers' files go to the assistant.
_MAX_BODY_BYTES = 1024 * 1024
#: Who opens connections and says nothing does not keep others out, and is not waited for.
_CONNECTIONS = 1000
_IDLE_S = 30


def main() -> None:
    """Serve until stopped; one sentence and exit code 1 when it cannot start."""
    set_up("web")
    try:
        config = read_web_config()
        server = waitress.create_server(
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
    server.run()


if __name__ == "__main__":
    main()
