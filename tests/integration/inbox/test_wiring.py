"""The app as `make run` wires it: the demo log-in, sessions that outlive a restart, webhooks without a token."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from parcelbot.bootstrap.inbox import demo_log_in
from parcelbot.bootstrap.web import web_app
from parcelbot.settings.helpdesks import ChatwootAccount
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.settings.web import WebConfig
from parcelbot.store.schema.engine import open_engine
from tests.support.inbox import Browser


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(
        read_settings(),
        database_url=f"sqlite:///{tmp_path}/parcelbot.db",
        attachments_dir=tmp_path / "attachments",
        conversations_db=str(tmp_path / "conversations.db"),
        demo_mode=True,
        inbox_secret="",
    )


def started(settings: Settings) -> Browser:
    return Browser(web_app(WebConfig(), settings))


def test_what_make_run_prints_opens_the_inbox_in_demo_mode_only(settings: Settings) -> None:
    browser, printed = started(settings), demo_log_in(settings)
    assert printed
    assert browser.log_in(*printed).status_code == 303
    real = replace(settings, demo_mode=False)
    assert demo_log_in(real) is None
    after = started(real)
    assert after.log_in(*printed).status_code == 401
    after.keep(browser.cookie())
    assert not after.logged_in()


def test_a_restart_logs_nobody_out(settings: Settings) -> None:
    before, printed = started(settings), demo_log_in(settings)
    assert printed
    before.log_in(*printed)
    after = started(settings)
    after.keep(before.cookie())
    assert after.logged_in()


def test_each_database_has_a_demo_password_of_its_own(settings: Settings, tmp_path: Path) -> None:
    other = replace(settings, database_url=f"sqlite:///{tmp_path}/other.db")
    assert demo_log_in(settings) != demo_log_in(other)


def test_a_helpdesk_needs_no_csrf_token_but_proof_of_who_it_is(settings: Settings) -> None:
    account = ChatwootAccount("http://127.0.0.1:9", "token", 1, 1, "a secret", "")
    browser = started(replace(settings, helpdesks=("chatwoot",), chatwoot=account))
    assert browser.client.post("/hooks/chatwoot", json={"event": "message_created"}).status_code == 401


def test_all_parts_of_a_process_share_one_database_engine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_once(url: str) -> Engine:
        opened.append(url)
        return open_engine(url)

    monkeypatch.setattr("parcelbot.bootstrap.base.open_engine", open_once)
    web_app(WebConfig(), settings)
    assert opened == [settings.database_url]
