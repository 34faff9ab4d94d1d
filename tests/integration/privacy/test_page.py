"""The admins' page, wired as it is served."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from parcelbot.bootstrap.privacy import build_privacy
from parcelbot.settings.shared import read_settings
from parcelbot.settings.web import WebConfig
from parcelbot.store.ledger.ledger import UnknownConversation
from parcelbot.web import create_app
from tests.support.inbox import Browser
from tests.support.office import BEN, PASSWORD, Office

PAGE = "/inbox/privacy/"
MIA = "mia@example.com"


@dataclass
class Desk:
    """An admin before the page, and the office behind it."""

    office: Office
    admin: Browser
    engine: Engine

    def audited(self) -> list[tuple[str, str]]:
        with self.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT action, detail FROM audit WHERE detail LIKE 'shopper %'")
            return [tuple(row) for row in rows]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    office = Office(tmp_path)
    settings = replace(
        read_settings(),
        database_url=f"sqlite:///{tmp_path / 'office.db'}",
        conversations_db=str(tmp_path / "conversations.db"),
        attachments_dir=tmp_path / "attachments",
    )
    inbox = replace(office.inbox(), privacy=build_privacy(settings, office.engine))
    admin = Browser(create_app(WebConfig(), inbox))
    admin.log_in(BEN.email, PASSWORD)
    yield Desk(office, admin, office.engine)
    office.close()


def test_what_is_kept_is_counted(desk: Desk) -> None:
    desk.office.hand_over(email=MIA)

    shown = desk.admin.post(PAGE, {"email": " Mia@Example.com"}).text

    for line in ("1 conversation", "2 messages", "1 ticket"):
        assert f"<li>{line}</li>" in shown


def test_looking_is_in_the_audit_log_without_the_address(desk: Desk) -> None:
    desk.admin.post(PAGE, {"email": MIA})

    ((action, detail),) = desk.audited()
    assert action == "looked_up"
    assert MIA not in detail


def test_nothing_kept_is_said(desk: Desk) -> None:
    assert "Nothing is kept about this address." in desk.admin.post(PAGE, {"email": MIA}).text


@pytest.mark.parametrize("path", ["", "export", "erase"])
@pytest.mark.parametrize("email", ["", "mia", "mia@example.com and bo@example.com", "<script>alert(1)</script>"])
def test_what_is_no_address_is_refused(desk: Desk, path: str, email: str) -> None:
    answer = desk.admin.post(PAGE + path, {"email": email, "confirm": email})

    assert answer.status_code == 422
    assert "Type one e-mail address." in answer.text
    assert "<script>alert" not in answer.text


def test_everything_can_be_downloaded(desk: Desk) -> None:
    desk.office.hand_over(email=MIA)

    answer = desk.admin.post(PAGE + "export", {"email": MIA})

    assert answer.mimetype == "application/zip"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "data.json" in zipfile.ZipFile(io.BytesIO(answer.data)).namelist()


def test_a_shopper_is_erased_after_the_address_was_typed_again(desk: Desk) -> None:
    ticket = desk.office.hand_over(email=MIA)

    answer = desk.admin.post(PAGE + "erase", {"email": MIA, "confirm": "MIA@example.com "})

    assert "Gone for good" in answer.text
    assert desk.office.tickets.find(ticket.reference) is None
    with pytest.raises(UnknownConversation):
        desk.office.ledger.conversation(ticket.draft.conversation_id)
    assert [action for action, _ in desk.audited()] == ["erased"]


def test_another_address_typed_to_confirm_removes_nothing(desk: Desk) -> None:
    ticket = desk.office.hand_over(email=MIA)

    answer = desk.admin.post(PAGE + "erase", {"email": MIA, "confirm": "bo@example.com"})

    assert answer.status_code == 422
    assert "Nothing was removed" in answer.text
    assert desk.office.tickets.find(ticket.reference) is not None


def test_the_page_of_an_erased_case_says_that_it_is_not_there(desk: Desk) -> None:
    ticket = desk.office.hand_over(email=MIA)
    desk.admin.post(PAGE + "erase", {"email": MIA, "confirm": MIA})

    assert desk.admin.get(f"/inbox/tickets/{ticket.reference}").status_code == 404
