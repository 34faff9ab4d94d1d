"""What a shopper told is one story, in the order it was told in, however little of it was noted at the time."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.told_story import story


def shown(*said: str, notes: tuple[str, ...] = ()) -> tuple[str, ...]:
    return StandingCase.of(CaseAccount(("item_wrong",), said=said, notes=notes)).story


@pytest.mark.parametrize(
    "opening",
    [
        "I chose the linen one and a cotton one came.",
        "Ich habe Leinen bestellt und Baumwolle bekommen.",
        "J'avais choisi du lin et c'est du coton.",
        "Pedí lino y ha llegado algodón.",
    ],
)
def test_what_was_told_before_the_case_stands_in_it(opening: str) -> None:
    assert shown(opening, "mo@example.org") == (opening,)


def test_a_line_that_was_noted_stands_where_it_was_said() -> None:
    told = ("The lamp came without its shade.", "please add that the lid was open", "The porter saw it as well.")
    assert story(told, ("the lid was open",), (told[0], told[2])) == (told[0], "the lid was open", told[2])


@pytest.mark.parametrize("line", ["mo@example.org", "AB-90817.", "LP00123456789012"])
def test_a_number_or_an_address_alone_is_no_line(line: str) -> None:
    assert story((line,), (line,), (line,)) == ()


@pytest.mark.parametrize("line", ["alles klar, danke", "bon d'accord alors"])
def test_taking_leave_is_no_line(line: str) -> None:
    assert story((line,), (), (line,)) == ()
