"""Serve the website channel to shoppers: `python -m parcelbot.front`."""

from __future__ import annotations

import os
import sys

from environs import EnvError
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.bootstrap.written import read_spoken_and_decided
from parcelbot.front.emergency_ticket import RescueUseCases
from parcelbot.front.server import create_app
from parcelbot.settings import variables
from parcelbot.settings.shared import read_settings
from parcelbot.settings.website import read_website_settings
from parcelbot.telemetry import set_up


def main() -> None:
    """Serve until stopped; one sentence and exit code 1 when it cannot start."""
    # shoppers' files are nobody else's to read
    os.umask(0o077)
    set_up("front")
    try:
        read_spoken_and_decided(read_settings())
        app = create_app(read_website_settings(), _use_cases)
        app.run(host=variables.host(), port=variables.FRONT_PORT.read(), access_log=False, motd=False)
    except (EnvError, ValueError, OSError, SQLAlchemyError) as error:
        sys.exit(f"The front cannot start: {error}")


def _use_cases() -> RescueUseCases:
    """Build the use cases, only when a ticket has to be opened: a front that died is back the sooner."""
    from parcelbot.bootstrap.services import services

    return services()


if __name__ == "__main__":
    main()
