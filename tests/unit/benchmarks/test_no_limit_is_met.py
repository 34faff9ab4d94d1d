"""What is measured is the assistant's work: no limit that one fast shopper would hit stands in the way."""

from __future__ import annotations

from dataclasses import fields

import pytest

from benchmarks.turns.assistants import OURS_ENV
from parcelbot.settings.website import Rate, WebsiteSettings, read_website_settings

#: More messages than all parts write one after the other.
_ENOUGH = 50_000
_RATES = [field.name for field in fields(WebsiteSettings) if field.name.endswith("_rate")]


@pytest.mark.parametrize("name", _RATES)
def test_one_client_measures_without_meeting_a_limit(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, value in {**OURS_ENV, "DEMO": "1"}.items():
        monkeypatch.setenv(variable, value)
    rate = getattr(read_website_settings(), name)
    assert isinstance(rate, Rate)
    assert rate.burst >= _ENOUGH
