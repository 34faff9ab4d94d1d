"""Send what happens in conversations to RabbitMQ or Kafka, through Rasa's own brokers, without a turn waiting for them.

Rasa's start waits for RabbitMQ and fails without it, and a publication to a Kafka that is away sleeps on the event
loop. So they are called beside the turns, and what they do not take in time waits in memory, the newest of it.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from rasa.core.brokers.broker import EventBroker
from rasa.core.brokers.kafka import KafkaEventBroker
from rasa.core.brokers.pika import PikaEventBroker
from rasa.utils.endpoints import EndpointConfig

from parcelbot.telemetry import metrics

logger = logging.getLogger(__name__)

#: Queue of RabbitMQ, topic of Kafka; Rasa's own name for both.
_CALLED = "rasa_core_events"
#: Some hours of a busy shop, and some 100 MB.
_MOST_WAITING = 20_000
_AGAIN_S = 5.0
_RABBITMQ_PORTS = {"amqp": 5672, "amqps": 5671}

Connect = Callable[[], Awaitable[EventBroker]]


class PatientBroker(EventBroker):
    """Rasa's broker, which `connect` gives when it is there; events wait for it, and nobody else does."""

    def __init__(self, connect: Connect, again_s: float = _AGAIN_S) -> None:
        self._connect = connect
        self._again_s = again_s
        self._waiting: deque[dict[str, Any]] = deque(maxlen=_MOST_WAITING)
        self._news = asyncio.Event()
        self._broker: EventBroker | None = None
        self._passing_on = asyncio.ensure_future(self._pass_on())

    @classmethod
    async def from_endpoint_config(cls, broker_config: EndpointConfig) -> PatientBroker | None:
        """Build it by `endpoints.yml`; None without an address."""
        return cls(connector(broker_config.url)) if broker_config.url else None

    def publish(self, event: dict[str, Any]) -> None:
        """Take an event, to be sent as soon as the broker takes it; of too many the oldest are dropped."""
        if len(self._waiting) == _MOST_WAITING:
            logger.error("the event broker is away for too long: the oldest events are dropped")
            metrics.EVENTS_DROPPED.inc()
        self._waiting.append(event)
        self._news.set()

    def is_ready(self) -> bool:
        """True always: the assistant answers without the broker."""
        return True

    async def close(self) -> None:
        """Let go of the broker; what it has not taken is not sent any more."""
        self._passing_on.cancel()
        if self._broker is not None:
            await self._broker.close()

    async def _pass_on(self) -> None:
        self._broker = broker = await self._connected()
        while True:
            await self._news.wait()
            self._news.clear()
            while self._waiting:
                await self._hand_over(broker, self._waiting.popleft())

    async def _connected(self) -> EventBroker:
        while True:
            try:
                return await self._connect()
            except Exception as error:
                logger.warning("the event broker does not answer: %s", type(error).__name__)
                await asyncio.sleep(self._again_s)

    async def _hand_over(self, broker: EventBroker, event: dict[str, Any]) -> None:
        """Publish one event when the broker is there; Kafka's client waits by itself, on a thread."""
        try:
            if isinstance(broker, KafkaEventBroker):
                await asyncio.to_thread(broker.publish, event)
                return
            while not broker.is_ready():
                await asyncio.sleep(self._again_s)
            broker.publish(event)
        except Exception:
            logger.exception("an event was not sent")
            metrics.EVENTS_DROPPED.inc()


def connector(url: str) -> Connect:
    """Give what connects to the broker of an address: `amqp(s)://user:password@host:port` or `kafka(s)://host:port`."""
    config = endpoint(url)
    if urlsplit(url).scheme in _RABBITMQ_PORTS:
        return lambda: PikaEventBroker.from_endpoint_config(config, asyncio.get_running_loop())
    return lambda: KafkaEventBroker.from_endpoint_config(config)


def endpoint(url: str) -> EndpointConfig:
    """Give what Rasa's own broker of that kind is told about the address."""
    parts = urlsplit(url)
    return _rabbitmq(parts) if parts.scheme in _RABBITMQ_PORTS else _kafka(parts)


def _rabbitmq(parts: SplitResult) -> EndpointConfig:
    # Rasa logs the address and puts name and password into it as they are, so they come apart and quoted
    named = {"username": parts.username or "guest", "password": parts.password or "guest"}
    address = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    return EndpointConfig(address, port=parts.port or _RABBITMQ_PORTS[parts.scheme], queues=[_CALLED], **named)


def _kafka(parts: SplitResult) -> EndpointConfig:
    named = {"sasl_username": unquote(parts.username or ""), "sasl_password": unquote(parts.password or "")}
    safety = ("SASL_" if parts.username else "") + ("SSL" if parts.scheme == "kafkas" else "PLAINTEXT")
    return EndpointConfig(
        parts.netloc.rpartition("@")[2],
        client_id="parcelbot",
        topic=_CALLED,
        security_protocol=safety,
        # events of one conversation stay in their order
        partition_by_sender=True,
        **(named if parts.username else {}),
    )
