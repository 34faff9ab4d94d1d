"""Where a parcel shall go instead stands as the newest word left it."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.where_to import new_address

WISHED = ("change_address",)


def test_a_place_that_was_named_first_gives_way_to_the_one_named_last() -> None:
    first, last = "To my cousin, Acacia Tower, flat 903", "no wait, rather to the school reception, ask for Ms Idowu"
    assert new_address(WISHED, ("we move on Monday", first)) == (first,)
    assert new_address(WISHED, ("we move on Monday", first, "thanks", last)) == (last,)


@pytest.mark.parametrize(
    "said",
    ["14 Mill Lane, Keswick", "Gartenweg 7, 8010 Graz", "12 rue du Port, Cancale", "вул. Садова, 9", "东湖路8号"],
)
def test_it_stands_in_a_line_of_its_own_and_nowhere_else(said: str) -> None:
    case = StandingCase.of(CaseAccount(WISHED, said=("please send it elsewhere", said)))
    assert [(line.title, line.sentences) for line in case.told] == [("New address", (said,))]
    assert said not in (*case.story, *case.asks, *case.words)


def test_where_nobody_wishes_another_address_none_is_new() -> None:
    assert new_address(("delivered_not_received",), ("I live at 14 Mill Lane",)) == ()


@pytest.mark.parametrize("said", ["order 7401, bo@example.org", "I ordered on 12 November", "it has been 9 days"])
def test_what_is_no_place_is_no_address(said: str) -> None:
    assert new_address(WISHED, (said,)) == ()


@pytest.mark.parametrize("said", ["no wait, rather the money back please", "actually no, please send me another one"])
def test_a_change_of_mind_about_something_else_names_no_place(said: str) -> None:
    assert said not in new_address(WISHED, ("Acacia Tower, flat 903", said))


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (("pia@example.org. the new one is 31 Chemin Vert unit 2, Laval",), ("31 Chemin Vert unit 2, Laval",)),
        (("9 Hill Street, Cork. My e-mail is pia@example.org", "thanks"), ("9 Hill Street, Cork.",)),
        (("To my aunt in Doha. Palm Tower, flat 77",), ("To my aunt in Doha. Palm Tower, flat 77",)),
        (("12 Mill Lane, Hull", "postcode is HU4 7QP"), ("12 Mill Lane, Hull", "postcode is HU4 7QP")),
        (("neue Adresse: Lindenweg 4, Bonn, meine Mail ist pia@example.org",), ("neue Adresse: Lindenweg 4, Bonn",)),
    ],
)
def test_nothing_but_the_place_stands_in_its_field(said: tuple[str, ...], place: tuple[str, ...]) -> None:
    assert new_address(WISHED, said) == place
