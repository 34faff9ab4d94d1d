"""Put together the channel's parts in one worker process, once its event loop runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.engine import Engine

from parcelbot.locales.languages import load_languages
from parcelbot.rasa_plugins.website.api.limiter import Limiter
from parcelbot.rasa_plugins.website.api.tokens import Tokens
from parcelbot.rasa_plugins.website.hub import Hub, Relay
from parcelbot.rasa_plugins.website.threads import Threads
from parcelbot.rasa_plugins.website.turns.assistant import Assistant, Handler
from parcelbot.rasa_plugins.website.turns.details_for_person import details_keeper
from parcelbot.rasa_plugins.website.turns.dispatcher import Dispatcher
from parcelbot.rasa_plugins.website.turns.emergency_ticket import Rescue, RescueUseCases
from parcelbot.rasa_plugins.website.turns.fallback import LastResort
from parcelbot.rasa_plugins.website.turns.turn import Turns
from parcelbot.rasa_plugins.website.wakeups import listen_to_redis, poll_ledger
from parcelbot.settings.website import WebsiteSettings
from parcelbot.store.ledger.attachments import Attachments
from parcelbot.store.ledger.backlog import Backlog
from parcelbot.store.ledger.change_signals import redis_relay
from parcelbot.store.ledger.claims import SqlTurnClaims
from parcelbot.store.ledger.handover_marks import HandoverMarks
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.schema.engine import create_tables, open_engine

#: Decoding a picture takes memory and time, whoever sends it; answering shoppers goes first.
_PICTURES_AT_A_TIME = 1
#: A process may be late with two signs of life before another takes its conversations.
_BEATS_IN_A_LEASE = 3


@dataclass
class CallLimiters:
    """One limiter for each kind of call."""

    requests: Limiter
    sessions: Limiter
    messages: Limiter
    network_messages: Limiter


@dataclass
class Runtime:
    """The parts that routes and output channels need, and the tasks that run beside them."""

    settings: WebsiteSettings
    engine: Engine
    assistant: Assistant
    threads: Threads
    ledger: Ledger
    attachments: Attachments
    secret_store: SecretStore
    tokens: Tokens
    limits: CallLimiters
    hub: Hub
    last_resort: LastResort
    dispatcher: Dispatcher
    decoding: asyncio.Semaphore
    tasks: tuple[asyncio.Task[None], ...] = ()

    def start(self) -> None:
        """Begin to listen to other workers and to pick up what was left undone."""
        url = self.settings.redis_url
        watching = [poll_ledger(self.hub, self.ledger, self.threads, url), self.dispatcher.sweep()]
        if url:
            watching.append(listen_to_redis(self.hub, url))
        self.tasks = tuple(asyncio.ensure_future(work) for work in watching)

    async def stop(self) -> None:
        """End streams, watches and turns; nothing accepted is lost, it is in the ledger."""
        self.hub.close()
        self.last_resort.close()
        for task in self.tasks:
            task.cancel()
        await self.dispatcher.close()
        self.threads.close()
        self.engine.dispose()


def build(settings: WebsiteSettings, app: Any, handler: Handler, provide: Callable[[], RescueUseCases]) -> Runtime:
    """Wire the channel for the running event loop; the database's tables are created where missing.

    `provide` builds the use cases, should the channel have to open a ticket itself.
    """
    engine = open_engine(settings.database_url)
    create_tables(engine)
    relay: Relay = redis_relay(settings.redis_url) if settings.redis_url else lambda *_: None
    hub, threads = Hub(asyncio.get_running_loop(), relay), Threads()
    ledger = Ledger(engine, hub.signal, details_keeper(settings.helpdesks))
    backlog, secret_store = Backlog(engine), SecretStore(engine)
    assistant, persons = Assistant(app, handler), HandoverMarks(engine)
    words = load_languages(settings.locales, settings.knowledge)
    last_resort = LastResort(words, ledger, backlog, persons, Rescue(provide), threads, settings.silence_s)
    turns = Turns(assistant, ledger, persons, hub, threads, last_resort)
    claims = SqlTurnClaims(engine, settings.lease_s)
    secret = settings.token_secret or secret_store.secret("website_token")
    return Runtime(
        settings=settings,
        engine=engine,
        assistant=assistant,
        threads=threads,
        ledger=ledger,
        attachments=Attachments(engine),
        secret_store=secret_store,
        tokens=Tokens(secret, timedelta(days=settings.token_days)),
        limits=_limits(settings),
        hub=hub,
        last_resort=last_resort,
        dispatcher=Dispatcher(turns, last_resort, backlog, claims, threads, settings.lease_s / _BEATS_IN_A_LEASE),
        decoding=asyncio.Semaphore(_PICTURES_AT_A_TIME),
    )


def _limits(settings: WebsiteSettings) -> CallLimiters:
    return CallLimiters(
        requests=Limiter(settings.requests_rate),
        sessions=Limiter(settings.sessions_rate),
        messages=Limiter(settings.messages_rate),
        network_messages=Limiter(settings.network_messages_rate),
    )
