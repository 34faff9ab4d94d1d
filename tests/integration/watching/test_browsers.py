"""News reach a browser whose shopper said yes, encrypted, once, and no more after a no, an end or an erasure."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from parcelbot.core.parcel.shipment import Status
from parcelbot.core.watching.browsers import BrowserAddress
from parcelbot.core.watching.watch import WatchEnd
from parcelbot.helpdesk.browser_push import BrowserPush
from parcelbot.store.ledger.push_keys import push_keys
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.store.watching.browsers import MOST_BROWSERS, SqlBrowsers
from parcelbot.worker.courier import Courier
from parcelbot.worker.push_copies import PushCopier
from tests.integration.tracking.servers import Answer, scripted
from tests.integration.watching.world import CHAT, World, parcel, van
from tests.unit.usecases.fakes import languages

KEYS = push_keys("a secret")
SECRET = b"0123456789abcdef"


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Phone:
    """A browser with keys of its own."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.p256dh = base64url(point)

    def at(self, endpoint: str) -> BrowserAddress:
        return BrowserAddress(endpoint, self.p256dh, base64url(SECRET))

    def reads(self, body: bytes) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=SECRET))
        return told


def courier(world: World) -> Courier:  # type: ignore[type-arg]
    browsers = SqlBrowsers(world.engine)
    copies = PushCopier(
        world.watches, browsers, world.ledger, languages(), lambda watch: f"https://shop/parcel/{watch}"
    )
    push = BrowserPush(KEYS.private, "mailto:help@kossr.example", browsers.is_gone)
    return Courier(push, Outbox(world.engine, lambda _: world.now), copies, "one", lambda: world.now, lambda: 0.5)


@pytest.fixture
def phone() -> Phone:
    return Phone()


def agrees(world: World, phone: Phone, endpoint: str, chat: str = CHAT) -> bool:
    return SqlBrowsers(world.engine).add(chat, phone.at(endpoint), world.now)


def on_the_van(world: World) -> None:
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, van(world.now), at=world.now))
    world.works()
    world.advance(minutes=1)


def browsers_left(world: World) -> int:
    with world.engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM browsers").scalar_one())


def test_the_browser_can_read_it_and_its_push_service_cannot(world: World, phone: Phone) -> None:
    world.watches_for()
    with scripted(Answer({}, 201)) as server:
        agrees(world, phone, server.url)
        on_the_van(world)
        assert courier(world).step()
        headers, body = {name.lower(): told for name, told in server.headers[0].items()}, server.asked[0][2]
    told = phone.reads(body)
    assert "out for delivery" in told["body"]
    assert told["url"] == f"https://shop/parcel/W-{CHAT}"
    assert b"delivery" not in body
    assert headers["authorization"].startswith("vapid t=")
    assert KEYS.public in headers["authorization"]


def test_one_event_is_notified_once(world: World, phone: Phone) -> None:
    world.watches_for()
    with scripted(Answer({}, 201)) as server:
        agrees(world, phone, server.url)
        on_the_van(world)
        world.pushed(parcel(Status.OUT_FOR_DELIVERY, van(world.now - timedelta(minutes=1)), at=world.now))
        world.works()
        while courier(world).step():
            pass
        assert len(server.asked) == 1


def test_who_reads_it_in_the_chat_is_not_notified_as_well(world: World, phone: Phone) -> None:
    world.watches_for()
    with scripted() as server:
        agrees(world, phone, server.url)
        on_the_van(world)
        world.ledger.mark_seen({CHAT: 99}, world.now)
        courier(world).step()
        assert server.asked == []


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten_and_nothing_has_failed(world: World, phone: Phone, status: int) -> None:
    world.watches_for()
    with scripted(Answer({}, status)) as server:
        agrees(world, phone, server.url)
        on_the_van(world)
        courier(world).step()
    assert browsers_left(world) == 0
    assert [mail.state for mail in world.mails()] == ["delivered"]


@pytest.mark.parametrize(("status", "state"), [(503, "waiting"), (429, "waiting"), (400, "dead"), (302, "dead")])
def test_trouble_at_a_push_service_is_tried_again_or_given_up(
    world: World, phone: Phone, status: int, state: str
) -> None:
    world.watches_for()
    with scripted(Answer({}, status)) as server:
        agrees(world, phone, server.url)
        on_the_van(world)
        courier(world).step()
    assert [mail.state for mail in world.mails()] == [state]
    assert browsers_left(world) == 1


def test_who_wants_no_more_messages_is_notified_no_more(world: World, phone: Phone) -> None:
    watch = world.watches_for()
    agrees(world, phone, "https://fcm.googleapis.com/1")
    world.watches.stop([watch.id], WatchEnd.STOPPED_IN_CHAT)
    assert browsers_left(world) == 0


def test_a_browser_that_says_no_is_forgotten_and_its_waiting_notification_with_it(world: World, phone: Phone) -> None:
    world.watches_for()
    with scripted() as server:
        agrees(world, phone, server.url)
        on_the_van(world)
        SqlBrowsers(world.engine).remove(CHAT, server.url)
        courier(world).step()
        assert server.asked == []
    assert [mail.state for mail in world.mails()] == ["cancelled"]


def test_a_conversation_has_a_few_browsers_and_each_once(world: World, phone: Phone) -> None:
    world.watches_for()
    taken = [agrees(world, phone, f"https://fcm.googleapis.com/{n % 6}") for n in range(7)]
    assert taken == [True] * MOST_BROWSERS + [False, True]
    assert browsers_left(world) == MOST_BROWSERS


def test_a_conversation_that_is_gone_keeps_no_browser(world: World, phone: Phone) -> None:
    assert not agrees(world, phone, "https://fcm.googleapis.com/1", chat="gone")


def test_the_night_is_that_of_the_shoppers_own_page(world: World) -> None:
    world.watches_for()
    world.ledger.mark_zone(CHAT, "America/Chicago")
    on_the_van(world)
    assert world.said() == []
    world.advance(hours=3)
    world.works()
    assert "out for delivery" in world.said()[-1].text
