"""Another Rasa or Python than those that were checked is refused before anything is touched."""

from __future__ import annotations

from importlib.metadata import version

import pytest
from rasa.core.actions import action, forms

from parcelbot.rasa_plugins.framework.installation import install
from parcelbot.rasa_plugins.framework.versions import (
    CHECKED,
    UncheckedVersion,
    require_checked_python,
    require_checked_versions,
)


def test_what_is_installed_was_checked() -> None:
    require_checked_python()
    require_checked_versions()


@pytest.mark.parametrize("name", CHECKED)
def test_another_version_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(UncheckedVersion, match=rf"{name} {version(name)} is installed.*3\.6\.99.*docs/adr/0011"):
        require_checked_versions({**CHECKED, name: "3.6.99"})


@pytest.mark.parametrize("python", [(3, 9, 20), (3, 12, 0), (3, 13, 0)])
def test_a_python_that_rasa_was_not_checked_on_is_refused(python: tuple[int, ...]) -> None:
    with pytest.raises(UncheckedVersion, match=r"Rasa 3\.6\.21 was checked on Python 3\.10 and 3\.11,.*docs/adr/0023"):
        require_checked_python(python)


def test_nothing_is_replaced_in_an_unchecked_version() -> None:
    before = (action.RemoteAction, forms.RemoteAction)
    with pytest.raises(UncheckedVersion):
        install("", {"rasa": "4.0.0"})
    assert (action.RemoteAction, forms.RemoteAction) == before
