"""The owner's webhook gets every finding once it is there, signed, and nothing of the shopper."""

from __future__ import annotations

import json

import pytest

from parcelbot.core.outgoing.deliveries import DeliveryKind
from parcelbot.helpdesk.radar_hook import RadarHook, signature
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.worker.courier import Courier
from parcelbot.worker.radar_copies import RadarCopier
from tests.integration.radar.world import RadarWorld, an_order
from tests.integration.tracking.servers import Answer, scripted
from tests.integration.watching.world import NUMBER


@pytest.fixture
def late(world: RadarWorld) -> RadarWorld:
    world.tells = True
    world.advance(days=40)
    world.lists(an_order(world, days=40))
    return world


def courier(world: RadarWorld, url: str) -> Courier:  # type: ignore[type-arg]
    hook = RadarHook(url, "hush", lambda: world.now)
    copies = RadarCopier(world.views, "https://shop.example/inbox/radar/", lambda: world.now)
    return Courier(hook, Outbox(world.engine, lambda _: world.now), copies, "one", lambda: world.now, lambda: 0.5)


def test_a_finding_is_told_once_and_names_no_shopper(late: RadarWorld) -> None:
    with scripted(Answer({}, 204)) as server:
        assert courier(late, server.url).step()
        late.advance(days=1)
        late.sweeps()
        assert not courier(late, server.url).step()
        ((_, _, told),) = server.asked
        headers = server.headers[0]
    assert (told["tracking_number"], told["order_number"], told["risk"]) == (NUMBER, "7401", "late")
    assert told["days_left"] < 0
    assert "mia@" not in json.dumps(told)
    body = json.dumps(told).encode()
    assert headers["webhook-signature"] == signature("hush", told["id"], headers["webhook-timestamp"], body)


def test_an_answer_that_is_no_json_will_do(late: RadarWorld) -> None:
    with scripted(Answer(raw=b"ok")) as server:
        courier(late, server.url).step()
    assert not late.mails()[0].last_error


@pytest.mark.parametrize(("status", "state"), [(500, "waiting"), (429, "waiting"), (404, "dead")])
def test_trouble_there_is_tried_again_or_waits_for_a_person(late: RadarWorld, status: int, state: str) -> None:
    with scripted(Answer({}, status)) as server:
        courier(late, server.url).step()
    (delivery,) = late.mails()
    assert (delivery.kind, delivery.state) == (DeliveryKind.RADAR_FINDING.value, state)
    assert str(status) in delivery.last_error


def test_nobody_there_is_no_loss(late: RadarWorld) -> None:
    courier(late, "http://127.0.0.1:9").step()
    assert late.mails()[0].state == "waiting"


def test_a_parcel_that_is_no_longer_open_is_not_told(late: RadarWorld) -> None:
    late.advance(hours=2)
    late.lists()
    with scripted() as server:
        courier(late, server.url).step()
        assert server.asked == []
    assert late.mails()[0].state == "cancelled"


def test_without_an_address_nothing_waits(world: RadarWorld) -> None:
    world.advance(days=40)
    world.lists(an_order(world, days=40))
    assert world.mails() == []


def test_what_is_signed_is_id_moment_and_body() -> None:
    made = signature("hush", "R-1", "1", b"{}")
    assert made.startswith("v1,")
    assert len({made, signature("hush", "R-2", "1", b"{}"), signature("hush", "R-1", "2", b"{}")}) == 3
