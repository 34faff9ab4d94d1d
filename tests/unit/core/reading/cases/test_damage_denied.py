"""Whoever says that nothing is damaged has no damaged goods; an unharmed box says nothing of them."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import taken_back


@pytest.mark.parametrize(
    "text",
    [
        "nothing is broken, the counter is shut",
        "sorry, there's no damage, I only can't get in",
        "Pardon, rien n'est cassé, c'est fermé.",
        "il n'y a aucun dommage",
        "es ist nichts kaputt, der Laden hat zu",
        "no hay ningún daño",
        "non è rotto niente",
        "não está danificado",
        "er is niets kapot",
        "nic nie jest uszkodzone",
        "ничего не сломано",
        "нічого не пошкоджено",
        "hasar yok",
        "何も壊れていません",
        "没有损坏",
        "لا يوجد أي ضرر",
    ],
)
def test_a_denied_damage_is_taken_back(text: str) -> None:
    assert Question.ITEM_DAMAGED in taken_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "the box is not damaged",
        "der Karton ist nicht beschädigt",
        "le colis n'est pas abîmé, l'assiette si",
        "nothing is torn but the vase is broken",
        "ce n'est pas abîmé, c'est cassé en deux",
        "I don't know if it is damaged",
        "is nothing damaged?",
        "je ne sais pas si c'est abîmé",
        "no, broken",
        "Nein, kaputt",
    ],
)
def test_whatever_else_is_said_takes_no_damage_back(text: str) -> None:
    assert Question.ITEM_DAMAGED not in taken_back(text)
