"""An inbox to work in: a real database, ledger and desk, agents who log in, and shoppers who hand cases over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher
from flask import Flask
from jinja2 import FileSystemBytecodeCache

from parcelbot.bootstrap.privacy import build_privacy
from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import Priority, Ticket, TicketDraft, TicketStatus, TranscriptLine
from parcelbot.core.handover.agents import Agent, Role, SessionLimits
from parcelbot.core.handover.changes import ChangeWriter, HandoverWording
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome
from parcelbot.inbox.dependencies import InboxDependencies, InboxSettings
from parcelbot.inbox.entrance.devices import KnownDevices
from parcelbot.inbox.entrance.invitations import Invitations
from parcelbot.inbox.entrance.throttle import Throttle
from parcelbot.knowledge.documents import read_titles
from parcelbot.knowledge.loading import Knowledge, load_knowledge
from parcelbot.knowledge.macros import Macro, load_macros
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.settings.web import WebConfig
from parcelbot.store.cases.agents import SqlAgents
from parcelbot.store.cases.audit import Audit
from parcelbot.store.cases.desk import SqlDeskStore
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.attachments import Attachment, Attachments
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.limit_counts import SqlLimitCounts
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.store.owner.figures import SqlFigures
from parcelbot.store.radar.views import SqlRadarViews
from parcelbot.store.radar.writing import SqlWarnings
from parcelbot.store.schema.engine import open_engine
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.store.watching.held import SqlHeldNews
from parcelbot.store.watching.keeping import SqlWatches
from parcelbot.usecases.accounts import Accounts
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.desk import Desk
from parcelbot.usecases.figures import Figures
from parcelbot.usecases.passwords import Passwords
from parcelbot.usecases.radar.desk import RadarDesk
from parcelbot.usecases.radar.scanning import RadarEyes
from parcelbot.usecases.radar.writing import RadarWriting
from parcelbot.usecases.second_step import SecondStep
from parcelbot.usecases.watching.desk import WatchDesk
from parcelbot.usecases.watching.keeping import Watching
from parcelbot.usecases.watching.stored import KnownParcels
from parcelbot.web import create_app
from tests.support.databases import new_sqlite_file
from tests.unit.core.builders import HOURS
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases import fakes

ROOT = Path(__file__).resolve().parents[2]
#: A Monday morning in Berlin.
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=timezone.utc)
ZONE = ZoneInfo("Europe/Berlin")
PASSWORD = "a linen shirt for every day"

ANA = Agent("ana@kossr.example", "Ana")
BEN = Agent("ben@kossr.example", "Ben", Role.ADMIN)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Office:
    """The inbox over a database below `folder`."""

    folder: Path
    clock: Any = field(default_factory=Clock)
    tracking: FakeProvider = field(default_factory=lambda: FakeProvider(Lookup(LookupOutcome.NOT_FOUND)))
    orders: fakes.FakeOrders = field(default_factory=fakes.FakeOrders)

    def __post_init__(self) -> None:
        path = self.folder / "office.db"
        path.write_bytes(new_sqlite_file())
        self.engine = open_engine(f"sqlite:///{path}")
        self.ledger = Ledger(self.engine)
        self.tickets = SqlTicketStore(self.engine)
        self.attachments = Attachments(self.engine)
        self.audit = Audit(self.engine, self.clock, ZONE)
        cheap = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        month = timedelta(days=30)  # tests move the clock and stay logged in
        self.accounts = Accounts(SqlAgents(self.engine), cheap, self.clock, SessionLimits(month, month))
        for agent in (BEN, ANA):
            self.accounts.install(agent.email, PASSWORD, agent.name, agent.role)
        wording = HandoverWording(fakes.languages(), iter(map(str, count())).__next__, HOURS, fakes.ZONES)
        writer = ChangeWriter(wording, can_mail=True)
        self.desk = Desk(SqlDeskStore(self.engine), writer, lambda _, now: now + timedelta(hours=8), self.clock)
        self._numbers = count(1)

    def inbox(self) -> InboxDependencies:
        services = fakes.services(tracking=self.tracking, orders=self.orders)
        deciding = replace(services, knowledge=_knowledge(), clock=self.clock)
        return InboxDependencies(
            accounts=self.accounts,
            second_step=SecondStep(self.accounts.store, self.clock),
            throttle=Throttle(SqlLimitCounts(self.engine)),
            devices=KnownDevices("secret", self.clock, https=False),
            invitations=Invitations("secret", self.clock),
            audit=self.audit,
            settings=InboxSettings("secret"),
            clock=self.clock,
            zone=ZONE,
            attachments_dir=self.folder / "attachments",
            figures=Figures(SqlFigures(self.engine), self.clock, ZONE),
            services=deciding,
            desk=self.desk,
            outbox=Outbox(self.engine, lambda _: self.clock()),
            privacy=build_privacy(self._settings(), self.engine),
            watched=WatchDesk(SqlHeldNews(self.engine, clock=lambda _: self.clock()), self.watching(), services),
            radar=self.radar(deciding),
            macros=_macros(),
            titles=_titles(),
        )

    def radar(self, services: Services) -> RadarDesk:
        known = KnownParcels(SqlShipmentCache(self.engine).get, lambda _: None)
        eyes = RadarEyes(known, services, lambda *_: None)
        warnings = SqlWarnings(self.engine, mails=True, clock=lambda _: self.clock())
        return RadarDesk(SqlRadarViews(self.engine), eyes, RadarWriting(warnings, lambda _: ZONE), self.clock, 60)

    def watching(self) -> Watching:
        return Watching(SqlWatches(self.engine, lambda _: self.clock()), mails=True, withdraw_case=self.desk.withdraw)

    def _settings(self) -> Settings:
        return replace(
            read_settings(),
            attachments_dir=self.folder / "attachments",
            conversations_db=str(self.folder / "conversations.db"),
        )

    def app(self) -> Flask:
        app = create_app(WebConfig(), self.inbox())
        app.jinja_env.bytecode_cache = FileSystemBytecodeCache()  # compiling templates is most of a test's time
        return app

    def close(self) -> None:
        self.engine.dispose()

    # ---- what shoppers do

    def chat(self, *said: str, conversation_id: str = "") -> str:
        """A conversation in which the shopper has said these things and the bot has answered each."""
        conversation_id = conversation_id or f"conversation-{next(self._numbers)}"
        self.ledger.open(conversation_id, self.clock())
        for text in said:
            self.says(conversation_id, text)
            self.bot_says(conversation_id, "Let me look.")
        return conversation_id

    def says(self, conversation_id: str, text: str, attachment: Mapping[str, Any] | None = None) -> int:
        echo_id = f"shopper-{next(self._numbers)}"
        now = self.clock()
        return self.ledger.accept(conversation_id, echo_id, now=now, text=text, attachment=attachment).message.seq

    def bot_says(self, conversation_id: str, text: str, **parts: Any) -> int:
        return self.ledger.append(conversation_id, Author.BOT, text, now=self.clock(), **parts).seq

    def hand_over(
        self, conversation_id: str = "", *, said: Iterable[str] = ("My parcel is missing",), **draft: Any
    ) -> Ticket:
        """A case handed over from a chat, opened now; `draft` are fields of the ticket."""
        conversation_id = conversation_id or self.chat(*said)
        return self._open(TicketDraft(conversation_id, **{**_DRAFT, **draft}))

    def hand_over_without_chat(self, *said: str, **draft: Any) -> Ticket:
        """A case from a channel without a ledger: all there is, is the ticket."""
        lines = tuple(TranscriptLine("shopper", self.clock(), text) for text in said)
        return self._open(TicketDraft(f"rest-{next(self._numbers)}", **{**_DRAFT, "transcript": lines, **draft}))

    def send_file(self, conversation_id: str, name: str, media_type: str, body: bytes) -> str:
        """A file the shopper sends, kept as the channel keeps it; gives its id."""
        number = next(self._numbers)
        folder = self.folder / "attachments"
        folder.mkdir(exist_ok=True)
        (folder / f"file{number}").write_bytes(body)
        kept = Attachment(
            f"attachment-{number}", conversation_id, f"file{number}", name, media_type, len(body), self.clock()
        )
        self.attachments.add(kept)
        told = {"attachment_id": kept.id, "name": name, "content_type": media_type, "size_bytes": len(body)}
        self.says(conversation_id, "", attachment=told)
        return kept.id

    def _open(self, draft: TicketDraft) -> Ticket:
        now = self.clock()
        reference = f"KT-{''.join('ACDEFGHJKM'[int(digit)] for digit in f'{next(self._numbers):06d}')}"

        def make(known: Ticket | None, earlier: tuple[Ticket, ...]) -> Ticket:
            fresh = Ticket(
                reference,
                draft,
                TicketStatus.NEW,
                now,
                now,
                now + timedelta(hours=4),
                priority_row="the_rest",
                earlier=tuple(old.reference for old in earlier),
            )
            return replace(known, draft=draft, updated_at=now) if known else fresh

        return self.tickets.open(draft, make)


_DRAFT: Mapping[str, Any] = {
    "issue": "delivered_not_received",
    "row": "delivered/all_checked",
    "order_number": "7409",
    "tracking_number": "YT2632500000000151",
    "email": "mia@example.com",
    "verified": True,
    "priority": Priority.HIGH,
    "summary": ("Problem: marked delivered, not received", "Parcel: YT2632500000000151, YunExpress, delivered"),
    "checklist": {"places_checked": True, "people_asked": True, "carrier_contacted": False},
}


@cache
def _knowledge() -> Knowledge:
    return load_knowledge(ROOT / "knowledge")


@cache
def _macros() -> tuple[Macro, ...]:
    return load_macros(ROOT / "knowledge")


@cache
def _titles() -> dict[str, str]:
    return read_titles(ROOT / "knowledge")
