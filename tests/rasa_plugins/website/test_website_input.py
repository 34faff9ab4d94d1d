from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from rasa.shared.utils.common import class_from_module_path

from parcelbot.core.language import Button, EnglishCalendar, Language, ResponseText
from parcelbot.front.api.errors import ApiError
from parcelbot.front.api.routes import health
from parcelbot.front.hub import Hub
from parcelbot.front.own_answers import own_answer
from parcelbot.front.runtime import Runtime
from parcelbot.front.threads import Threads
from parcelbot.settings.website import WebsiteSettings, read_website_settings
from parcelbot.store.schema.engine import open_engine


def test_rasa_finds_the_channel_by_its_path() -> None:
    channel = class_from_module_path("parcelbot.rasa_plugins.website.WebsiteInput")
    assert (channel.name(), channel.from_credentials(None).url_prefix()) == ("website", "website")


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    assert "hush" not in repr(WebsiteSettings(token_secret="hush", identity_secret="hush"))


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBSITE_ORIGINS", "https://a.example,https://b.example")
    monkeypatch.setenv("WEBSITE_MESSAGES_BURST", "7")
    settings = read_website_settings()
    assert settings.origins == ("https://a.example", "https://b.example")
    assert settings.messages_rate.burst == 7


@pytest.mark.parametrize("told", [None, ""])
def test_the_demo_shop_may_embed_it_wherever_it_listens(monkeypatch: pytest.MonkeyPatch, told: str | None) -> None:
    monkeypatch.delenv("WEBSITE_ORIGINS", raising=False)
    if told is not None:
        monkeypatch.setenv("WEBSITE_ORIGINS", told)
    monkeypatch.setenv("WEB_PORT", "9080")
    assert read_website_settings().origins == ("http://127.0.0.1:9080", "http://localhost:9080")


def test_without_its_database_the_channel_is_not_healthy(tmp_path: Path) -> None:
    runtime = SimpleNamespace(
        is_ready=lambda: True,
        threads=Threads(),
        engine=open_engine(f"sqlite:///{tmp_path}"),
    )
    with pytest.raises(ApiError) as refused:
        asyncio.run(health(cast(Runtime, runtime), cast(Any, None)))
    assert (refused.value.status, refused.value.code) == (503, "no_database")


def test_listeners_hear_of_their_conversation_only() -> None:
    async def scene() -> list[bool]:
        hub = Hub(asyncio.get_running_loop())
        with hub.subscribe("a") as mine, hub.subscribe("b") as theirs:
            hub.wake("a")
            return [await mine.wait(0.01), await theirs.wait(0.01)]

    assert asyncio.run(scene()) == [True, False]


def test_news_between_two_looks_are_not_missed() -> None:
    async def scene() -> bool:
        hub = Hub(asyncio.get_running_loop())
        with hub.subscribe("a") as subscription:
            hub.wake("a")
            hub.wake("a")
            await subscription.wait(0.01)
            hub.wake("a")
            return await subscription.wait(0.01)

    assert asyncio.run(scene())


def test_nobody_is_listed_after_they_left() -> None:
    async def scene() -> set[str]:
        hub = Hub(asyncio.get_running_loop())
        with hub.subscribe("a"):
            pass
        return hub.listened_to()

    assert asyncio.run(scene()) == set()


def test_what_the_channel_says_is_the_first_text_of_a_response() -> None:
    button = Button("Pass it on", "/talk_to_human")
    book = {"utter_watchdog": (ResponseText("Sorry", (button,)), ResponseText("Again"))}
    answer = own_answer(Language("en", EnglishCalendar({}, {}), book, {}), "utter_watchdog")
    assert (answer.text, answer.buttons) == ("Sorry", ({"title": "Pass it on", "payload": "/talk_to_human"},))
