"""The widget's words: the same English in both places, and modules for the other languages."""

from __future__ import annotations

import ast
import json
import re

import pytest

from parcelbot.locales.files import read_yaml
from parcelbot.locales.widget import widget_modules
from tests.support.languages import ROOT, all_spoken

SOURCE = (ROOT / "widget" / "src" / "strings.js").read_text(encoding="utf-8")


def in_the_widget() -> dict[str, object]:
    """What strings.js exports: a literal that Python reads once its names are quoted."""
    literal = SOURCE.partition("export const strings = ")[2].partition("\n}\n")[0] + "\n}"
    return dict(ast.literal_eval(re.sub(r"(?m)^(\s+)(\w+):", r'\1"\2":', literal)))


def exported(module: str) -> dict[str, object]:
    lines = (re.fullmatch(r"export const (\w+) = (.*)", line) for line in module.splitlines())
    return {line[1]: json.loads(line[2]) for line in lines if line}


@pytest.fixture(scope="module")
def modules() -> dict[str, str]:
    languages = all_spoken()
    return widget_modules(languages.table, {code: language.widget for code, language in languages.items()})


def test_the_english_of_the_widget_is_the_one_that_is_translated() -> None:
    assert in_the_widget() == read_yaml(ROOT / "locales" / "en.yml")["widget"]


def test_every_language_but_english_has_its_module_and_all_are_listed(modules: dict[str, str]) -> None:
    listed = exported(modules["index"])["languages"]
    assert {"code": "de", "name": "Deutsch"} in listed  # type: ignore[operator]
    assert {entry["code"] for entry in listed} - {"en"} == modules.keys() - {"index"}  # type: ignore[attr-defined]


def test_a_module_has_every_word_in_the_shape_of_the_english_ones(modules: dict[str, str]) -> None:
    def shape(words: object) -> object:
        if isinstance(words, dict):
            return {name: shape(word) for name, word in words.items()}
        return len(words) if isinstance(words, list) else ""

    assert {str(shape(exported(text)["strings"])) for name, text in modules.items() if name != "index"} == {
        str(shape(in_the_widget()))
    }


def test_arabic_is_read_from_the_right(modules: dict[str, str]) -> None:
    assert (exported(modules["ar"])["direction"], exported(modules["de"])["direction"]) == ("rtl", "ltr")
