"""A message that denies what it was told is read as that, and no mere no."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.advice_denied import DENIES_FIRST, denies_what_it_heard


@pytest.mark.parametrize(
    "text",
    [
        "No, that is my neighbour's street and not mine.",
        "no it came on tuesday, the sleeve is the trouble",
        "but the address is right, I copied it from the bill",
        "It was delivered, only to the wrong flat",
        "it is paid already, since last week",
        "don't tell me to look in the shed again",
        "I don't need to ring them, I work there",
    ],
)
def test_it_is_heard(text: str) -> None:
    assert denies_what_it_heard(text)


@pytest.mark.parametrize("text", ["no", "no thanks", "no news for a week now", "not yet here, is it late", "/deny"])
def test_a_mere_no_denies_nothing(text: str) -> None:
    assert not denies_what_it_heard(text)


def test_elsewhere_a_no_before_more_does() -> None:
    assert denies_what_it_heard("Nein, das ist die Firma nebenan", (DENIES_FIRST,))
