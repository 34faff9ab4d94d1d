"""A copy made while all goes on is put back, and conversations go on from there, on SQLite and on PostgreSQL."""

from __future__ import annotations

import socket
import stat
import tarfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from parcelbot.commands import backup
from parcelbot.commands.backup import RestoreRefused, back_up, restore
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.store.copies import CopyFailed
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.schema.engine import create_tables, open_engine
from parcelbot.store.trackers.database import open_trackers
from tests.support.databases import BACKENDS

NOW = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)


@dataclass(frozen=True)
class House:
    """A database with conversations, shoppers' files and a place for copies."""

    settings: Settings
    copies: Path

    def open(self) -> Ledger:
        engine = open_engine(self.settings.database_url)
        create_tables(engine)
        return Ledger(engine)

    def says(self, ledger: Ledger, text: str) -> int:
        return ledger.accept("c", uuid.uuid4().hex, now=NOW, text=text).message.seq

    def copy(self) -> Path:
        back_up(self.settings, self.copies, NOW)
        return next(self.copies.glob("*.tar"))


def said(ledger: Ledger) -> list[str]:
    return [message.text for message in ledger.after("c", 0)]


@pytest.fixture(params=BACKENDS)
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    files = tmp_path / "attachments"
    files.mkdir()
    for url in _database(request, tmp_path):
        apart = url if url.startswith("postgresql") else str(tmp_path / "conversations.db")
        settings = replace(read_settings(), database_url=url, conversations_db=apart, attachments_dir=files)
        yield House(settings, tmp_path / "copies")


def _database(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{folder}/parcelbot.db"
        return
    name = f"test_{uuid.uuid4().hex}"
    server = request.getfixturevalue("postgresql_url")
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


def test_what_was_said_before_the_copy_is_there_again_and_the_conversation_goes_on(house: House) -> None:
    ledger = house.open()
    ledger.open("c", NOW)
    house.says(ledger, "before")
    copy = house.copy()
    house.says(ledger, "after")
    restore(house.settings, copy, replace=True)
    again = house.open()
    assert said(again) == ["before"]
    assert house.says(again, "and on") == 2


def test_what_the_assistant_remembers_is_in_it(house: House) -> None:
    house.open()
    open_trackers(house.settings.conversations_db).dispose()
    with tarfile.open(house.copy()) as tar:
        apart = house.settings.conversations_db != house.settings.database_url
        assert ("conversations" in tar.getnames()) is apart


def test_shoppers_files_come_back(house: House) -> None:
    house.open()
    photo = house.settings.attachments_dir / "photo.jpg"
    photo.write_bytes(b"a door")
    copy = house.copy()
    photo.unlink()
    restore(house.settings, copy, replace=True)
    assert photo.read_bytes() == b"a door"


def test_a_copy_is_its_owners_alone_and_made_whole_or_not_at_all(house: House) -> None:
    for nowhere in ("sqlite:////no/such/file.db", "postgresql://127.0.0.1:1/none"):
        with pytest.raises(CopyFailed):
            back_up(replace(house.settings, database_url=nowhere), house.copies, NOW)
    assert list(house.copies.iterdir()) == []
    house.open()
    assert stat.S_IMODE(house.copy().stat().st_mode) == 0o600


def test_what_is_there_is_replaced_only_when_told_so(house: House) -> None:
    ledger = house.open()
    ledger.open("c", NOW)
    house.says(ledger, "kept")
    copy = house.copy()
    with pytest.raises(RestoreRefused, match="YES=1"):
        restore(house.settings, copy, replace=False)
    assert said(ledger) == ["kept"]


def test_a_copy_of_a_later_version_or_another_kind_is_refused(house: House) -> None:
    kind = house.settings.database_url.partition(":")[0]
    other = "sqlite" if kind == "postgresql" else "postgresql"
    for manifest in ({"kind": kind, "revision": "9999"}, {"kind": other, "revision": "0001"}):
        with pytest.raises(RestoreRefused):
            backup._refuse_unfit(manifest, house.settings, replace=True)


@pytest.mark.parametrize("port", ["RASA_PORT", "FRONT_PORT", "ACTIONS_PORT", "WEB_PORT", "WORKER_PORT"])
def test_nothing_is_put_back_under_parts_that_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], port: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as part:
        monkeypatch.setenv(port, str(part.getsockname()[1]))
        assert backup.main(["--restore", str(tmp_path / "copy.tar")]) == 1
    assert f"{port}; stop all parts first" in capsys.readouterr().err
