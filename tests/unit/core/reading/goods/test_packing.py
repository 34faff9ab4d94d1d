"""That what it came in is thrown away is heard, and not that a parcel was."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.told.telling import Told, told_in


@pytest.mark.parametrize(
    "text",
    [
        "we already put it to use and I've thrown the carton out",
        "My daughter binned the wrapping",
        "the packaging went into the recycling on Monday",
        "I no longer have the box",
        "my husband tossed the mailer in the trash",
    ],
)
def test_the_packing_is_gone(text: str) -> None:
    assert Told.PACKING_GONE in told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "They threw the box over the hedge",
        "the driver tossed the bag at the gate and left",
        "should I throw the box away?",
        "I haven't thrown the packaging away",
        "we were about to bin the carton",
        "the box is gone from my porch",
        "I left the bag out for the courier",
        "the pouch came out of the van torn",
        "if I threw the wrapping away, would that matter",
        "a neighbour took it in",
    ],
)
def test_nothing_is_said_of_throwing_it_away(text: str) -> None:
    assert Told.PACKING_GONE not in told_in(text)
