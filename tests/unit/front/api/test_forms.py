"""Multipart forms: what browsers send, and what attackers do."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from requests import Request

from parcelbot.front.api.forms import NotAForm, UploadedFile, boundary_of, first_file

EDGE = b"----edge"


def sent(files: dict[str, tuple[str | None, bytes]]) -> tuple[bytes, bytes]:
    """The boundary and the body that a client makes of these fields."""
    request = Request("POST", "http://127.0.0.1/", files=files).prepare()
    assert isinstance(request.body, bytes)
    return boundary_of(request.headers["Content-Type"]), request.body


@settings(max_examples=50)
@given(st.binary(max_size=300))
def test_a_file_is_read_as_it_was_sent(content: bytes) -> None:
    boundary, body = sent({"file": ("photo.png", content)})
    assert first_file(body, boundary) == UploadedFile("photo.png", content)


def test_of_several_parts_the_first_file_counts() -> None:
    boundary, body = sent({"note": (None, b"hi"), "a": ("a.png", b"A"), "b": ("b.png", b"B")})
    assert first_file(body, boundary) == UploadedFile("a.png", b"A")


@pytest.mark.parametrize("name", ["Größe.png", 'quo"te.png', "日本.png"])
def test_a_name_in_any_script_is_read(name: str) -> None:
    boundary, body = sent({"file": (name, b"x")})
    file = first_file(body, boundary)
    assert file is not None
    assert file.name.endswith(".png")


def test_a_form_without_a_file_has_none() -> None:
    boundary, body = sent({"note": (None, b"hi")})
    assert first_file(body, boundary) is None


@pytest.mark.parametrize(
    "body",
    [
        b"a" * 5_000_000,
        b"\r\n--a" * 1_000_000,
        b"--a\r\n" + b"X: 1\r\n" * 500_000 + b"\r\n\r\n--a--",
        b"--a\r\nContent-Disposition: form-data; filename=x" + b"; a=b" * 900_000 + b"\r\n\r\n.\r\n--a--",
        b"--a\r\nContent-Disposition: form-data; name=x\r\n\r\n\r\n" * 100_000,
        b"--a",
        b"",
    ],
    ids=["one letter", "edges", "headers", "parameters", "parts", "an edge", "nothing"],
)
def test_a_body_made_to_keep_us_busy_is_given_up_at_its_beginning(body: bytes) -> None:
    with pytest.raises(NotAForm):
        first_file(body, b"a")


@settings(max_examples=200)
@given(st.binary(max_size=400).map(lambda noise: b"--" + EDGE + b"\r\n" + noise + b"\r\n--" + EDGE + b"--"))
def test_rubbish_is_no_form_or_has_no_file(body: bytes) -> None:
    with contextlib.suppress(NotAForm):
        assert first_file(body, EDGE) is None or b"filename" in body


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        f"multipart/form-data; boundary={'x' * 71}",
        "multipart/mixed; boundary=x",
        "\0",
    ],
)
def test_another_type_is_no_form(content_type: str) -> None:
    with pytest.raises(NotAForm):
        boundary_of(content_type)
