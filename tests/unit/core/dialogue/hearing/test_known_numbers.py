"""Digits without their letters: a parcel that the talk knows is meant, and nothing is asked."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import Heard, HeardNumber, Memory
from parcelbot.core.dialogue.hearing.known_numbers import completed_number, of_a_known_parcel

YT, LX = "YT2629400000000418", "LX418520037CN"


@pytest.mark.parametrize(
    "heard",
    [
        Heard("where_is_my_order", order_number="2629400000000418"),
        Heard("where_is_my_order", ambiguous_number="2629400000000418"),
        Heard("where_is_my_order", numbers=(HeardNumber("2629400000000418"),)),
    ],
)
@pytest.mark.parametrize("memory", [Memory(parcel=YT), Memory(several=(LX, YT)), Memory(tracking_number=YT)])
def test_the_digits_of_a_known_parcel_are_that_parcel(heard: Heard, memory: Memory) -> None:
    read = of_a_known_parcel(heard, memory, ())
    assert [number.value for number in read.numbers] == [YT]
    assert (read.order_number, read.ambiguous_number) == ("", "")


def test_what_two_parcels_share_names_neither() -> None:
    heard = Heard("where_is_my_order", ambiguous_number="418520037")
    assert of_a_known_parcel(heard, Memory(several=(LX, "RX418520037CN")), ()) == heard


@pytest.mark.parametrize("order", ["8123456789012345", "7401", "KO-88123", ""])
def test_an_order_stays_an_order(order: str) -> None:
    heard = Heard("where_is_my_order", order_number=order)
    assert of_a_known_parcel(heard, Memory(parcel=YT), (LX,)) == heard


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("2629 4000 0000 0418 not here", YT, YT),
        ("yt2629400000000418", YT, ""),
        ("it is YT 2629-4000-0000-0418", YT, ""),
        ("the one from before", YT, ""),
    ],
)
def test_it_is_said_where_the_letters_were_left_out(text: str, value: str, said: str) -> None:
    assert completed_number(Heard("where_is_my_order", text, numbers=(HeardNumber(value),))) == said
