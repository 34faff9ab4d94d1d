"""A missing piece that was found after all."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.goods.found_pieces import found_the_piece


@pytest.mark.parametrize(
    "text",
    [
        "found it, was under the tissue",
        "the napkins were rolled up in the tablecloth",
        "they turned up",
        "my husband found the belt in the sleeve",
        "it is in there after all",
    ],
)
def test_what_was_found_is_missing_no_more(text: str) -> None:
    assert found_the_piece(text)


@pytest.mark.parametrize(
    "text",
    [
        "I found one but the other is still missing",
        "we haven't found it",
        "if I found it I'd say so",
        "where was it found?",
        "I found a hole in it",
    ],
)
def test_what_is_still_out_stays_missing(text: str) -> None:
    assert not found_the_piece(text)


def test_other_languages_say_it_by_their_phrases() -> None:
    assert found_the_piece("sie waren eingewickelt", ("found",))
