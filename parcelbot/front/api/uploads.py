"""Make shoppers' files harmless: known by their content, kept under names that tell nothing."""

from __future__ import annotations

import io
import re
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from parcelbot.front.api.pdfs import ActivePdf, check_harmless
from parcelbot.front.shopper_text import keepable

MAX_FILE_BYTES = 5 * 1024 * 1024

#: A photo is read at a half or a quarter of its size where that leaves so many pixels on the shorter side.
_DRAFT_SIZE = (1900, 1900)
_MAX_NAME_CHARS = 100
_PDF = "application/pdf"
_PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
#: Every pixel takes four bytes, however few the file has.
_MAX_PIXELS = {"PNG": 16_000_000, "JPEG": 20_000_000, "WEBP": 16_000_000}
#: The endings that fit a media type; the first is given where another one stands.
_ENDINGS = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/webp": (".webp",),
    _PDF: (".pdf",),
}
_ENDING = re.compile(r"\.[A-Za-z]\w{0,7}$", re.ASCII)
_MAGIC = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"RIFF": "WEBP",
    b"%PDF-": "PDF",
}


class NotAccepted(ValueError):
    """Not a PNG, JPEG, WebP or PDF, or a broken one."""


@dataclass(frozen=True)
class SafeFile:
    """Bytes that may be kept, and their media type."""

    body: bytes
    media_type: str


def make_safe(body: bytes) -> SafeFile:
    """Check `body` by its content; pictures are drawn anew, without their metadata (EXIF, places)."""
    kind = next((kind for magic, kind in _MAGIC.items() if body.startswith(magic)), None)
    if kind is None:
        raise NotAccepted("only PNG, JPEG, WebP and PDF files are accepted")
    if kind == "PDF":
        return _checked_pdf(body)
    return SafeFile(_redrawn(body, kind), _PICTURES[kind])


def display_name(name: str, media_type: str) -> str:
    """Clean the shopper's file name: its last part, on one line, without control characters and payment numbers.

    It ends as its content does: a PDF that calls itself "report.pdf.exe" is "report.pdf", for whoever saves it must
    not start it.
    """
    last_part = _visible(name.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    right = _ENDINGS[media_type]
    while (ending := _ENDING.search(last_part)) and ending[0].lower() not in right:
        last_part = last_part[: ending.start()].strip()
    stem, ending_given = (last_part[: ending.start()], ending[0]) if ending else (last_part, right[0])
    return f"{stem[:_MAX_NAME_CHARS] or 'file'}{ending_given}"


def _visible(name: str) -> str:
    """Take out what turns the reading direction round, besides all that a text may not have."""
    return " ".join("".join(c for c in keepable(name) if unicodedata.category(c) != "Cf").split())


def store(directory: Path, body: bytes) -> str:
    """Write `body` under a new random name in `directory`, readable by us only; gives the name."""
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = secrets.token_hex(16)
    path = directory / name
    path.touch(mode=0o600)
    path.write_bytes(body)
    return name


def _checked_pdf(body: bytes) -> SafeFile:
    if b"%%EOF" not in body[-2048:]:
        raise NotAccepted("the PDF is incomplete")
    try:
        check_harmless(body)
    except ActivePdf as error:
        raise NotAccepted(str(error)) from error
    return SafeFile(body, _PDF)


def _redrawn(body: bytes, kind: str) -> bytes:
    try:
        with Image.open(io.BytesIO(body), formats=[kind]) as picture:
            picture.draft(None, _DRAFT_SIZE)  # phones' huge JPEGs are read at a fraction of their size
            if picture.width * picture.height > _MAX_PIXELS[kind]:
                raise NotAccepted("the picture has too many pixels")
            ImageOps.exif_transpose(picture, in_place=True)
            return _encoded(picture, kind)
    except NotAccepted:
        raise
    except Exception as error:
        # Pillow raises whatever a broken file makes it stumble over
        raise NotAccepted("the picture cannot be read") from error


def _encoded(picture: Image.Image, kind: str) -> bytes:
    """Write the pixels and nothing else; of them no more copies are made than needed."""
    see_through = picture.has_transparency_data and kind != "JPEG"
    mode = "RGBA" if see_through else "RGB"
    bare = Image.new(mode, picture.size)
    bare.paste(picture if picture.mode == mode else picture.convert(mode))
    out = io.BytesIO()
    bare.save(out, kind)
    return out.getvalue()
