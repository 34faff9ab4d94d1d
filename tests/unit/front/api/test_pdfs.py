"""PDFs that act by themselves, openly or packed and written in a roundabout way."""

from __future__ import annotations

import contextlib
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcelbot.front.api.pdfs import ActivePdf, check_harmless

END = b"\ntrailer<<>>\n%%EOF\n"
PACKED = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 9>>"


def pdf(*objects: bytes) -> bytes:
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + numbered + END


def stream(content: bytes, dictionary: bytes = PACKED) -> bytes:
    return dictionary + b"\nstream\n" + content + b"\nendstream"


@pytest.mark.parametrize(
    "objects",
    [
        [b"<</S/JavaScript/JS(app.alert(1))>>"],
        [b"<</S/J#61vaScript/JS(app.alert(1))>>"],
        [b"<</Names<</JavaScript 3 0 R>>>>"],
        [b"<</S/Launch/F(cmd.exe)>>"],
        [b"<</Names<</EmbeddedFiles 3 0 R>>>>"],
        [b"<</Type/EmbeddedFile>>"],
        [b"<</AcroForm<</XFA[]>>>>"],
        [stream(zlib.compress(b"1 0 <</S/JavaScript/JS(x)>>"))],
        [stream(b"1 0 <</S/JavaScript/JS(x)>>", b"<</Type/ObjStm>>")],
        [stream(zlib.compress(b"hello")), stream(zlib.compress(b"<</S /JavaScript>>"))],
        [stream(zlib.compress(b"x"), PACKED.replace(b"ObjStm", b"Obj#53tm")), b"<</S/JavaScript>>"],
    ],
    ids=[
        "script",
        "escaped",
        "named",
        "program",
        "files",
        "file",
        "xfa",
        "packed",
        "not packed",
        "second",
        "escaped stream",
    ],
)
def test_what_acts_by_itself_is_refused(objects: list[bytes]) -> None:
    with pytest.raises(ActivePdf):
        check_harmless(pdf(*objects))


@pytest.mark.parametrize(
    "objects",
    [
        [b"<</Encrypt 5 0 R>>"],
        [stream(b"not zlib at all")],
        [stream(zlib.compress(b"hello")[:-6])],
        [stream(b"x", b"<</Type/ObjStm/Filter[/ASCII85Decode/FlateDecode]>>")],
        [stream(b"x", b"<</Type/ObjStm/Filter/LZWDecode>>")],
        [stream(zlib.compress(b"\0" * 40_000_000))],
        [b"<</Length 3>>\nstream\nabc"],
    ],
    ids=["password", "garbage", "cut off", "two filters", "another filter", "bomb", "endless"],
)
def test_what_cannot_be_looked_into_is_refused(objects: list[bytes]) -> None:
    with pytest.raises(ActivePdf):
        check_harmless(pdf(*objects))


def test_text_and_pictures_pass() -> None:
    text = stream(zlib.compress(b"BT (Where is my parcel?) Tj ET"), b"<</Filter/FlateDecode/Length 30>>")
    packed = stream(zlib.compress(b"1 0 <</Type/Page>>"))
    check_harmless(pdf(b"<</Type/Catalog/Pages 2 0 R/OpenAction[3 0 R/Fit]>>", text, packed))


@settings(max_examples=100)
@given(st.binary(max_size=500))
def test_rubbish_is_judged_and_nothing_else_happens(content: bytes) -> None:
    with contextlib.suppress(ActivePdf):
        check_harmless(pdf(stream(content)))
