"""Sentences of other languages, read back by a machine: the nearest English one by meaning is their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from benchmarks.nlu.sentences import misses
from parcelbot.locales.files import languages_in
from tests.support.languages import ROOT

CODES = languages_in(ROOT / "locales")
#: Sentences that were read by hand and say what they should, by language and place, with the reason.
REVIEWED: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "sentences_reviewed.yml").read_text("utf-8")
)


@pytest.mark.parametrize("code", CODES)
def test_the_nearest_english_sentence_is_the_one_that_is_said(code: str) -> None:
    reviewed = REVIEWED.get(code, {})
    assert [miss for miss in misses(code) if miss.place not in reviewed] == []
