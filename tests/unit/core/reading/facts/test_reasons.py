"""The reason that is asked about and the one that a scan names, whatever the language of each."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.facts.reasons import reasons_in, reasons_supposed


@pytest.mark.parametrize(
    ("asked", "scanned", "reason"),
    [
        ("has the snow anything to do with it?", "Delay due to adverse weather conditions", "weather"),
        ("Liegt das am Sturm?", "Severe weather delay", "weather"),
        ("est-ce à cause de la grève ?", "Delayed: strike at hub", "strike"),
        ("это из-за таможни?", "Held by customs", "customs"),
        ("台風のせいですか", "Weather delay", "weather"),
        ("is it the holiday over there?", "Operations closed, public holiday", "holiday"),
    ],
)
def test_the_same_reason_is_found_in_both(asked: str, scanned: str, reason: str) -> None:
    assert reasons_in(asked) & reasons_in(scanned) == {reason}


@pytest.mark.parametrize("text", ["why does it take so long?", "Departed from facility", "the price was nice"])
def test_a_text_without_a_reason_names_none(text: str) -> None:
    assert reasons_in(text) == frozenset()


@pytest.mark.parametrize("text", ["what storm is that?", "so where is all this snow?", "which strike, please"])
def test_who_asks_which_reason_supposes_none(text: str) -> None:
    assert reasons_supposed(text) == frozenset()
    assert reasons_in(text)


def test_who_asks_whether_it_is_that_supposes_it() -> None:
    assert reasons_supposed("is it because of the snow?") == {"weather"}
