"""Another Rasa than the one that was checked is refused before anything of it is touched."""

from __future__ import annotations

from importlib.metadata import version

import pytest
from rasa.core.actions import action, forms

from parcelbot.rasa_plugins.framework import versions
from parcelbot.rasa_plugins.framework.installation import install
from parcelbot.rasa_plugins.framework.versions import CHECKED, UncheckedVersion, require_checked_versions


def test_what_is_installed_was_checked() -> None:
    require_checked_versions()


@pytest.mark.parametrize("name", CHECKED)
def test_another_version_is_refused_with_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKED, name, "3.6.99")
    with pytest.raises(UncheckedVersion, match=rf"{name} {version(name)} is installed.*3\.6\.99.*docs/adr/0011"):
        require_checked_versions()


def test_nothing_is_replaced_in_an_unchecked_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = (action.RemoteAction, forms.RemoteAction)
    monkeypatch.setattr(versions, "CHECKED", {"rasa": "4.0.0"})
    with pytest.raises(UncheckedVersion):
        install("")
    assert (action.RemoteAction, forms.RemoteAction) == before
