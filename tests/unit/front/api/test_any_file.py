"""Whatever bytes and names a program sends as a file, they are refused or made harmless, never an accident."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from parcelbot.front.api.uploads import NotAccepted, SafeFile, display_name, make_safe

ENDINGS = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/webp": (".webp",),
    "application/pdf": (".pdf",),
}
KINDS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
BEGINNINGS = (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"%PDF-1.7\n")


def a_picture(kind: str) -> bytes:
    """A small picture that says where it was taken."""
    out = io.BytesIO()
    told = Image.Exif()
    told[0x010E] = "in the garden"
    Image.new("RGB", (9, 7), (200, 30, 60)).save(out, kind, exif=told)
    return out.getvalue()


PICTURES = {kind: a_picture(kind) for kind in KINDS}
#: At the place (a share of the whole) so many bytes go, and these come in.
CUTS = st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12))


def made(body: bytes) -> SafeFile | None:
    try:
        return make_safe(body)
    except NotAccepted:
        return None


@settings(max_examples=300, deadline=None)
@given(beginning=st.sampled_from(BEGINNINGS), rest=st.binary(max_size=400))
def test_any_bytes_are_refused_or_kept_as_what_they_are(beginning: bytes, rest: bytes) -> None:
    safe = made(beginning + rest)
    assert safe is None or safe.media_type in ENDINGS


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(cuts=st.lists(CUTS, max_size=4))
def test_a_damaged_picture_is_refused_or_drawn_anew_without_what_it_told(
    kind: str, cuts: list[tuple[float, int, bytes]]
) -> None:
    body = PICTURES[kind]
    for place, length, put in cuts:
        at = int(place * len(body))
        body = body[:at] + put + body[at + length :]
    if safe := made(body):
        drawn = Image.open(io.BytesIO(safe.body))
        drawn.load()
        assert (drawn.format, safe.media_type) == (kind, KINDS[kind])
        assert dict(drawn.getexif()) == {}
        assert b"garden" not in safe.body


@settings(max_examples=500)
@given(name=st.text(max_size=150), media_type=st.sampled_from(list(ENDINGS)))
@example(name="x" * 99 + ".exe.pdf", media_type="application/pdf")
@example(name="a. .\u200e.pdf.scr", media_type="application/pdf")
def test_any_name_is_one_that_can_be_shown_and_saved(name: str, media_type: str) -> None:
    shown = display_name(name, media_type)
    assert shown.lower().endswith(ENDINGS[media_type])
    assert shown == shown.strip()
    assert not set("/\\") & set(shown)
    assert not [one for one in shown if unicodedata.category(one) in ("Cc", "Cf", "Cs")]
    assert 5 <= len(shown) <= 110


@settings(max_examples=300)
@given(name=st.text(alphabet=st.sampled_from("aé./\\ \u202e\u0000exepdfjpg"), max_size=40))
def test_a_name_that_was_cleaned_stays_as_it_is(name: str) -> None:
    shown = display_name(name, "application/pdf")
    assert display_name(shown, "application/pdf") == shown
