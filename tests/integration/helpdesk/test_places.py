"""A helpdesk is known in every place that needs it; a place that was forgotten is named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timezone
from pathlib import Path

import pytest
from environs import EnvError

from parcelbot.bootstrap.worker import destinations
from parcelbot.inbox.admin.deliveries import DESTINATIONS
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.settings.variables import HELPDESKS
from tests.integration.helpdesk.benches import BENCHES

ROOT = Path(__file__).parents[3]
#: The support mailbox: it has the settings of mail instead of an account, and no vendor's server to stand in for.
MAILBOX = "email"
MAIL_VARIABLES = ("SMTP_URL", "MAIL_FROM", "SUPPORT_MAILBOX")
#: Passes for a name, a number and a token that nobody guesses.
ANY_VALUE = "31415926535897932384626433832795"


@dataclass(frozen=True)
class Places:
    """The places of this project in which helpdesks stand, each as it is read."""

    settings: set[str]
    variables: Mapping[str, str]
    built: set[str]
    labels: set[str]
    benches: set[str]
    described: set[str]


@pytest.fixture(scope="module")
def places() -> Places:
    variables = dict(re.findall(r"^#([A-Z_]+)=(.*)$", _text(".env.example"), re.MULTILINE))
    return Places(
        settings={field.name for field in fields(Settings)},
        variables=variables,
        built={name for name in HELPDESKS if name in _built(name, variables)},
        labels=set(DESTINATIONS),
        benches=set(BENCHES),
        described={name.lower() for name in re.findall(r"^- \*\*(\w+)\*\*", _text("docs/operating.md"), re.MULTILINE)},
    )


def forgotten(name: str, places: Places) -> list[str]:
    """Every place where the helpdesk is missing, with what is missing there."""
    is_vendor = name != MAILBOX
    missing = {
        f"parcelbot/settings/shared.py: the field {name} of Settings": is_vendor and name not in places.settings,
        f".env.example: {_own_variables(name)}": not _account(name, places.variables),
        "parcelbot/bootstrap/helpdesks.py: what is built from the variables in .env.example": name not in places.built,
        "parcelbot/inbox/admin/deliveries.py: its name for admins in DESTINATIONS": name not in places.labels,
        "tests/integration/helpdesk/benches.py: a bench in BENCHES": is_vendor and name not in places.benches,
        f"docs/operating.md: a line that begins with the name, - **{name}**": name not in places.described,
    }
    return [place for place, is_missing in missing.items() if is_missing]


@pytest.mark.parametrize("name", HELPDESKS)
def test_a_helpdesk_stands_in_every_place(name: str, places: Places) -> None:
    missing = forgotten(name, places)
    assert not missing, "\n".join([f"{name} is missing in:", *missing])


def test_each_place_where_a_new_helpdesk_is_missing_is_named(places: Places) -> None:
    assert forgotten("newdesk", places) == [
        "parcelbot/settings/shared.py: the field newdesk of Settings",
        ".env.example: variables that begin with NEWDESK_",
        "parcelbot/bootstrap/helpdesks.py: what is built from the variables in .env.example",
        "parcelbot/inbox/admin/deliveries.py: its name for admins in DESTINATIONS",
        "tests/integration/helpdesk/benches.py: a bench in BENCHES",
        "docs/operating.md: a line that begins with the name, - **newdesk**",
    ]


def test_a_variable_that_is_not_in_the_example_is_noticed(places: Places) -> None:
    incomplete = {name: value for name, value in places.variables.items() if name != "ZENDESK_TOKEN"}
    assert "zendesk" in _built("zendesk", places.variables)
    assert "zendesk" not in _built("zendesk", incomplete)


def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _own_variables(name: str) -> str:
    return f"variables that begin with {name.upper()}_" if name != MAILBOX else ", ".join(MAIL_VARIABLES)


def _account(name: str, variables: Mapping[str, str]) -> dict[str, str]:
    """The helpdesk's own variables with a value for each; {} when there are none."""
    own = MAIL_VARIABLES if name == MAILBOX else f"{name.upper()}_"
    return {variable: value or ANY_VALUE for variable, value in variables.items() if variable.startswith(own)}


def _built(name: str, variables: Mapping[str, str]) -> set[str]:
    """The names of the destinations that are built when HELPDESK names this one; none when a setting is missing."""
    with pytest.MonkeyPatch.context() as environment:
        for variable, value in {"HELPDESK": name, **_account(name, variables)}.items():
            environment.setenv(variable, value)
        try:
            made = destinations(read_settings(), lambda: datetime.now(timezone.utc))
        except EnvError:
            return set()
        return {destination.name for destination in made}
