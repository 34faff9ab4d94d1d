"""A link opens one thing for whoever has it: no more, not for ever, and nothing happens to who only looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlalchemy.engine import Engine

from parcelbot.core.watching.watch import MailConsent, WatchEnd
from parcelbot.settings.web import WebConfig
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.engine import open_engine
from parcelbot.store.watching.keeping import SqlWatches
from parcelbot.usecases.watching.links import LinkPurpose, WatchLinks
from parcelbot.usecases.watching.pages import ParcelPages
from parcelbot.web import create_app, parcel_page
from tests.integration.watching.world import CHAT, NUMBER, World, day
from tests.support.databases import new_sqlite_file

SHOP = "https://shop.example"
MAIL = "anna@example.com"


@pytest.fixture
def world(tmp_path: Path) -> World:
    path = tmp_path / "links.db"
    path.write_bytes(new_sqlite_file())
    engine: Engine = open_engine(f"sqlite:///{path}")
    return World(engine)


@pytest.fixture
def links(world: World) -> WatchLinks:
    return WatchLinks("a secret", "https://pages.example", lambda: world.now)


@pytest.fixture
def app(world: World, links: WatchLinks) -> Flask:
    use_cases = world.services()
    pages = ParcelPages(SqlWatches(world.engine), links, use_cases, world.cache.get)
    return create_app(WebConfig(), webhooks=[parcel_page.create_blueprint(pages, SHOP)])


def address(links: WatchLinks, purpose: LinkPurpose, watch_id: str) -> str:
    return links.address(purpose, watch_id).removeprefix("https://pages.example")


class TestTheParcelsPage:
    def test_it_shows_the_parcel_its_way_its_plan_and_the_chat(
        self, world: World, app: Flask, links: WatchLinks
    ) -> None:
        watch = world.watches_for(promised=day(5), order_number="7401", email=MAIL, vouched=True)
        answer = app.test_client().get(address(links, LinkPurpose.PAGE, watch.id))
        page = answer.get_data(as_text=True)
        assert answer.status_code == 200
        for shown in (NUMBER, "Cainiao", "China to United Kingdom", "Departed", "Mon 30 November", f"{SHOP}/?parcel="):
            assert shown in page

    def test_it_is_in_the_language_of_the_conversation(self, world: World, app: Flask, links: WatchLinks) -> None:
        watch = world.watches_for(promised=day(5))
        spoken = conversations.update().where(conversations.c.id == watch.conversation_id).values(language="de")
        with world.engine.begin() as connection:
            connection.execute(spoken)
        page = app.test_client().get(address(links, LinkPurpose.PAGE, watch.id)).get_data(as_text=True)
        assert '<html lang="de">' in page
        assert "Vereinigtes Königreich" in page
        assert "Mo., 30. November" in page

    def test_it_tells_when_it_was_looked_up_by_the_clock_of_who_waits(
        self, world: World, app: Flask, links: WatchLinks
    ) -> None:
        watch = world.watches_for(promised=day(5))
        looked_up = world.cache.get(NUMBER).fetched_at
        for zone, told in (("Asia/Kolkata", "%H:%M your time"), ("", "%H:%M GMT")):
            world.ledger.mark_zone(watch.conversation_id, zone)
            page = app.test_client().get(address(links, LinkPurpose.PAGE, watch.id)).get_data(as_text=True)
            local = looked_up.astimezone(ZoneInfo(zone or "Europe/London"))
            assert local.strftime(told) in page

    def test_a_link_that_opens_nothing_speaks_as_the_browser_does(self, app: Flask) -> None:
        page = app.test_client().get("/parcel/nothing", headers={"Accept-Language": "de-AT,en;q=0.5"})
        assert (page.status_code, '<html lang="de">' in page.get_data(as_text=True)) == (404, True)

    def test_it_says_nothing_of_the_order_or_its_address(self, world: World, app: Flask, links: WatchLinks) -> None:
        watch = world.watches_for(order_number="ORDER7401", email=MAIL, vouched=True)
        page = app.test_client().get(address(links, LinkPurpose.PAGE, watch.id)).get_data(as_text=True)
        assert not [hidden for hidden in ("ORDER7401", MAIL, "anna", CHAT, "<script") if hidden in page]

    def test_it_is_not_indexed_not_kept_and_not_framed(self, world: World, app: Flask, links: WatchLinks) -> None:
        headers = app.test_client().get(address(links, LinkPurpose.PAGE, world.watches_for().id)).headers
        assert headers["X-Robots-Tag"] == "noindex, nofollow"
        assert headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "script" not in headers["Content-Security-Policy"]

    @pytest.mark.parametrize("what", ["forged", "of another purpose", "rubbish", "very long"])
    def test_a_link_that_is_not_ours_opens_nothing(
        self, world: World, app: Flask, links: WatchLinks, what: str
    ) -> None:
        watch = world.watches_for()
        other = replace(links, secret="another secret")
        token = {
            "forged": other.token(LinkPurpose.PAGE, watch.id),
            "of another purpose": links.token(LinkPurpose.STOP, watch.id),
            "rubbish": "%00..%2f",
            "very long": "x" * 5000,
        }[what]
        answer = app.test_client().get(f"/parcel/{token}")
        assert answer.status_code == 404
        assert NUMBER not in answer.get_data(as_text=True)

    def test_it_ends_some_days_after_the_watch(self, world: World, app: Flask, links: WatchLinks) -> None:
        watch = world.watches_for()
        world.watches.stop([watch.id], WatchEnd.ARRIVED)
        link = address(links, LinkPurpose.PAGE, watch.id)
        world.advance(days=14)
        assert app.test_client().get(link).status_code == 200
        world.advance(days=1)
        assert app.test_client().get(link).status_code == 404

    def test_whoever_has_it_can_close_it_for_everybody(self, world: World, app: Flask, links: WatchLinks) -> None:
        watch = world.watches_for()
        link = address(links, LinkPurpose.PAGE, watch.id)
        assert app.test_client().post(f"{link}/withdraw").status_code == 200
        assert app.test_client().get(link).status_code == 404
        assert world.watch().active


class TestEndingMessages:
    def test_looking_ends_nothing_and_one_click_does(self, world: World, app: Flask, links: WatchLinks) -> None:
        watch = world.watches_for(email=MAIL, vouched=True)
        link = address(links, LinkPurpose.STOP, watch.id)
        assert app.test_client().get(link).status_code == 200
        assert world.watch().active
        assert app.test_client().post(link, data={"List-Unsubscribe": "One-Click"}).status_code == 200
        assert world.watch().end is WatchEnd.STOPPED_BY_MAIL
        assert app.test_client().post(link).status_code == 200  # again

    def test_it_never_grows_too_old(self, world: World, app: Flask, links: WatchLinks) -> None:
        watch = world.watches_for(email=MAIL, vouched=True)
        link = address(links, LinkPurpose.STOP, watch.id)
        world.advance(days=50)
        assert app.test_client().post(link).status_code == 200


class TestConfirmingAnAddress:
    def test_looking_confirms_nothing_and_the_button_does(self, world: World, app: Flask, links: WatchLinks) -> None:
        watch = world.watches_for(email=MAIL)
        link = address(links, LinkPurpose.CONFIRM, watch.id)
        app.test_client().get(link)
        assert world.watch().consent is MailConsent.ASKED
        assert app.test_client().post(link).status_code == 200
        assert world.watch().consent is MailConsent.CONFIRMED

    def test_after_a_week_it_confirms_nothing(self, world: World, app: Flask, links: WatchLinks) -> None:
        watch = world.watches_for(email=MAIL)
        link = address(links, LinkPurpose.CONFIRM, watch.id)
        world.advance(days=8)
        assert app.test_client().post(link).status_code == 404
        assert world.watch().consent is MailConsent.ASKED
