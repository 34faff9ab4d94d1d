"""Serve the assistant: `python -m parcelbot.assistant_server …` is Rasa's command with less work at every turn.

Libraries' deprecation warnings are not shown.
"""

from __future__ import annotations

import os
import sys

from environs import EnvError

from parcelbot.bootstrap.written import read_files
from parcelbot.library_warnings import silence_library_warnings
from parcelbot.settings import variables
from parcelbot.settings.actions import actions_token
from parcelbot.settings.event_broker import event_broker_url
from parcelbot.settings.shared import read_settings
from parcelbot.settings.website import read_website_settings


def main() -> None:
    """Do what `rasa` with the same arguments does, by the replacements of `framework`."""
    silence_library_warnings()
    # what Rasa writes, its record of conversations above all, is nobody else's to read
    os.umask(0o077)
    try:
        # what cannot be used is said here in a sentence, and not by Rasa in a traceback
        read_files(read_settings())
        read_website_settings()
        told = _for_endpoints()
    except (EnvError, ValueError, OSError) as error:
        sys.exit(f"✗ {error}.")
    os.environ.update(told)
    _run(told["ACTIONS_URL"], told["CONVERSATIONS_DB"])


def _for_endpoints() -> dict[str, str]:
    """Read the variables that endpoints.yml names: Rasa refuses one that is not there."""
    actions_url = variables.actions_url()
    return {
        "ACTIONS_URL": actions_url,
        "ACTIONS_TOKEN": actions_token() if actions_url else "",
        "CONVERSATIONS_DB": variables.conversations_db(),
        "EVENT_BROKER_URL": event_broker_url(),
    }


def _run(actions_url: str, conversations: str) -> None:
    from rasa.__main__ import main as rasa  # only now: importing it is what prints
    from rasa.utils.common import EXPECTED_WARNINGS

    from parcelbot.rasa_plugins.framework.installation import install
    from parcelbot.rasa_plugins.framework.tracker_store.gathering import gather

    # Rasa shows every UserWarning once more, and pyparsing's deprecations are that, too; what it expects it hides
    EXPECTED_WARNINGS.append((DeprecationWarning, ""))
    if conversations == variables.database_url():
        gather(conversations)
    install(actions_url)
    rasa()


if __name__ == "__main__":
    main()
