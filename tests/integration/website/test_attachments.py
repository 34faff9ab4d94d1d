from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
import requests
from PIL import Image

from tests.integration.website.running import Server
from tests.integration.website.shopper import TIMEOUT_S, Shopper
from tests.integration.website.test_refusals import refusal
from tests.integration.website.test_talking import texts

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
MEGABYTE = 1024 * 1024


def picture(kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, kind, **options)
    return out.getvalue()


def photo_with_a_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera Works"
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif)


def upload(shopper: Shopper, body: bytes, name: str = "photo.png") -> requests.Response:
    return shopper.post("/attachments", files={"file": (name, body)})


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (picture("PNG"), "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (picture("WEBP"), "image/webp"),
        (PDF, "application/pdf"),
    ],
    ids=["png", "jpeg", "webp", "pdf"],
)
def test_a_file_is_known_by_its_content_not_by_its_name(shopper: Shopper, body: bytes, media_type: str) -> None:
    sent = upload(shopper, body, "holiday.exe")
    assert sent.status_code == 201
    kept = shopper.get(f"/attachments/{sent.json()['attachment_id']}")
    assert (kept.status_code, kept.headers["Content-Type"]) == (200, media_type)
    assert kept.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "body",
    [
        b"MZ\x90\x00 a program",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n and then nothing of a picture",
        picture("GIF"),
        picture("JPEG")[:200],
        b"%PDF-1.7 cut off",
    ],
    ids=["program", "svg", "fake png", "gif", "half a jpeg", "half a pdf"],
)
def test_anything_else_is_refused_whatever_it_calls_itself(shopper: Shopper, body: bytes) -> None:
    assert refusal(upload(shopper, body, "photo.png")) == (415, "attachment_type")


def test_a_photo_loses_its_camera_and_its_place(shopper: Shopper, server: Server) -> None:
    photo = photo_with_a_place()
    assert b"Secret Camera Works" in photo
    kept = shopper.get(f"/attachments/{upload(shopper, photo).json()['attachment_id']}").content
    assert b"Secret Camera Works" not in kept
    assert not Image.open(io.BytesIO(kept)).getexif()


def test_a_file_over_5_mb_is_too_large(shopper: Shopper) -> None:
    assert refusal(upload(shopper, PDF + b"x" * 5 * MEGABYTE)) == (413, "attachment_too_large")


def test_50_mb_under_a_false_name_are_too_large(shopper: Shopper) -> None:
    assert refusal(upload(shopper, b"\0" * 50 * MEGABYTE, "tiny.png")) == (413, "attachment_too_large")


def test_a_body_that_hides_its_length_is_cut_off_while_it_is_read(shopper: Shopper) -> None:
    pieces = (b"x" * MEGABYTE for _ in range(8))
    assert refusal(shopper.post("/attachments", data=pieces)) == (413, "attachment_too_large")


@pytest.mark.parametrize("form", [{"files": {"file": ("a.png", b"")}}, {"files": {"note": (None, "hi")}}])
def test_a_form_without_a_file_is_refused(shopper: Shopper, form: dict[str, Any]) -> None:
    assert refusal(shopper.post("/attachments", **form)) == (400, "attachment_missing")


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense\r\n\r\nabc\r\n--x--\r\n"),
        ("multipart/form-data", b"--x--"),
        ("application/json", b"{}"),
    ],
)
def test_what_is_no_form_is_refused(shopper: Shopper, content_type: str, body: bytes) -> None:
    headers = {**shopper.headers, "Content-Type": content_type}
    answer = requests.post(f"{shopper.url}/attachments", data=body, headers=headers, timeout=TIMEOUT_S)
    assert answer.status_code == 400


def test_a_message_may_bring_an_attachment(shopper: Shopper) -> None:
    sent = upload(shopper, PDF, "C:\\Users\\me\\proof <b>.pdf").json()["attachment_id"]
    shopper.post("/messages", json={"echo_id": "1", "text": "whoami", "attachment_id": sent})
    told = {
        "attachment_id": sent,
        "name": "proof <b>.pdf",
        "content_type": "application/pdf",
        "size_bytes": len(PDF),
    }
    assert '"attachment"' in shopper.wait_for(1)[0]["text"]
    assert shopper.messages()[0]["attachment"] == told


def test_an_attachment_without_words_is_acknowledged_by_the_channel(shopper: Shopper) -> None:
    sent = upload(shopper, PDF).json()["attachment_id"]
    shopper.post("/messages", json={"echo_id": "1", "attachment_id": sent})
    assert texts(shopper.wait_for(1)) == ["FILE RECEIVED"]


def test_attachments_are_their_conversations_own(visit: Callable[[], Shopper]) -> None:
    theirs = upload(visit(), PDF).json()["attachment_id"]
    mine = visit()
    assert refusal(mine.get(f"/attachments/{theirs}")) == (403, "other_conversation")
    borrowed = mine.post("/messages", json={"echo_id": "1", "attachment_id": theirs})
    assert refusal(borrowed) == (403, "other_conversation")


def test_files_lie_under_names_that_tell_nothing_for_our_eyes_only(
    visit: Callable[[], Shopper], server: Server
) -> None:
    upload(visit(), PDF, "../../passport.pdf")
    files = list((server.directory / "attachments").iterdir())
    assert all(file.stat().st_mode & 0o077 == 0 and "passport" not in file.name for file in files)


def test_one_address_may_not_fill_it_either(start: Callable[..., Server]) -> None:
    server = start(WEBSITE_NETWORK_STORAGE_MB="5")
    first, second = (Shopper(f"{server.url}/website").arrive() for _ in range(2))
    assert upload(first, PDF).status_code == 201
    refused = upload(second, PDF)
    assert refusal(refused) == (429, "too_many_requests")
    assert int(refused.headers["Retry-After"]) > 3600


def test_when_all_space_is_taken_nobody_sends_files(start: Callable[..., Server]) -> None:
    server = start(WEBSITE_STORAGE_MB="4")
    assert refusal(upload(Shopper(f"{server.url}/website").arrive(), PDF)) == (507, "storage_full")


def test_a_conversation_may_not_fill_the_disk(visit: Callable[[], Shopper]) -> None:
    shopper = visit()
    answers = [upload(shopper, PDF) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [201] * 20 + [409]
