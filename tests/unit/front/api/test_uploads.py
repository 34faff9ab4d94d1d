"""Files made harmless: their names, their size in memory, their contents."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from parcelbot.front.api.uploads import NotAccepted, display_name, make_safe

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"


@pytest.mark.parametrize(
    ("name", "media_type", "shown"),
    [
        ("report.pdf", PDF, "report.pdf"),
        ("report.pdf.exe", PDF, "report.pdf"),
        ("report.exe", PDF, "report.pdf"),
        ("setup.msi.bat", JPEG, "setup.jpg"),
        ("Photo.JPEG", JPEG, "Photo.JPEG"),
        ("photo", PNG, "photo.png"),
        ("photo.", PNG, "photo..png"),
        ("Invoice No.2345", PDF, "Invoice No.2345.pdf"),
        ("C:\\Users\\me\\proof <b>.pdf", PDF, "proof <b>.pdf"),
        ("../../etc/passwd", PNG, "passwd.png"),
        ("a\u0000b.png", PNG, "ab.png"),
        ("annex\u202efdp.exe", PDF, "annexfdp.pdf"),
        (".exe", PDF, "file.pdf"),
        ("", PNG, "file.png"),
        ("x" * 300 + ".png", PNG, "x" * 100 + ".png"),
    ],
)
def test_a_file_is_called_what_it_is(name: str, media_type: str, shown: str) -> None:
    assert display_name(name, media_type) == shown


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_of_more_pixels_than_memory_has_room_for_is_not_opened(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.BytesIO()
    Image.new("RGB", (6000, 3700)).save(out, kind)
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda _: pytest.fail("the picture was opened"))
    with pytest.raises(NotAccepted, match="too many pixels"):
        make_safe(out.getvalue())


def test_a_large_photo_is_read_at_half_its_size() -> None:
    out = io.BytesIO()
    Image.new("RGB", (6000, 4000)).save(out, "JPEG")
    assert Image.open(io.BytesIO(make_safe(out.getvalue()).body)).size == (3000, 2000)


def test_a_picture_keeps_what_is_transparent_and_loses_the_rest() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (1, 2, 3, 0)).save(out, "PNG", pnginfo=None, icc_profile=b"secret profile")
    made = make_safe(out.getvalue())
    picture = Image.open(io.BytesIO(made.body))
    assert (picture.mode, picture.getpixel((0, 0)), picture.info) == ("RGBA", (1, 2, 3, 0), {})


def test_a_pdf_with_a_script_is_refused() -> None:
    with pytest.raises(NotAccepted, match="scripts"):
        make_safe(b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS(x)>>endobj\n%%EOF\n")
