"""What is none of a parcel's troubles is heard where it is told as having happened, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.reading.danger.hazard_kinds import HazardKind, read_hazard_kind
from parcelbot.core.reading.told.telling import Told, told_in
from parcelbot.reading.language_phrases import load_replies

REPLIES = load_replies(Path(__file__).parents[3] / "locales")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A beetle crawled out of the tablecloth bag.", Told.SOMETHING_ALIVE),
        ("there are moths inside the parcel", Told.SOMETHING_ALIVE),
        ("My cat swallowed a button off the new cushion", Told.ANIMAL_ATE),
        ("I found a gold bracelet in the lining of the coat, it isn't mine", Told.VALUABLE_FOUND),
        ("the man who lives there must not get it", Told.UNSAFE_THERE),
    ],
)
def test_what_happened_is_told(text: str, told: Told) -> None:
    assert told in told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "there are moth holes in the shawl",
        "the dress with the beetle print is too small",
        "is there a bug on your tracking page?",
        "I leave the gate open for the driver",
        "the driver left it by the open gate",
        "the courier hit the wrong bell",
        "my cat sleeps on the new cushion",
        "no ring in the box, only the towel",
        "she shouldn't have it sent to work",
    ],
)
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    new = {Told.SOMETHING_ALIVE, Told.ANIMAL_ATE, Told.DRIVERS_CONDUCT, Told.VALUABLE_FOUND, Told.UNSAFE_THERE}
    assert not new & told_in(text)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Zwischen den Falten krabbelt ein Käfer", Told.SOMETHING_ALIVE),
        ("it", "Il gatto ha ingoiato un bottone del cuscino", Told.ANIMAL_ATE),
        ("nl", "De koerier heeft mijn vrouw bedreigd", Told.DRIVERS_CONDUCT),
        ("pl", "W kieszeni płaszcza znalazłam obrączkę", Told.VALUABLE_FOUND),
        ("pt", "O entregador xingou a minha mãe", Told.DRIVERS_CONDUCT),
        ("zh", "箱子里有蟑螂，还活着", Told.SOMETHING_ALIVE),
        ("tr", "Köpeğim plastik düğmeyi yuttu", Told.ANIMAL_ATE),
    ],
)
def test_other_languages_have_phrases_for_it(language: str, text: str, told: Told) -> None:
    assert told in told_in(text, REPLIES[language].says(text))


def test_what_is_told_names_the_kind_of_hazard() -> None:
    assert read_hazard_kind("my goat ate the silica sachet", {Told.ANIMAL_ATE}) is HazardKind.ANIMAL
    assert read_hazard_kind("it is on the floor", {Told.SOMETHING_ALIVE}) is HazardKind.ALIVE
