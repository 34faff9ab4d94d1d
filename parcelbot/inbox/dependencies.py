"""Define what the inbox works with: `bootstrap` builds it, each page takes what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol

from parcelbot.core.handover.agents import SessionLimits
from parcelbot.core.outgoing.deliveries import DeliveryState, OutboxLine
from parcelbot.core.owner.audit import AuditFilter, AuditLine
from parcelbot.core.owner.quota import QuotaState
from parcelbot.core.paging import Page
from parcelbot.inbox.entrance.devices import KnownDevices
from parcelbot.inbox.entrance.invitations import Invitations
from parcelbot.inbox.entrance.throttle import Throttle
from parcelbot.knowledge.macros import Macro
from parcelbot.usecases.accounts import Accounts
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.desk import Desk
from parcelbot.usecases.figures import Figures
from parcelbot.usecases.privacy.shopper import Privacy
from parcelbot.usecases.radar.desk import RadarDesk
from parcelbot.usecases.second_step import SecondStep
from parcelbot.usecases.watching.desk import WatchDesk


class AuditBook(Protocol):
    """The audit log."""

    def write(self, agent: str, action: str, reference: str = "", detail: str = "") -> None:
        """Add a line: the e-mail of who acted, what was done in one word, and to which ticket."""

    def page(self, wanted: AuditFilter, page: int = 1) -> Page[AuditLine]:
        """Read the lines that match, newest first; the last page when there are fewer."""


class Deliveries(Protocol):
    """The deliveries that leave the house, as the admins' page shows them."""

    def counts(self) -> Mapping[DeliveryState, int]:
        """Count the deliveries in each state."""

    def list(self, state: DeliveryState | None = None, page: int = 1) -> Page[OutboxLine]:
        """Read a page of deliveries, newest first, of all states when none is named."""

    def dead_by_destination(self) -> Mapping[str, int]:
        """Count the dead deliveries by destination."""

    def retry(self, delivery_id: int) -> int:
        """Revive a dead delivery and all dead ones of the same case and destination; return how many there were."""

    def retry_all(self, destination: str) -> int:
        """Revive every dead delivery of a destination; return how many there were."""


class CompanyProvider(Protocol):
    """The identity provider that agents may log in with."""

    @property
    def issuer(self) -> str:
        """Give its address, without a slash at the end."""

    @property
    def client_id(self) -> str:
        """Give what it knows us by."""

    @property
    def client_secret(self) -> str:
        """Give what shows that it is us."""

    @property
    def name(self) -> str:
        """Give what agents call it."""


@dataclass(frozen=True)
class InboxSettings:
    """The settings of the inbox. `company` is None without an identity provider.

    `address` is where agents reach it, for links in mails and invitations; `https` when that is encrypted.
    `proxies` is how many stand in front and tell the agent's own address; `mails` whether answers can be mailed.
    """

    secret: str
    address: str = "http://127.0.0.1:8080/inbox"
    limits: SessionLimits = field(default_factory=SessionLimits)
    demo_mode: bool = False
    proxies: int = 0
    mails: bool = True
    company: CompanyProvider | None = None

    @property
    def https(self) -> bool:
        """True when cookies may only travel encrypted."""
        return self.address.startswith("https://")


@dataclass(frozen=True)
class InboxDependencies:
    """The use cases, stores and settings the pages work with. `clock` gives an aware now, `zone` is the shop's.

    `macros` are the prepared answers, `titles` the names of the documents that decisions come from, by id. `quota`
    tells how many new parcels can still be looked up, None before the provider has said so.
    """

    accounts: Accounts
    second_step: SecondStep
    throttle: Throttle
    devices: KnownDevices
    invitations: Invitations
    audit: AuditBook
    settings: InboxSettings
    clock: Callable[[], datetime]
    zone: tzinfo
    attachments_dir: Path
    services: Services
    figures: Figures
    desk: Desk
    outbox: Deliveries
    privacy: Privacy
    watched: WatchDesk
    radar: RadarDesk
    macros: tuple[Macro, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    quota: Callable[[], QuotaState | None] = lambda: None
