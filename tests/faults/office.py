"""Where cases are copied to, a helpdesk and a mailbox that can fail, and who opens cases all the time."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from random import Random

from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryState
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.schema.tickets import outbox, tickets
from tests.integration.outbox.post import Postbox, serving
from tests.support.vendors.server import Fault
from tests.support.vendors.zendesk import EMAIL, TOKEN, ZendeskServer

HELPDESK, MAILBOX = "zendesk", "email"
_HELPDESK_FAULTS = (
    Fault.RESET, Fault.GARBAGE, Fault.SERVER_ERROR, Fault.TIMEOUT, Fault.AFTER_RESET, Fault.AFTER_BAD_GATEWAY,
)  # fmt: skip
_MAIL_FAULTS = ("451 try later", "hang up", "421 closing")
_MANY = 1000
_EVERY_S = 2.0


@dataclass
class Office:
    """A helpdesk and a mailbox that get a copy of every case."""

    helpdesk: ZendeskServer
    postbox: Postbox
    mail_port: int

    @property
    def environment(self) -> dict[str, str]:
        """What the worker is told of them; what a killed one had is soon another's."""
        return {
            "HELPDESK": f"{HELPDESK},{MAILBOX}",
            "ZENDESK_URL": self.helpdesk.url,
            "ZENDESK_EMAIL": EMAIL,
            "ZENDESK_TOKEN": TOKEN,
            "SMTP_URL": f"smtp://127.0.0.1:{self.mail_port}",
            "MAIL_FROM": "help@kossr.example",
            "SUPPORT_MAILBOX": "support@kossr.example",
            "OUTBOX_LEASE_S": "5",
        }

    @contextmanager
    def helpdesk_failing(self, random: Random) -> Iterator[None]:
        """Let the helpdesk refuse, break off, or take what it is sent and not say so."""
        self.helpdesk.faults.switch(random.choice(_HELPDESK_FAULTS))
        yield
        self.helpdesk.faults.off()

    @contextmanager
    def mail_failing(self, random: Random) -> Iterator[None]:
        """Let the mail server put everything off, or break off once it has it."""
        self.postbox.answers[:] = [random.choice(_MAIL_FAULTS)] * _MANY
        yield
        self.postbox.answers.clear()


@contextmanager
def office() -> Iterator[Office]:
    """Open both; the helpdesk's server does not tell of every call."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    helpdesk, postbox = ZendeskServer(), Postbox()
    try:
        with serving(postbox) as mail:
            yield Office(helpdesk, postbox, mail.port)
    finally:
        helpdesk.stop()


@dataclass
class Cases:
    """Somebody who opens a case every few seconds, and notes those that were taken."""

    engine: Engine
    opened: list[str] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread = field(init=False)

    def __enter__(self) -> Cases:
        """Begin to open cases."""
        self._thread = threading.Thread(target=self._open_all, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Open no more."""
        self._over.set()
        self._thread.join()

    def _open_all(self) -> None:
        number = 0
        while not self._over.wait(_EVERY_S):
            number += 1
            with suppress(SQLAlchemyError):
                self._open(f"KT-F{number:05}")

    def _open(self, reference: str) -> None:
        now, draft = datetime.now(timezone.utc), TicketDraft(f"case-{reference}")
        Ledger(self.engine).open(draft.conversation_id, now)
        ticket = Ticket(reference, draft, TicketStatus.NEW, now, now, now + timedelta(hours=4))
        SqlTicketStore(self.engine, (HELPDESK, MAILBOX)).open(draft, lambda known, earlier: ticket)
        self.opened.append(reference)


def undelivered(engine: Engine) -> bool:
    """Whether a copy is still on its way."""
    of_office = outbox.c.destination.in_((HELPDESK, MAILBOX))
    query = select(outbox.c.id).where(of_office, outbox.c.state != DeliveryState.DELIVERED.value).limit(1)
    with engine.connect() as connection:
        return connection.execute(query).first() is not None


def broken_copies(engine: Engine, there: Office, opened: list[str]) -> list[str]:
    """Say of every case which copy is missing, or came twice; a mail may, as its reader's program knows it again."""
    with engine.connect() as connection:
        known = set(connection.execute(select(tickets.c.reference)).scalars())
    lost = [f"case {reference} was taken and not kept" for reference in opened if reference not in known]
    at_helpdesk = Counter(str(ticket["external_id"]) for ticket in there.helpdesk.tickets.values())
    copies = [
        f"case {one} is {at_helpdesk[one]} times at the helpdesk" for one in sorted(known) if at_helpdesk[one] != 1
    ]
    return [*lost, *copies, *_about_mails(there, known)]


def _about_mails(there: Office, known: set[str]) -> Iterator[str]:
    subjects = " ".join(str(mail["Subject"]) for mail in there.postbox.mails)
    yield from (f"case {reference} was never mailed" for reference in sorted(known) if reference not in subjects)
