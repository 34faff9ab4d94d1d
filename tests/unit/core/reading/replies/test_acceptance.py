"""Thanks with what is done next: nothing in them is asked or wished for."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.acceptance import accepts_with_thanks, thanks_for_being_spared


@pytest.mark.parametrize(
    "text",
    [
        "thanks, I'll collect it on Friday",
        "right, I will fetch it then, cheers",
    ],
)
def test_who_says_thanks_and_what_they_do_now_accepts(text: str) -> None:
    assert accepts_with_thanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "thanks, I'll collect it. Can my wife go?",
        "thanks but I can't go",
        "I'll go there",
        "thanks for nothing, I never got it",
    ],
)
def test_a_question_a_doubt_or_no_thanks_is_none(text: str) -> None:
    assert not accepts_with_thanks(text)


@pytest.mark.parametrize("said", ["thank you for not making this any harder", "thanks so much for not sending me off"])
def test_what_was_spared_is_thanked_for(said: str) -> None:
    assert thanks_for_being_spared(said)


def test_a_question_that_thanks_is_one() -> None:
    assert not thanks_for_being_spared("thanks for not answering, is anybody there?")
