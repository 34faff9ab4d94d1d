"""How long things are kept, as the environment says it."""

from __future__ import annotations

import pytest
from environs import EnvError

from parcelbot.settings.shared import Settings, read_settings

NAMES = ("RETENTION_DAYS", "JOURNAL_RETENTION_DAYS", "AUDIT_RETENTION_DAYS")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def periods(settings: Settings) -> tuple[int, int, int]:
    return settings.retention_days, settings.journal_days, settings.audit_days


def read(environment: pytest.MonkeyPatch, *days: str) -> Settings:
    for name, value in zip(NAMES, days, strict=False):
        if value:
            environment.setenv(name, value)
    return read_settings()


def test_by_default_the_audit_log_is_kept_longest(environment: pytest.MonkeyPatch) -> None:
    assert periods(read(environment)) == (365, 730, 1095)


@pytest.mark.parametrize(
    ("days", "audit"),
    [
        (("0",), 0),
        (("", "0"), 0),
        (("2000",), 2000),
        (("30", "60"), 1095),
        (("30", "60", "60"), 60),
        (("", "", "0"), 0),
    ],
)
def test_it_is_never_kept_shorter_than_the_rest(
    environment: pytest.MonkeyPatch, days: tuple[str, ...], audit: int
) -> None:
    assert read(environment, *days).audit_days == audit


@pytest.mark.parametrize("days", [("", "", "700"), ("0", "", "5000"), ("400", "100", "399")])
def test_a_shorter_period_is_refused(environment: pytest.MonkeyPatch, days: tuple[str, ...]) -> None:
    with pytest.raises(EnvError, match="AUDIT_RETENTION_DAYS"):
        read(environment, *days)


@pytest.mark.parametrize("place", range(3))
def test_a_negative_period_is_refused_with_its_name(environment: pytest.MonkeyPatch, place: int) -> None:
    days = ["", "", ""]
    days[place] = "-1"
    with pytest.raises(EnvError, match=NAMES[place]):
        read(environment, *days)
