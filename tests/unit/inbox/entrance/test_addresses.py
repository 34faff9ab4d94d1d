"""Where one is sent after logging in: never out of the inbox."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.inbox.entrance.addresses import HOME, safe_next


@pytest.mark.parametrize(
    "wanted", ["/inbox/", "/inbox/tickets/KT-7QF3MX", "/inbox/?show=mine&page=2", "/inbox/team/#a"]
)
def test_a_page_of_the_inbox_is_gone_to(wanted: str) -> None:
    assert safe_next(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        "",
        "/",
        "/inbox",
        "/inboxes/x",
        "https://evil.example/inbox/",
        "//evil.example/inbox/",
        "///evil.example/inbox/",
        "/\\evil.example/inbox/",
        "/inbox/\\..\\..\\evil.example",
        "/inbox//evil.example",
        "\t//evil.example",
        "/inbox/\r\nSet-Cookie: a=b",
        "javascript:alert(1)//inbox/",
        "http:///inbox/",
        "/inbox/\N{FULLWIDTH SOLIDUS}\N{FULLWIDTH SOLIDUS}evil.example",
        "http://[/inbox/",
    ],
)
def test_anything_else_is_the_first_page(wanted: str | None) -> None:
    assert safe_next(wanted) == HOME


@given(st.one_of(st.text(), st.text("/\\inbox:.@#?%\t\r ", max_size=20), st.from_regex(r"/inbox/[/\\@:.a-z%]*")))
def test_no_text_leads_to_another_host(wanted: str) -> None:
    target = urlsplit(urljoin("https://shop.example/inbox/log-in", safe_next(wanted)))
    assert (target.scheme, target.netloc) == ("https", "shop.example")
