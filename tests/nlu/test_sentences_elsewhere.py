"""Sentences of other languages, read back by machines: the nearest English one by meaning, buttons by their intent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from benchmarks.nlu.sentences import misses
from parcelbot.locales.files import languages_in
from tests.support.languages import ROOT, all_spoken
from tests.support.stack import MODEL

CODES = languages_in(ROOT / "locales")
#: What was read by hand: sentences that say what they should, and buttons that mean it beside their question.
REVIEWED: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "sentences_reviewed.yml").read_text("utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_the_nearest_english_sentence_is_the_one_that_is_said(code: str) -> None:
    reviewed = REVIEWED["nearest"].get(code, {})
    assert [miss for miss in misses(code) if miss.place not in reviewed] == []


def read_back(titles: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Give the intent of each title, typed in a conversation of its language."""
    agent = Agent.load(str(MODEL))

    async def read() -> dict[str, list[str]]:
        return {code: [await intent(title, code) for title in told] for code, told in titles.items()}

    async def intent(title: str, code: str) -> str:
        parsed = await agent.processor.parse_message(UserMessage(title, metadata={"language": code}))
        return str(parsed["intent"]["name"])

    return asyncio.run(read())


def test_a_button_that_is_typed_instead_of_pressed_means_the_same(measured: Callable[[str], None]) -> None:
    spoken = all_spoken()
    buttons = {code: titles_of(spoken[code]) for code in CODES}
    found = read_back({code: list(titles) for code, titles in buttons.items()})
    misread = [
        (code, title, payload, intent)
        for code, titles in buttons.items()
        for (title, payload), intent in zip(titles.items(), found[code], strict=True)
        if intent != payload and title not in REVIEWED["buttons"].get(code, {})
    ]
    measured(
        f"Buttons read back: {sum(map(len, buttons.values())) - len(misread)} of {sum(map(len, buttons.values()))}"
    )
    assert misread == []


def titles_of(language: Any) -> dict[str, str]:
    """Collect the titles of a language's buttons, each with the intent it stands for; those with details left out."""
    buttons = (button for said in language.book.values() for text in said for button in text.buttons)
    return {button.title: button.payload[1:] for button in buttons if "{" not in button.payload}
