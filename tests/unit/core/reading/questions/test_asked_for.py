"""What the word of an English question asks for."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.asked_for import AskedFor, asked_for_in_english


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("and when does it get to Lincoln", AskedFor.WHEN),
        ("how many more days is this", AskedFor.WHEN),
        ("will it be here in time for the regatta?", AskedFor.WHEN),
        ("so where is it sleeping tonight", AskedFor.WHERE),
        ("it left for where exactly?", AskedFor.WHERE),
        ("could you have them drop it at the bakery", AskedFor.ARRANGED),
        ("can't somebody tell the driver to use the side gate? hold my parcel there", None),
        ("could they hold the parcel until Monday?", AskedFor.ARRANGED),
        ("when I was out the bell rang", None),
        ("that's where my sister lives, is she to blame?", None),
        ("can you tell me what that means", None),
        ("can you see my order?", None),
        ("how long ago was that, do you think", None),
        ("why is it so slow?", None),
        ("where did your grandfather learn to weave?", None),
        ("how long are you people open?", None),
        ("when do you close today?", None),
        ("how long must I soak it?", None),
        ("how long do I wait", AskedFor.WHEN),
        ("honestly a vague date would help", AskedFor.WHEN),
        ("I simply want an honest date", AskedFor.WHEN),
        ("a day would be enough to mend it", None),
        ("there was only a date on the slip", None),
    ],
)
def test_english(text: str, asked: AskedFor | None) -> None:
    assert asked_for_in_english(text) is asked
