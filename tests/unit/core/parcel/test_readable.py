"""A carrier's description as a person reads it, whatever a provider passes on."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.scan_wordings import MAX_WORDING_CHARS, readable


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Delivered", "Delivered"),
        ("  Out for\n\tdelivery ", "Out for delivery"),
        ("<b>Delivered</b>, To Agent", "Delivered , To Agent"),
        ("&lt;b&gt;Delivered&lt;/b&gt;", "Delivered"),
        ("Delivered&nbsp;at&#160;12:00", "Delivered at 12:00"),
        ("<script>alert(1)</script>Out for delivery", "Out for delivery"),
        ("<style>p{color:red}</style><p>Delivered</p>", "Delivered"),
        ("Delivered <script>alert(1)", "Delivered"),
        ("weight < 2 kg and > 1 kg", "weight < 2 kg and > 1 kg"),
        ("De\u200bliv\u202eered\x00", "Delivered"),
        ("已签收", "已签收"),
        ("<br/>", ""),
        ("", ""),
    ],
)
def test_a_description_is_shown_without_what_is_not_for_people(raw: str, shown: str) -> None:
    assert readable(raw) == shown


def test_a_page_of_mark_up_shows_the_words_behind_its_head() -> None:
    page = f"<html><head><style>{'p{margin:0}' * 500}</style></head><body>Delivered to neighbour No 14</body></html>"
    assert readable(page) == "Delivered to neighbour No 14"


@pytest.mark.parametrize("raw", ["A" * 10_000, "word " * 5_000, "<" * 100_000])
def test_a_description_without_end_is_cut(raw: str) -> None:
    shown = readable(raw)
    assert len(shown) <= MAX_WORDING_CHARS + 1
    assert shown.endswith("…")
