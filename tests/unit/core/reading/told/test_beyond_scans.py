"""What is more than any scan settles is read in its words."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.told.telling import Told, told_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My aunt, who ordered it, died last month.", Told.DIED),
        ("I write for my father. He passed away on Sunday.", Told.DIED),
        ("You refunded me in October and now the box is on its way. Shall I take it?", Told.REFUNDED),
        ("I was refunded already. What do I do with it", Told.REFUNDED),
        ("the dustmen came at seven and it went with the rubbish", Told.CARRIED_OFF),
        ("Our skip was emptied this morning with the box in it.", Told.CARRIED_OFF),
        ("my freight forwarder in Leipzig has not seen it", Told.FORWARDED),
        ("that is a warehouse, nobody lives there", Told.FORWARDED),
    ],
)
def test_a_matter_of_its_own_is_heard(text: str, told: Told) -> None:
    assert told in told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "it is for the funeral of a colleague on Tuesday",
        "my phone died, can you look it up?",
        "can you send me an invoice for my taxes",
        "I haven't paid the duty yet",
        "must I pay customs?",
        "you have not refunded me",
        "when will I be refunded?",
        "no refund has come",
        "I looked behind the bins and in the shed",
        "the shipping company says it is on the van",
        "it left the warehouse on Monday",
    ],
)
def test_an_ordinary_line_tells_none_of_them(text: str) -> None:
    beyond = {Told.DIED, Told.REFUNDED, Told.CARRIED_OFF, Told.FORWARDED}
    assert not told_in(text) & beyond
