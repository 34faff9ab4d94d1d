"""Entities in other languages: countries by their local names, carriers, times, wordings."""

from __future__ import annotations

from datetime import date

import pytest

from parcelbot.rasa_plugins.nlu.entities import EntityFinder
from parcelbot.rasa_plugins.nlu.gazetteer import all_phrases, wording_reader


@pytest.fixture(scope="module")
def finder() -> EntityFinder:
    return EntityFinder(all_phrases(), wording_reader().read)


def found(finder: EntityFinder, language: str, text: str) -> set[tuple[str, str]]:
    entities = finder.find(text, {}, date(2026, 11, 29), language)
    return {(entity["entity"], entity["value"]) for entity in entities}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "de",
            "mein Paket aus China hängt seit 9 Tagen bei DHL",
            {("country", "CN"), ("duration", "9d"), ("carrier", "dhl")},
        ),
        (
            "es",
            "mi paquete de Estados Unidos pone 'en tránsito'",
            {("country", "US"), ("status_phrase", "in_transit//moving")},
        ),
        (
            "ru",
            "посылка из Китая, Почта России, с 3 ноября",
            {("country", "CN"), ("carrier", "russian_post"), ("date", "2026-11-03")},
        ),
        ("tr", "Almanya'dan gelen kargom 5 gündür gümrükte", {("country", "DE"), ("duration", "5d")}),
        ("ja", "中国からヤマト運輸で9日間", {("country", "CN"), ("carrier", "yamato"), ("duration", "9d")}),
        ("pl", "paczka z Niemiec, od wtorku nic", {("country", "DE"), ("date", "2026-11-24")}),
        ("ar", "الطرد من الصين عالق منذ أسبوعين", {("country", "CN"), ("duration", "14d")}),
        ("zh", "从中国寄出，顺丰，已经9天", {("country", "CN"), ("carrier", "sf_express"), ("duration", "9d")}),
        ("de", "ich brauche es bis Samstag für die Hochzeit", {("needed_by", "2026-12-05")}),
    ],
)
def test_what_a_message_names_is_found(finder: EntityFinder, language: str, text: str, wanted: set[tuple[str, str]]):
    assert found(finder, language, text) == wanted


def test_small_words_are_no_countries(finder: EntityFinder):
    assert found(finder, "de", "ich hab es in us to it no") == set()
    assert found(finder, "fi", "missä pakettini on") == set()
