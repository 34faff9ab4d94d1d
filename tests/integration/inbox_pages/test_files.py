"""Files from shoppers: for agents only, and harmless to open."""

from __future__ import annotations

import pytest
from flask import Flask

from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.owner.audit import AuditFilter
from parcelbot.store.ledger.attachments import Attachment
from tests.support.office import ANA, Office
from tests.support.pages import Browser

PNG = b"\x89PNG\r\n\x1a\nabc"


@pytest.fixture
def ticket(office: Office) -> Ticket:
    return office.hand_over()


def send(
    office: Office, ticket: Ticket, name: str = "photo.png", media_type: str = "image/png", body: bytes = PNG
) -> str:
    kept = office.send_file(ticket.draft.conversation_id, name, media_type, body)
    return f"/inbox/tickets/{ticket.reference}/files/{kept}"


def test_a_file_is_given_as_a_download_that_nothing_can_run_in(office: Office, ana: Browser, ticket: Ticket) -> None:
    answer = ana.get(send(office, ticket, "the letter.pdf", "application/pdf", b"%PDF-1.4\n%%EOF"))
    assert answer.data == b"%PDF-1.4\n%%EOF"
    assert answer.content_type == "application/pdf"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''the%20letter.pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_picture_can_be_looked_at_in_place(office: Office, ana: Browser, ticket: Ticket) -> None:
    address = send(office, ticket)
    answer = ana.get(f"{address}/preview")
    assert answer.headers["Content-Disposition"].startswith("inline;")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    page = ana.open(f"/inbox/tickets/{ticket.reference}")
    assert page.has("img", src=f"{address}/preview")


@pytest.mark.parametrize("media_type", ["application/pdf", "image/svg+xml", "text/html"])
def test_what_is_not_a_picture_we_drew_is_never_shown_in_place(
    office: Office, ana: Browser, ticket: Ticket, media_type: str
) -> None:
    assert ana.get(f"{send(office, ticket, 'file', media_type)}/preview").status_code == 404


def test_a_type_that_is_not_expected_is_given_as_bytes(office: Office, ana: Browser, ticket: Ticket) -> None:
    assert (
        ana.get(send(office, ticket, "page.html", "text/html", b"<script>")).content_type == "application/octet-stream"
    )


@pytest.mark.parametrize("name", ['a"; evil="b.png', "a\r\nSet-Cookie: x=1.png", "../../etc/passwd", "💌.png"])
def test_a_name_of_a_shopper_cannot_add_headers(office: Office, ana: Browser, ticket: Ticket, name: str) -> None:
    answer = ana.get(send(office, ticket, name))
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert '"' not in answer.headers["Content-Disposition"]
    assert "\n" not in answer.headers["Content-Disposition"]


def test_a_file_of_another_case_is_not_found_here(office: Office, ana: Browser, ticket: Ticket) -> None:
    other = office.hand_over()
    kept = send(office, other).rpartition("/")[2]
    assert ana.get(f"/inbox/tickets/{ticket.reference}/files/{kept}").status_code == 404


@pytest.mark.parametrize("path", ["../../office.db", "..%2f..%2foffice.db", "%2e%2e/office.db", "file1"])
def test_a_path_from_the_address_is_never_opened(office: Office, ana: Browser, ticket: Ticket, path: str) -> None:
    send(office, ticket)
    assert ana.get(f"/inbox/tickets/{ticket.reference}/files/{path}").status_code == 404


def test_a_stored_name_that_points_elsewhere_is_not_followed(office: Office, ana: Browser, ticket: Ticket) -> None:
    forged = Attachment("forged", ticket.draft.conversation_id, "../office.db", "x", "image/png", 1, office.clock())
    office.attachments.add(forged)
    assert ana.get(f"/inbox/tickets/{ticket.reference}/files/forged").status_code == 404


def test_a_file_that_was_erased_is_not_found(office: Office, ana: Browser, ticket: Ticket) -> None:
    address = send(office, ticket)
    for path in (office.folder / "attachments").iterdir():
        path.unlink()
    assert ana.get(address).status_code == 404


def test_who_took_a_file_is_written_down(office: Office, ana: Browser, ticket: Ticket) -> None:
    ana.get(send(office, ticket))
    newest = office.audit.page(AuditFilter()).lines[0]
    assert (newest.agent, newest.action, newest.detail) == (ANA.email, "downloaded", "photo.png")


def test_a_visitor_gets_no_file(office: Office, app: Flask, ticket: Ticket) -> None:
    assert app.test_client().get(send(office, ticket)).status_code in (302, 303, 401)
