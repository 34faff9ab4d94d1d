from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.answering.tables import Tables
from parcelbot.core.language import ENGLISH, Language
from parcelbot.knowledge.loading import Knowledge, load_knowledge
from parcelbot.locales.languages import load_languages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge(ROOT / "knowledge")


@pytest.fixture(scope="session")
def english() -> Language:
    return load_languages(ROOT / "locales", ROOT / "knowledge")[ENGLISH]


@pytest.fixture(scope="session")
def tables(knowledge: Knowledge) -> Tables:
    return knowledge.tables
