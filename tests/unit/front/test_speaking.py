"""What the channel says by itself, an apology above all, is said in the language that the shopper reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.cases.conversation import Author, Conversation, ConversationState, Message
from parcelbot.front.speaking import Speaking
from parcelbot.locales.languages import load_languages
from tests.unit.core.builders import NOW

ROOT = Path(__file__).parents[3]
WORDS = load_languages(ROOT / "locales", ROOT / "knowledge")
SPEAKING = Speaking(WORDS, WORDS.table)


def conversation(page: str = "") -> Conversation:
    return Conversation("c-9", ConversationState.BOT, 1, NOW, language=page)


def wrote(text: str, seq: int = 1) -> Message:
    return Message("c-9", seq, Author.SHOPPER, NOW, text)


def answered(language: str, seq: int = 2) -> Message:
    return Message("c-9", seq, Author.BOT, NOW, "…", language=language)


@pytest.mark.parametrize("page", ["", "en", "nl"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Buenos días, ¿me pueden decir dónde se ha quedado mi mantel?", "es"),
        ("Guten Tag, meine Tischdecke ist seit vorgestern nicht weitergekommen.", "de"),
        ("Boa tarde, minha toalha ainda não chegou, vocês sabem onde está?", "pt"),
        ("Dzień dobry, moja paczka od tygodnia stoi w miejscu, co się dzieje?", "pl"),
        ("Good evening, could you tell me where my tablecloth has got to?", "en"),
        ("荷物がまだ届いていません。どこにありますか?", "ja"),
    ],
)
def test_a_first_message_is_answered_in_its_own_language(text: str, code: str, page: str) -> None:
    assert SPEAKING.within(conversation(page), [wrote(text)]).code == code
    assert SPEAKING.to(text, page).code == code


@pytest.mark.parametrize(("page", "code"), [("it", "it"), ("", "en"), ("xx", "en")])
@pytest.mark.parametrize("text", ["KX20993311774", "4711", "/talk_to_human"])
def test_what_shows_no_language_is_answered_in_the_pages_then_in_english(text: str, page: str, code: str) -> None:
    assert SPEAKING.within(conversation(page), [wrote(text)]).code == code
    assert SPEAKING.to(text, page).code == code


def test_a_conversation_keeps_its_language_whatever_short_word_follows() -> None:
    said = [wrote("Wo bleibt denn nun meine Bestellung von letzter Woche?"), answered("de"), wrote("ok", 3)]
    assert SPEAKING.within(conversation("en"), said).code == "de"


def test_several_first_messages_are_read_together() -> None:
    said = [wrote("Czy mogę zapytać o moją przesyłkę z obrusem?"), wrote("LP00998877665544", 2)]
    assert SPEAKING.within(conversation("en"), said).code == "pl"
