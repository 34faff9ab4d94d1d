"""The newest of two values that nearly agree is the one meant, in whatever language it is said."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.given_numbers.put_right_values import figures_put_right, values_put_right


@pytest.mark.parametrize(
    ("first", "then", "right"),
    [
        ("my gate code is 4481 and the bell is broken", "sorry, 4418 not 4481", "4418"),
        ("die Hausnummer im Paketshop ist PS2207", "Verzeihung, PS2270", "PS2270"),
        ("رمزي البريدي JKLB2765", "عفوا JKLB2756", "JKLB2756"),
        ("会員番号は88231です", "すみません、88221です", "88221"),
    ],
)
def test_a_value_takes_the_place_of_the_one_it_nearly_is(first: str, then: str, right: str) -> None:
    ((_, new),) = values_put_right((first, then))
    assert new == right


def test_other_orders_unlike_values_and_long_stories_put_nothing_right() -> None:
    assert values_put_right(("order KO-7401 is late", "and KO-7402 too"), ("KO-7401", "KO-7402")) == ()
    assert values_put_right(("it cost 4481", "the code is 9070")) == ()
    story = "then I rang them again about the one with 4418 on it because nobody had come to the door at all"
    assert values_put_right(("it has 4481 on it", story)) == ()


def test_a_number_that_was_taken_for_an_order_is_put_right_where_the_old_one_is_named() -> None:
    said = ("بطاقتي JKLB2765", "عفوا JKLB2756 مو 2765")
    assert values_put_right(said, ("JKLB2765",)) == (("JKLB2765", "JKLB2756"),)
    assert values_put_right(("KO-7401 is late", "KO-7402 too"), ("KO-7401",)) == ()


@pytest.mark.parametrize(
    "slip",
    [
        "whoops, make that 62, ok?",
        "ops, é 62 tá bom?",
        "ups, es ist die 62, ja?",
        "perdón, es el 62, ¿vale?",
        "ой, 62, ладно?",
        "すみません、62 です",
    ],
)
def test_a_slip_is_put_right_though_a_tag_asks_whether_it_was_heard(slip: str) -> None:
    assert figures_put_right(["we live in flat 26", slip]) == (("26", "62"),)


@pytest.mark.parametrize("also", ["sorry, is it 62?", "sorry, is 62 ok?", "sorry, 25 towels came", "62 came, ok?"])
def test_what_asks_or_names_another_figure_puts_nothing_right(also: str) -> None:
    assert figures_put_right(["we live in flat 26", also]) == ()
