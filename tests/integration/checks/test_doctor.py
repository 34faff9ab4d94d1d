"""`make doctor` says of each thing in one line whether it will do, changes nothing, and fails where one is broken."""

from __future__ import annotations

import http.server
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

import pytest

from parcelbot.bootstrap.checks import machine, partners
from parcelbot.bootstrap.checks.findings import Check, Health
from parcelbot.commands.doctor import trained_from
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.settings.website import WebsiteSettings
from parcelbot.store.schema.engine import create_tables, open_engine
from parcelbot.store.trackers.database import open_trackers
from tests.integration.tracking.servers import Answer, scripted

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
NOBODY = "http://127.0.0.1:1"


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for everything, and no setting but those that a test makes."""
    for name in ("TRACKING_URL", "SHOPIFY_URL", "SMTP_URL", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/parcelbot.db")
    monkeypatch.setenv("ATTACHMENTS_DIR", str(tmp_path / "attachments"))
    monkeypatch.setenv("SANDBOX_PORT", "1")
    return tmp_path


def make_database(settings: Settings) -> None:
    engine = open_engine(settings.database_url)
    create_tables(engine)
    engine.dispose()


@contextmanager
def server_whose_clock_says(moment: datetime) -> Iterator[str]:
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response_only(404)
            self.send_header("Date", format_datetime(moment, usegmt=True))
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def doctor(**told: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "parcelbot.commands.doctor"]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | told, capture_output=True, text=True, timeout=120, check=False
    )


def test_it_has_a_line_for_each_thing_and_fails_where_one_is_broken(environment: Path) -> None:
    told = doctor(REDIS_URL="redis://127.0.0.1:1/0")
    lines = told.stdout.splitlines()
    names = [
        "settings",
        "files",
        "secrets",
        "database",
        "memory",
        "model",
        "disk",
        "provider",
        "shop",
        "mail",
        "redis",
        "clock",
    ]
    assert [line.split()[1] for line in lines] == names
    assert all("→" in line for line in lines if line[0] != Health.WELL.value)
    assert told.returncode == 1
    assert [line for line in lines if line.startswith("✗ redis")]


def test_of_settings_that_cannot_be_used_it_says_which_and_looks_no_further(environment: Path) -> None:
    told = doctor(RETENTION_DAYS="many")
    assert told.returncode == 1
    assert "RETENTION_DAYS" in told.stdout
    assert told.stdout.count("\n") == 1


def test_what_nobody_foresaw_is_a_line_too() -> None:
    finding = Check("disk", lambda: [][0]).run()
    assert finding.verdict is Health.BROKEN
    assert "IndexError" in finding.said


def test_a_database_that_is_not_there_is_not_made_by_looking(environment: Path) -> None:
    assert machine.check_database(read_settings()).verdict is Health.ODD
    assert list(environment.iterdir()) == []


def test_a_database_of_this_version_is_well(environment: Path) -> None:
    make_database(read_settings())
    assert machine.check_database(read_settings()).verdict is Health.WELL


@pytest.mark.parametrize(("revision", "verdict"), [("0001", Health.ODD), ("9999", Health.BROKEN)])
def test_one_of_another_version_is_told_and_left_as_it_is(environment: Path, revision: str, verdict: Health) -> None:
    make_database(read_settings())
    with closing(sqlite3.connect(environment / "parcelbot.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    finding = machine.check_database(read_settings())
    assert (finding.verdict, revision in finding.said) == (verdict, True)


def test_a_server_that_is_away_is_broken_and_its_password_is_not_told(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://kossr:hidden@127.0.0.1:1/parcelbot")
    finding = machine.check_database(read_settings())
    assert finding.verdict is Health.BROKEN
    assert "hidden" not in finding.said


def test_a_file_of_settings_that_others_can_read_is_broken(environment: Path) -> None:
    file = environment / ".env"
    file.touch(mode=0o644)
    settings = read_settings()
    assert machine.check_secrets(settings, WebsiteSettings(), file).remedy == f"chmod 600 {file}"
    file.chmod(0o600)
    assert machine.check_secrets(settings, WebsiteSettings(), file).verdict is Health.WELL


def test_a_model_is_missing_old_or_older_than_what_it_learns_from(environment: Path) -> None:
    model, data = environment / "model", environment / "data"
    assert machine.check_model(model, [], NOW).remedy == "make train"
    model.touch()
    data.touch()
    for days, data_days, verdict in ((1, 2, Health.WELL), (2, 1, Health.ODD), (300, 301, Health.ODD)):
        for file, age in ((model, days), (data, data_days)):
            os.utime(file, times=((NOW - timedelta(days=age)).timestamp(),) * 2)
        assert machine.check_model(model, [data], NOW).verdict is verdict


def test_the_model_is_as_old_for_the_doctor_as_for_make() -> None:
    dry = ["make", "--no-print-directory", "--eval", "told:;@echo $(TRAINED_FROM)", "told"]
    told = subprocess.run(dry, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout.split()
    written = {name for name in told if not name.startswith("parcelbot/")}
    assert {str(path) for path in trained_from(Path())} == written


def test_conversations_that_do_not_open_are_broken_and_none_yet_is_not(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = environment / "conversations.db"
    monkeypatch.setenv("CONVERSATIONS_DB", str(file))
    assert machine.check_conversations(read_settings()).verdict is Health.ODD
    assert not file.exists()
    open_trackers(str(file)).dispose()
    assert machine.check_conversations(read_settings()).verdict is Health.WELL
    file.write_text("no database, but long enough to be looked at as one" * 50)
    assert machine.check_conversations(read_settings()).verdict is Health.BROKEN
    monkeypatch.setenv("CONVERSATIONS_DB", "postgresql://kossr:hidden@127.0.0.1:1/conversations")
    finding = machine.check_conversations(read_settings())
    assert (finding.verdict, "hidden" in finding.said) == (Health.BROKEN, False)


def test_a_folder_that_will_be_made_is_on_the_disk_of_the_one_above(environment: Path) -> None:
    assert machine.check_disk(machine.GrowingFolders((environment / "not" / "yet",), 0)).verdict is not Health.BROKEN
    assert machine.check_disk(machine.GrowingFolders((environment,), 10**18)).verdict is Health.ODD


def test_a_provider_that_is_away_is_broken(environment: Path) -> None:
    settings = read_settings()
    make_database(settings)
    finding = partners.check_provider(settings, open_engine(settings.database_url), database_is_current=True)
    assert finding.verdict is Health.BROKEN
    assert "make run" in finding.remedy


def test_a_shop_and_a_mail_server_that_are_away_are_broken(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("SHOPIFY_URL", NOBODY), ("SHOPIFY_TOKEN", "x"), ("MAIL_FROM", "help@shop.example")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SMTP_URL", "smtp://127.0.0.1:1")
    settings = read_settings()
    assert partners.check_shop(settings, lambda: NOW).verdict is Health.BROKEN
    assert partners.check_mail(settings, lambda: NOW).verdict is Health.BROKEN


def test_a_shop_that_hides_older_orders_is_odd_and_the_scope_is_named(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scopes = {"currentAppInstallation": {"accessScopes": [{"handle": "read_orders"}]}, "orders": {"nodes": []}}
    with scripted(Answer({"data": scopes})) as shop:
        monkeypatch.setenv("SHOPIFY_URL", shop.url)
        monkeypatch.setenv("SHOPIFY_TOKEN", "x")
        finding = partners.check_shop(read_settings(), lambda: NOW)
    assert finding.verdict is Health.ODD
    assert "read_all_orders" in finding.remedy


@pytest.mark.parametrize(("minutes", "verdict"), [(0, Health.WELL), (-5, Health.BROKEN), (5, Health.BROKEN)])
def test_a_clock_that_is_minutes_away_from_the_providers_is_broken(
    environment: Path, monkeypatch: pytest.MonkeyPatch, minutes: int, verdict: Health
) -> None:
    with server_whose_clock_says(datetime.now(timezone.utc) + timedelta(minutes=minutes)) as url:
        monkeypatch.setenv("TRACKING_URL", url)
        assert partners.check_clock(read_settings()).verdict is verdict
