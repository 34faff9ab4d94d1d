"""Read where Rasa's events are sent to: RabbitMQ, Kafka, or nowhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from environs import Env, EnvError

SCHEMES = ("amqp", "amqps", "kafka", "kafkas")


def event_broker_url() -> str:
    """Read the broker's address; "" for none. EnvError for one that is neither RabbitMQ's nor Kafka's."""
    url = str(Env().str("EVENT_BROKER_URL", ""))
    parts = urlsplit(url)
    if url and (parts.scheme not in SCHEMES or not parts.hostname):
        raise EnvError("EVENT_BROKER_URL must be amqp://user:password@host:port or kafka://host:port")
    return url
