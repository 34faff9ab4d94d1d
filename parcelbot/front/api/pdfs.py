"""Look into PDFs for what does something by itself: scripts, programs, files within the file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

#: Names that a document on paper has no use for. Whoever is refused can send a picture of it.
_ACTIVE = (
    b"/JavaScript",
    b"/Launch",
    b"/EmbeddedFile",
    b"/RichMedia",
    b"/XFA",
    b"/SubmitForm",
    b"/ImportData",
    b"/GoToE",
)
_ACTIVE_NAME = re.compile(b"(?:" + b"|".join(map(re.escape, _ACTIVE)) + rb")s?(?![A-Za-z0-9])")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"\bstream\r?\n")
_END_OF_STREAM = b"endstream"
_DICTIONARY_BYTES = 2048
#: Of what is packed into streams of objects, so much is read in all.
_MAX_UNPACKED_BYTES = 32 * 1024 * 1024


class ActivePdf(ValueError):
    """A PDF that does something by itself, or hides whether it does."""


def check_harmless(body: bytes) -> None:
    """Return when nothing in the document acts by itself; ActivePdf otherwise, also when it cannot be seen."""
    plain = _unescaped(body)
    if b"/Encrypt" in plain:
        raise ActivePdf("PDFs with a password are not accepted; a picture of it will do")
    for part in (plain, *_packed_objects(body)):
        if _ACTIVE_NAME.search(part):
            raise ActivePdf("PDFs with scripts or files inside are not accepted; a picture of it will do")


def _unescaped(part: bytes) -> bytes:
    """Write names as they are meant: "/JavaScr#69pt" is "/JavaScript"."""
    return _ESCAPED.sub(lambda escaped: bytes([int(escaped[1], 16)]), part)


def _packed_objects(body: bytes) -> Iterator[bytes]:
    """Unpack the streams that hold objects; other streams hold text and pictures, which run nothing."""
    left_bytes, position = _MAX_UNPACKED_BYTES, 0
    while stream := _STREAM.search(body, position):
        position = body.find(_END_OF_STREAM, stream.end())
        if position < 0:
            raise ActivePdf("this PDF is damaged; a picture of it will do")
        dictionary = _dictionary_before(body, stream.start())
        if b"/ObjStm" in dictionary:
            objects = _unpacked(body[stream.end() : position], dictionary, left_bytes)
            left_bytes -= len(objects)
            yield _unescaped(objects)


def _dictionary_before(body: bytes, end: int) -> bytes:
    """Give what describes the stream that begins at `end`: all since its object began."""
    before = body[max(0, end - _DICTIONARY_BYTES) : end]
    return _unescaped(before[before.rfind(b" obj") + 1 :])


def _unpacked(packed: bytes, dictionary: bytes, max_bytes: int) -> bytes:
    """Unpack one stream; ActivePdf for one that cannot be read as a whole."""
    if b"/Filter" not in dictionary:
        return packed
    if b"/FlateDecode" not in dictionary or dictionary.count(b"Decode") > 1:
        raise ActivePdf("this PDF is packed in an unusual way; a picture of it will do")
    unpacking = zlib.decompressobj()
    try:
        objects = unpacking.decompress(packed, max(1, max_bytes))
    except zlib.error as error:
        raise ActivePdf("this PDF is damaged; a picture of it will do") from error
    if not unpacking.eof:
        raise ActivePdf("this PDF is damaged or too large when unpacked; a picture of it will do")
    return objects
