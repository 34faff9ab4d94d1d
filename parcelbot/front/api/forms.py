"""Take the file out of a multipart form, in one pass over the body and no more of it than a browser sends."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

#: RFC 2046 allows no longer boundary, browsers make ones of 16 characters and more.
_BOUNDARY_BYTES = range(1, 71)
_MAX_PARTS = 8
_MAX_HEADER_BYTES = 4096
_LINE_END = b"\r\n"
_HEADERS_END = b"\r\n\r\n"


class NotAForm(ValueError):
    """No multipart form, or one that no browser would send."""


@dataclass(frozen=True)
class UploadedFile:
    """One file of a form, and the name its sender gave it; "" for none."""

    name: str
    body: bytes


def boundary_of(content_type: str) -> bytes:
    """Read the boundary of a multipart form; NotAForm for another type or a boundary that none has."""
    header = Message()
    header["Content-Type"] = content_type
    if header.get_content_type() != "multipart/form-data":
        raise NotAForm("this is no multipart form")
    boundary = (header.get_boundary() or "").encode("utf-8", "replace")
    if len(boundary) not in _BOUNDARY_BYTES:
        raise NotAForm("the form has no boundary")
    return boundary


def first_file(body: bytes, boundary: bytes) -> UploadedFile | None:
    """Find the first part that is a file; None when the form has none.

    NotAForm for a body that is none, has more than a handful of parts, or whose parts have long headers.
    """
    delimiter = _LINE_END + b"--" + boundary
    # the first delimiter need not have a line before it
    start = len(delimiter) - len(_LINE_END) if body.startswith(delimiter[len(_LINE_END) :]) else -1
    for _ in range(_MAX_PARTS):
        if start < 0 or not body.startswith(_LINE_END, start):
            break
        end = body.find(delimiter, start)
        if end < 0:
            raise NotAForm("the form is cut off")
        file = _file(body, start, end)
        if file is not None:
            return file
        start = end + len(delimiter)
    if start < 0 or not body.startswith(b"--", start):
        raise NotAForm("the body is not a multipart form")
    return None


def _file(body: bytes, start: int, end: int) -> UploadedFile | None:
    """Read the part between two delimiters; None when it is a plain field."""
    headers_end = body.find(_HEADERS_END, start, min(end, start + _MAX_HEADER_BYTES))
    if headers_end < 0:
        raise NotAForm("a part of the form has no headers, or too many")
    headers = BytesHeaderParser().parsebytes(body[start + len(_LINE_END) : headers_end])
    if headers.get_content_disposition() != "form-data":
        raise NotAForm("a part of the form does not say what it is")
    name = headers.get_filename()
    if name is None:
        return None
    return UploadedFile(str(name), body[headers_end + len(_HEADERS_END) : end])
