"""Who is asked about parcels, and who stands in, is told by name and checked at the start."""

from __future__ import annotations

import pytest
from environs import Env, EnvError

from parcelbot.settings.tracking import AfterShipAccount, TrackingProviders, read_providers

NAMES = ("TRACKING_PROVIDER", "TRACKING_FALLBACK", "AFTERSHIP_KEY", "AFTERSHIP_WEBHOOK_SECRET", "AFTERSHIP_URL")


def read(monkeypatch: pytest.MonkeyPatch, **told: str) -> TrackingProviders:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    return read_providers(Env())


def test_17track_alone_is_asked_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, AFTERSHIP_KEY="unused") == TrackingProviders("17track", "", None)


def test_aftership_may_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    told = read(monkeypatch, TRACKING_PROVIDER="aftership", AFTERSHIP_KEY="k", AFTERSHIP_WEBHOOK_SECRET="s")
    assert told == TrackingProviders("aftership", "", AfterShipAccount("k", "s"))


def test_aftership_may_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    told = read(monkeypatch, TRACKING_FALLBACK="aftership", AFTERSHIP_KEY="k", AFTERSHIP_URL="http://127.0.0.1:9/")
    assert told == TrackingProviders("17track", "aftership", AfterShipAccount("k", url="http://127.0.0.1:9"))


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"TRACKING_PROVIDER": "17trak"}, "TRACKING_PROVIDER"),
        ({"TRACKING_FALLBACK": "dhl"}, "TRACKING_FALLBACK"),
        ({"TRACKING_FALLBACK": "17track"}, "TRACKING_FALLBACK"),
        ({"TRACKING_PROVIDER": "aftership"}, "AFTERSHIP_KEY"),
        ({"TRACKING_FALLBACK": "aftership", "AFTERSHIP_KEY": ""}, "AFTERSHIP_KEY"),
    ],
)
def test_what_cannot_be_is_named(told: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EnvError, match=named):
        read(monkeypatch, **told)


def test_no_key_is_printed_with_the_settings() -> None:
    assert "hush" not in repr(AfterShipAccount("hush", "hush"))
