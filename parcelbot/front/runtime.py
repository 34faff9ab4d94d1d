"""Put together what the channel's routes need in one server process, once its event loop runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.engine import Engine

from parcelbot.core.language import Language
from parcelbot.front.api.shared_limits import CallLimit, SharedBuckets
from parcelbot.front.api.tokens import Tokens
from parcelbot.front.details_for_person import details_keeper
from parcelbot.front.emergency_ticket import Rescue, RescueUseCases
from parcelbot.front.hub import Hub
from parcelbot.front.last_resort import LastResort
from parcelbot.front.seen_notes import SeenNotes
from parcelbot.front.speaking import Speaking
from parcelbot.front.threads import Threads
from parcelbot.front.wakeups import listen_to_redis, listen_to_socket, poll_ledger
from parcelbot.locales.languages import load_languages
from parcelbot.settings.website import WebsiteSettings
from parcelbot.store.ledger.attachments import Attachments
from parcelbot.store.ledger.backlog import Backlog
from parcelbot.store.ledger.change_signals import build_relay
from parcelbot.store.ledger.handover_marks import HandoverMarks
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.push_keys import PUSH_SECRET, push_keys
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.schema.engine import create_tables, open_engine
from parcelbot.store.watching.browsers import SqlBrowsers

#: Decoding a picture takes memory and time, whoever sends it; answering shoppers goes first.
_PICTURES_AT_A_TIME = 1
#: A look into the ledger is short; with those of `threads` they are fewer than the database's connections.
_LOOKING = 4


@dataclass
class CallLimits:
    """One limit for each kind of call; the last two are what a network may send in a day."""

    requests: CallLimit
    sessions: CallLimit
    messages: CallLimit
    network_messages: CallLimit
    day_sessions: CallLimit
    day_messages: CallLimit


@dataclass
class Runtime:
    """The parts that routes need, and the tasks that run beside them. `is_ready` tells whether it may be used.

    What only looks into the ledger runs on `looking`, all else on `threads`: calls that wait until they may write keep
    no page from what can be read.
    """

    settings: WebsiteSettings
    engine: Engine
    threads: Threads
    looking: Threads
    ledger: Ledger
    backlog: Backlog
    persons: HandoverMarks
    attachments: Attachments
    secret_store: SecretStore
    tokens: Tokens
    limits: CallLimits
    hub: Hub
    last_resort: LastResort
    seen: SeenNotes
    words: Mapping[str, Language]
    speaking: Speaking
    browsers: SqlBrowsers
    push_key: str
    decoding: asyncio.Semaphore
    is_ready: Callable[[], bool] = lambda: True
    tasks: tuple[asyncio.Task[None], ...] = ()

    def start(self) -> None:
        """Begin to listen to other processes, and to watch over every message that waits, whoever took it in."""
        url = self.settings.redis_url
        watching = [
            poll_ledger(self.hub, self.ledger, self.looking, url),
            listen_to_socket(self.hub, self.settings.database_url),
            self.last_resort.watch_over_all(),
        ]
        if url:
            watching.append(listen_to_redis(self.hub, url))
        self.tasks = tuple(asyncio.ensure_future(work) for work in watching)

    def stop_listening(self) -> None:
        """End streams and watches; what still waits is watched over by others, or after the restart."""
        self.hub.close()
        self.last_resort.close()
        for task in self.tasks:
            task.cancel()

    async def close(self) -> None:
        """Let go of threads and database; nothing accepted is lost, it is in the ledger."""
        await self.seen.close()
        self.looking.close()
        self.threads.close()
        self.engine.dispose()


def build(settings: WebsiteSettings, provide: Callable[[], RescueUseCases]) -> Runtime:
    """Wire the parts for the running event loop; the database's tables are created where missing.

    `provide` builds the use cases, should the channel have to open a ticket itself.
    """
    engine = open_engine(settings.database_url)
    create_tables(engine)
    relay = build_relay(settings.database_url, settings.redis_url)
    hub, threads = Hub(asyncio.get_running_loop(), relay), Threads()
    ledger = Ledger(engine, hub.signal, details_keeper(settings.helpdesks))
    backlog, persons, secret_store = Backlog(engine), HandoverMarks(engine), SecretStore(engine)
    words = load_languages(settings.locales, settings.knowledge)
    speaking = Speaking(words, words.table)
    secret = settings.token_secret or secret_store.secret("website_token")
    return Runtime(
        settings=settings,
        engine=engine,
        threads=threads,
        looking=Threads(_LOOKING),
        ledger=ledger,
        backlog=backlog,
        persons=persons,
        attachments=Attachments(engine),
        secret_store=secret_store,
        tokens=Tokens(secret, timedelta(days=settings.token_days)),
        limits=_limits(settings),
        hub=hub,
        last_resort=LastResort(
            speaking, ledger, backlog, persons, Rescue(provide), threads, settings.silence_s, hub.notify
        ),
        seen=SeenNotes(ledger, threads),
        words=words,
        speaking=speaking,
        browsers=SqlBrowsers(engine),
        push_key=push_keys(secret_store.secret(PUSH_SECRET)).public,
        decoding=asyncio.Semaphore(_PICTURES_AT_A_TIME),
    )


def _limits(settings: WebsiteSettings) -> CallLimits:
    shared = SharedBuckets(settings.redis_url) if settings.redis_url else None
    return CallLimits(
        requests=CallLimit("requests", settings.requests_rate, shared),
        sessions=CallLimit("sessions", settings.sessions_rate, shared),
        messages=CallLimit("messages", settings.messages_rate, shared),
        network_messages=CallLimit("network_messages", settings.network_messages_rate, shared),
        day_sessions=CallLimit("day_sessions", settings.day_sessions_rate, shared),
        day_messages=CallLimit("day_messages", settings.day_messages_rate, shared),
    )
