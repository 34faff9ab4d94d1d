"""Serve the actions: `python -m parcelbot.action_server` is Rasa's own server with our logs and metrics."""

from __future__ import annotations

from parcelbot.library_warnings import silence_library_warnings
from parcelbot.telemetry import set_up


def main() -> None:
    """Serve the actions until stopped; the arguments are those of `python -m rasa_sdk`."""
    silence_library_warnings()
    from rasa_sdk import utils  # only now: importing it is what prints
    from rasa_sdk.endpoint import create_argument_parser, run

    told = create_argument_parser().parse_args()
    utils.update_sanic_log_level()
    set_up("actions")
    run(told.actions or "actions", told.port)


if __name__ == "__main__":
    main()
