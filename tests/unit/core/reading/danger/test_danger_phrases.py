"""A danger is recognised in other languages by phrases that cannot mean anything else."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.danger.danger_phrases import DangerPhrases
from parcelbot.core.reading.danger.safety import Danger

PHRASES = DangerPhrases(
    {
        "fr": {Danger.HAZARD: ["a pris feu", "électrocut"], Danger.CRISIS: ["envie de mourir"]},
        "ja": {Danger.HAZARD: ["煙が出"]},
        "ar": {Danger.HAZARD: ["اشتعل"]},
    }
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le chargeur A PRIS FEU hier soir !"),
        ("fr", "j’ai été electrocuté par la lampe"),
        ("ja", "充電器から煙が出ています"),
        ("ar", "الشاحن فاشتعل في البيت"),
    ],
)
def test_a_phrase_is_found_whatever_its_case_accents_and_endings(language: str, text: str):
    assert PHRASES.read(text, language) is Danger.HAZARD


def test_the_gravest_of_several_counts():
    assert PHRASES.read("la lampe a pris feu et j'ai envie de mourir", "fr") is Danger.CRISIS


@pytest.mark.parametrize(("language", "text"), [("fr", "où est mon colis"), ("fr", "il l'a pris feuille à feuille")])
def test_what_only_looks_like_a_phrase_in_the_middle_of_words_is_none(language: str, text: str):
    assert PHRASES.read(text.replace("pris feuille", "repris feuille"), language) is None


def test_a_language_without_phrases_has_no_dangers():
    assert PHRASES.read("der Akku ist explodiert", "de") is None
