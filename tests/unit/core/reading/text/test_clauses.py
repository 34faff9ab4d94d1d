"""A message in another language is split where a second question may begin."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.text.clauses import split_clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Wo ist mein Paket und wann kommt es an?", ["Wo ist mein Paket", "wann kommt es an?"]),
        ("El paquete no va. ¿Puedo cambiar la dirección?", ["El paquete no va.", "¿Puedo cambiar la dirección?"]),
        ("посылка застряла, и можно вернуть деньги?", ["посылка застряла", "можно вернуть деньги?"]),
        ("荷物が届きません。住所を変更できますか", ["荷物が届きません", "住所を変更できますか"]),
        (
            "mon colis est bloqué, aussi je veux changer l'adresse",
            ["mon colis est bloqué", "je veux changer l'adresse"],
        ),
    ],
)
def test_two_questions_are_two_parts(text: str, parts: list[str]):
    assert split_clauses(text) == parts


@pytest.mark.parametrize("text", ["wo ist mein Paket", "hallo. danke", "Tisch und Stühle"])
def test_one_question_stays_whole_and_single_words_are_left_out(text: str):
    assert len(split_clauses(text)) <= 1
