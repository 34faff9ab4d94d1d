"""Build the worker: its chores, and the helpdesks and mailboxes it delivers to."""

from __future__ import annotations

import os
import random
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from environs import EnvError
from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import Clock, build_signal, database_answers, open_database, shop_clock
from parcelbot.bootstrap.desk import build_desk
from parcelbot.bootstrap.helpdesks import build_helpdesks
from parcelbot.bootstrap.parcel_news import build_parcel_news
from parcelbot.bootstrap.privacy import build_retention
from parcelbot.bootstrap.radar import build_listed, build_listing, build_looks, build_radar
from parcelbot.bootstrap.services import build_languages, build_services
from parcelbot.bootstrap.tracking import build_asked, build_client, build_followed
from parcelbot.bootstrap.watching import build_links, known_parcels, waited_in
from parcelbot.core.handover.promises import PromiseRules
from parcelbot.core.outgoing.retrying import RetryPolicy
from parcelbot.helpdesk.browser_push import BrowserPush
from parcelbot.helpdesk.mail import Mailbox, Sender, ShopperMail
from parcelbot.helpdesk.news_mail import NewsMail
from parcelbot.helpdesk.protocol import Destination
from parcelbot.helpdesk.radar_hook import RadarHook
from parcelbot.helpdesk.smtp import SmtpServer
from parcelbot.settings.shared import Settings
from parcelbot.settings.tracking import SEVENTEENTRACK
from parcelbot.settings.worker import WorkerSettings
from parcelbot.store.cases.promised_tickets import PromisedTickets
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.push_keys import PUSH_SECRET, push_keys
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.outgoing.forwarding import Forwarding
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.store.provider_quota import SqlProviderQuota
from parcelbot.store.radar.views import SqlRadarViews
from parcelbot.store.watching.browsers import SqlBrowsers
from parcelbot.store.watching.due import SqlDueWatches
from parcelbot.store.watching.keeping import SqlWatches
from parcelbot.store.watching.looks import SqlWatchedNumbers
from parcelbot.telemetry.backlog import BacklogGauges
from parcelbot.usecases.provider_watch import CatchUp, QuotaWatch
from parcelbot.usecases.watching.links import LinkPurpose
from parcelbot.usecases.watching.watcher import WatchedLooks, Watcher
from parcelbot.worker.case_copies import CaseCopier
from parcelbot.worker.chores import Chore
from parcelbot.worker.courier import Addressee, Copied, Copies, Courier
from parcelbot.worker.news_copies import NewsCopier, NewsLinks
from parcelbot.worker.promise_watch import PromiseWatch
from parcelbot.worker.push_copies import PushCopier
from parcelbot.worker.radar_copies import RadarCopier

C = TypeVar("C", bound=Copied)

_DELIVER_EVERY_S = 1.0
_FORWARD_EVERY_S = 1.0
_WATCH_EVERY_S = 15.0
_WATCHER_EVERY_S = 1.0
_LIST_EVERY_S = 10.0
_RADAR_EVERY_S = 5.0
_FORGET_EVERY_S = 3600.0
_QUOTA_EVERY_S = 600.0
#: One call in three seconds leaves eight of nine to shoppers, and comes round to a million parcels in a day.
_CATCH_UP_EVERY_S = 3.0


@dataclass(frozen=True)
class WorkerParts:
    """The worker's chores, the check that its database answers, and the gauges measured there."""

    chores: tuple[Chore, ...]
    database_answers: Callable[[], bool]
    measures: BacklogGauges


def worker(settings: Settings, own: WorkerSettings) -> WorkerParts:
    """Wire the worker; EnvError or ValueError when a destination's settings are missing or make no sense."""
    engine, clock = open_database(settings), shop_clock(settings)
    chores = (
        *_couriers(settings, own, engine, clock),
        *_forwarding(settings, engine, clock),
        Chore("promises", _WATCH_EVERY_S, _promise_watch(settings, own, engine).step),
        *_provider_chores(settings, engine, clock),
        Chore("watched parcels", _WATCHER_EVERY_S, _watcher(settings, engine).step),
        *_radar(settings, own, engine, clock),
        *_news_mails(settings, own, engine, clock),
        _browser_push(settings, own, engine, clock),
        Chore("retention", _FORGET_EVERY_S, build_retention(settings, engine, clock).run),
    )
    return WorkerParts(chores, lambda: database_answers(engine), BacklogGauges(engine, clock))


def destinations(settings: Settings, clock: Clock) -> tuple[Destination, ...]:
    """Build every configured destination; () in demo mode, where nothing leaves the house."""
    made = build_helpdesks(settings)
    if "email" in settings.helpdesks:
        made.append(_mailbox(settings, clock))
    if settings.mails_shoppers:
        server, sender = _smtp_server(settings), _sender(settings)
        made.append(ShopperMail(server, sender, build_languages(settings), settings.shop_url, clock))
    return tuple(made)


def _mailbox(settings: Settings, clock: Clock) -> Mailbox:
    if not (settings.smtp_url and settings.support_mailbox):
        raise EnvError("HELPDESK=email needs SMTP_URL and SUPPORT_MAILBOX")
    return Mailbox(_smtp_server(settings), _sender(settings), settings.support_mailbox, clock)


def _smtp_server(settings: Settings) -> SmtpServer:
    return SmtpServer.from_url(settings.smtp_url)


def _sender(settings: Settings) -> Sender:
    if not settings.mail_from:
        raise EnvError("SMTP_URL needs MAIL_FROM")
    return Sender(settings.mail_from, settings.support_mailbox)


def _couriers(settings: Settings, own: WorkerSettings, engine: Engine, clock: Clock) -> list[Chore]:
    names = settings.helpdesks
    cases = CaseCopier(SqlTicketStore(engine), Ledger(engine), Forwarding(engine, names), settings.inbox_url)
    return [
        Chore(f"deliveries to {made.name}", _DELIVER_EVERY_S, _courier(made, cases, own, engine, clock).step)
        for made in destinations(settings, clock)
    ]


def _courier(
    destination: Addressee[C], copies: Copies[C], own: WorkerSettings, engine: Engine, clock: Clock
) -> Courier[C]:
    return Courier(
        destination=destination,
        outbox=Outbox(engine),
        copies=copies,
        runner=_runner(destination.name),
        clock=clock,
        chance=random.random,
        retry_policy=RetryPolicy(attempts=own.attempts),
        lease=own.lease,
    )


def _forwarding(settings: Settings, engine: Engine, clock: Clock) -> list[Chore]:
    if not settings.helpdesks:
        return []
    forwarding = Forwarding(engine, settings.helpdesks)

    def forward() -> None:
        forwarding.forward(clock())

    return [Chore("forwarding", _FORWARD_EVERY_S, forward)]


def _provider_chores(settings: Settings, engine: Engine, clock: Clock) -> list[Chore]:
    services = build_services(settings, engine)
    client = build_asked(settings, engine, services.knowledge, clock)
    news = build_parcel_news(settings, engine, services)
    catch_up = CatchUp(client.read_all, build_followed(settings, engine), news, clock)
    looks = WatchedLooks(client.read_all, SqlWatchedNumbers(engine), news)
    chores = [
        Chore("catching up", _CATCH_UP_EVERY_S, catch_up.step),
        Chore("looks at watched parcels", _CATCH_UP_EVERY_S, looks.step),
    ]
    if SEVENTEENTRACK not in settings.providers.asked:
        return chores
    counted = build_client(settings, engine, services.knowledge, clock)
    quota = QuotaWatch(counted.quota, SqlProviderQuota(engine, SEVENTEENTRACK), clock)
    return [*chores, Chore("quota", _QUOTA_EVERY_S, quota.step)]


def _watcher(settings: Settings, engine: Engine) -> Watcher:
    services = build_services(settings, engine)
    return Watcher(
        due=SqlDueWatches(engine, build_signal(settings)),
        parcels=known_parcels(settings, engine),
        services=services,
        zone_of=waited_in(settings),
        runner=_runner("watched parcels"),
    )


def _news_mails(settings: Settings, own: WorkerSettings, engine: Engine, clock: Clock) -> list[Chore]:
    if not settings.mails_shoppers:
        return []
    watches, links = SqlWatches(engine), build_links(settings, engine, clock)
    languages = build_languages(settings)
    addresses = NewsLinks(*(partial(links.address, purpose) for purpose in LinkPurpose))
    mail = NewsMail(_smtp_server(settings), _sender(settings), languages, settings.shop_url, clock, watches.bounced)
    copies = NewsCopier(watches, Ledger(engine), addresses)
    return [Chore("mails about watched parcels", _DELIVER_EVERY_S, _courier(mail, copies, own, engine, clock).step)]


def _browser_push(settings: Settings, own: WorkerSettings, engine: Engine, clock: Clock) -> Chore:
    """Wire notifications in browsers; who runs a push service can reach us by mail, else at the shop's address."""
    browsers, links = SqlBrowsers(engine), build_links(settings, engine, clock)
    keys = push_keys(SecretStore(engine).secret(PUSH_SECRET))
    contact = f"mailto:{settings.support_mailbox}" if settings.support_mailbox else settings.shop_url
    push = BrowserPush(keys.private, contact, browsers.is_gone)
    page = partial(links.address, LinkPurpose.PAGE)
    copies = PushCopier(SqlWatches(engine), browsers, Ledger(engine), build_languages(settings), page)
    return Chore("notifications in browsers", _DELIVER_EVERY_S, _courier(push, copies, own, engine, clock).step)


def _radar(settings: Settings, own: WorkerSettings, engine: Engine, clock: Clock) -> list[Chore]:
    """Wire the radar; switched off, it forgets what it knew."""
    if not settings.radar.days:
        return [Chore("forgetting open orders", _FORGET_EVERY_S, build_listed(engine).clear)]
    services, runner = build_services(settings, engine), _runner("radar")
    return [
        Chore("listing open orders", _LIST_EVERY_S, build_listing(settings, engine, clock, runner).step),
        Chore("looks at open orders", _CATCH_UP_EVERY_S, build_looks(settings, engine, services).step),
        Chore("radar", _RADAR_EVERY_S, build_radar(settings, engine, services, runner).step),
        *_radar_hook(settings, own, engine, clock),
    ]


def _radar_hook(settings: Settings, own: WorkerSettings, engine: Engine, clock: Clock) -> list[Chore]:
    if not settings.radar.webhook_url:
        return []
    hook = RadarHook(settings.radar.webhook_url, settings.radar.webhook_secret, clock)
    copies = RadarCopier(SqlRadarViews(engine), f"{settings.inbox_url}/radar/", clock)
    return [Chore("the radar's webhook", _DELIVER_EVERY_S, _courier(hook, copies, own, engine, clock).step)]


def _promise_watch(settings: Settings, own: WorkerSettings, engine: Engine) -> PromiseWatch:
    services = build_services(settings, engine)
    rules = PromiseRules(services.hours, own.agent_silence)
    return PromiseWatch(PromisedTickets(engine), build_desk(settings, engine, services), rules, services.clock)


def _runner(destination: str) -> str:
    """Make a name that no other courier has or had: a lease of a killed one must not pass for one's own."""
    return f"{socket.gethostname()[:20]}:{os.getpid()}:{destination}:{secrets.token_hex(4)}"
