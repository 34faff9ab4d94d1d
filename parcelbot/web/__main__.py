"""Serve the web app: `python -m parcelbot.web`."""

from __future__ import annotations

import waitress

from parcelbot.web import create_app
from parcelbot.web.config import config_from_env


def main() -> None:
    """Serve until stopped."""
    config = config_from_env()
    waitress.serve(create_app(config), host=config.host, port=config.port, threads=8)


if __name__ == "__main__":
    main()
