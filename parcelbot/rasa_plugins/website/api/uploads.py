"""Make shoppers' files harmless: known by their content, kept under names that tell nothing."""

from __future__ import annotations

import io
import secrets
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from parcelbot.rasa_plugins.shopper_text import keepable

MAX_FILE_BYTES = 5 * 1024 * 1024

_MAX_PIXELS = 25_000_000
_DRAFT_SIZE = (3000, 3000)
_MAX_NAME_CHARS = 100
_PDF = "application/pdf"
_PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
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


def display_name(name: str) -> str:
    """Clean the shopper's file name for display: its last part, without control characters and payment numbers."""
    return keepable(name.replace("\\", "/").rsplit("/", 1)[-1]).strip()[:_MAX_NAME_CHARS] or "file"


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
    return SafeFile(body, _PDF)


def _redrawn(body: bytes, kind: str) -> bytes:
    try:
        Image.open(io.BytesIO(body), formats=[kind]).verify()
        picture = Image.open(io.BytesIO(body), formats=[kind])
        picture.draft(None, _DRAFT_SIZE)  # phones' huge JPEGs are read at a fraction of their size
        if picture.width * picture.height > _MAX_PIXELS:
            raise NotAccepted("the picture has too many pixels")
        return _encoded(ImageOps.exif_transpose(picture), kind)
    except NotAccepted:
        raise
    except Exception as error:
        # Pillow raises whatever a broken file makes it stumble over
        raise NotAccepted("the picture cannot be read") from error


def _encoded(picture: Image.Image, kind: str) -> bytes:
    see_through = picture.has_transparency_data and kind != "JPEG"
    bare = picture.convert("RGBA" if see_through else "RGB")
    fresh = Image.new(bare.mode, bare.size)
    fresh.paste(bare)
    out = io.BytesIO()
    fresh.save(out, kind)
    return out.getvalue()
