"""Events for RabbitMQ or Kafka: a broker that is away, slow or broken delays no turn and loses none."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from environs import EnvError
from prometheus_client import REGISTRY
from rasa.core.brokers.broker import EventBroker
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from parcelbot.rasa_plugins.framework import event_broker
from parcelbot.rasa_plugins.framework.event_broker import PatientBroker, connector, endpoint
from parcelbot.rasa_plugins.framework.tracker_store.store import LiveTrackerStore
from parcelbot.settings.event_broker import event_broker_url
from tests.support.ports import free_port

ROOT = Path(__file__).resolve().parents[3]
AWAY = "amqp://guest:guest@127.0.0.1:{port}/"


class Heard(EventBroker):
    """A broker that takes everything down, and is there when `ready` says so."""

    def __init__(self, ready: Callable[[], bool] = lambda: True) -> None:
        self.events: list[dict[str, Any]] = []
        self._ready = ready

    def is_ready(self) -> bool:
        return self._ready()

    def publish(self, event: dict[str, Any]) -> None:
        self.events.append(event)


def there(broker: EventBroker) -> Callable[[], Awaitable[EventBroker]]:
    async def connect() -> EventBroker:
        return broker

    return connect


async def one_turn(store: LiveTrackerStore) -> float:
    """A turn's saving; gives how long it took."""
    tracker = await store.get_or_create_tracker("c-1")
    tracker.update(UserUttered("where is it"))
    began_s = time.monotonic()
    await store.save(tracker)
    return time.monotonic() - began_s


def as_set_up(monkeypatch: pytest.MonkeyPatch, url: str) -> EventBroker | None:
    """The broker that Rasa builds of our endpoints.yml."""
    for name in ("ACTIONS_URL", "ACTIONS_TOKEN", "CONVERSATIONS_DB"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("EVENT_BROKER_URL", url)

    async def build() -> EventBroker | None:
        config = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml")).event_broker
        broker = await EventBroker.create(config)
        if broker:
            await broker.close()
        return broker

    return asyncio.run(build())


def test_without_an_address_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_set_up(monkeypatch, "") is None


def test_with_an_address_rasa_builds_ours_at_once_though_the_broker_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(as_set_up(monkeypatch, AWAY.format(port=free_port())), PatientBroker)


def test_what_a_turn_said_is_sent_in_order(tmp_path: Path) -> None:
    async def scene() -> list[str]:
        heard = Heard()
        broker = PatientBroker(there(heard))
        await one_turn(LiveTrackerStore(Domain.empty(), str(tmp_path / "c.db"), broker))
        await asyncio.sleep(0.1)
        await broker.close()
        return [event["event"] for event in heard.events]

    assert asyncio.run(scene())[-1] == "user"


def test_a_turn_is_kept_and_not_held_up_while_rabbitmq_is_away(tmp_path: Path) -> None:
    async def scene() -> tuple[float, DialogueStateTracker | None]:
        broker = PatientBroker(connector(AWAY.format(port=free_port())))
        store = LiveTrackerStore(Domain.empty(), str(tmp_path / "c.db"), broker)
        took_s = await one_turn(store)
        await broker.close()
        return took_s, await store.retrieve("c-1")

    took_s, kept = asyncio.run(scene())
    assert kept is not None
    assert kept.latest_message.text == "where is it"
    assert took_s < 5  # Rasa's own would try for a hundred seconds


def test_what_happened_while_it_was_away_is_sent_when_it_is_back() -> None:
    async def scene() -> list[dict[str, Any]]:
        tries: list[int] = []
        heard = Heard(lambda: len(tries) > 5 or tries.append(1) is not None)

        async def connect() -> EventBroker:
            tries.append(1)
            if len(tries) < 3:
                raise ConnectionError
            return heard

        broker = PatientBroker(connect, again_s=0.01)
        for number in range(3):
            broker.publish({"number": number})
        await asyncio.sleep(0.5)
        await broker.close()
        return heard.events

    assert [event["number"] for event in asyncio.run(scene())] == [0, 1, 2]


def test_one_that_breaks_is_called_again_with_the_next_event() -> None:
    class Breaks(Heard):
        def publish(self, event: dict[str, Any]) -> None:
            if event["number"] == 0:
                raise RuntimeError
            super().publish(event)

    async def scene() -> list[dict[str, Any]]:
        heard = Breaks()
        broker = PatientBroker(there(heard))
        for number in range(2):
            broker.publish({"number": number})
        await asyncio.sleep(0.1)
        await broker.close()
        return heard.events

    assert [event["number"] for event in asyncio.run(scene())] == [1]


def test_of_too_many_events_the_newest_wait() -> None:
    async def scene() -> int:
        broker = PatientBroker(connector(AWAY.format(port=free_port())))
        for number in range(event_broker._MOST_WAITING + 5):
            broker.publish({"number": number})
        await broker.close()
        return int(broker._waiting[0]["number"])

    assert asyncio.run(scene()) == 5


def dropped() -> float:
    return REGISTRY.get_sample_value("parcelbot_events_dropped_total") or 0


def test_an_event_that_the_broker_never_gets_is_counted() -> None:
    class Refuses(Heard):
        def publish(self, event: dict[str, Any]) -> None:
            raise RuntimeError

    async def scene() -> None:
        away = PatientBroker(connector(AWAY.format(port=free_port())))
        for number in range(event_broker._MOST_WAITING + 2):
            away.publish({"number": number})
        refusing = PatientBroker(there(Refuses()))
        refusing.publish({})
        await asyncio.sleep(0.1)
        await away.close()
        await refusing.close()

    before = dropped()
    asyncio.run(scene())
    assert dropped() - before == 3


def told(url: str) -> dict[str, Any]:
    """What Rasa's broker is told about an address; all of it is JSON."""
    config = endpoint(url)
    found: dict[str, Any] = json.loads(json.dumps({"url": config.url, **config.kwargs}))
    return found


def test_rabbitmq_and_kafka_are_rasas_own() -> None:
    rabbit = told("amqps://rosa:p%40ss@queue.example/shop")
    assert (rabbit["username"], rabbit["password"], rabbit["port"]) == ("rosa", "p%40ss", 5671)
    assert rabbit["url"] == "amqps://queue.example/shop"  # Rasa logs it
    kafka = told("kafkas://rosa:secret@log.example:9093")
    assert (kafka["url"], kafka["security_protocol"], kafka["sasl_username"]) == (
        "log.example:9093",
        "SASL_SSL",
        "rosa",
    )
    assert told("kafka://log.example:9092")["security_protocol"] == "PLAINTEXT"


@pytest.mark.parametrize("url", ["http://queue.example", "queue.example:5672", "amqp://"])
def test_an_address_of_something_else_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("EVENT_BROKER_URL", url)
    with pytest.raises(EnvError, match="amqp://"):
        event_broker_url()
