"""One stack for the whole folder: the trained assistant, shop and inbox, the worker, and a helpdesk to deliver to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.agents import Role, SessionLimits
from parcelbot.store.cases.agents import SqlAgents
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.schema.engine import open_engine
from parcelbot.usecases.accounts import Accounts
from tests.integration.handover.people import Colleague, Customer
from tests.support.inbox import cheap_passwords, enrol
from tests.support.stack import MODEL, OFFICE, WITH_ACTION_SERVER, Stack
from tests.support.vendors.zendesk import EMAIL, TOKEN, ZendeskServer

ANA, BEN = "ana@kossr.example", "ben@kossr.example"

#: Leases short enough to wait for, limits that nobody meets.
_ROOMY = {
    "WEBSITE_LEASE_S": "2",
    "OUTBOX_LEASE_S": "3",
    "WEBSITE_MESSAGES_BURST": "1000",
    "WEBSITE_SESSIONS_BURST": "1000",
    "WEBSITE_REQUESTS_BURST": "100000",
}


@pytest.fixture(scope="session")
def helpdesk() -> Iterator[ZendeskServer]:
    server = ZendeskServer()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, helpdesk: ZendeskServer) -> Iterator[Stack]:
    assert MODEL.exists(), "no model: run `make train` first"
    account = {"ZENDESK_URL": helpdesk.url, "ZENDESK_EMAIL": EMAIL, "ZENDESK_TOKEN": TOKEN}
    env = {**_ROOMY, **account, "HELPDESK": "zendesk", "DEMO_MODE": "false"}
    with Stack(tmp_path_factory.mktemp("handover"), env, names=(*WITH_ACTION_SERVER, *OFFICE)) as running:
        yield running


@pytest.fixture(scope="session")
def engine(stack: Stack) -> Engine:
    return open_engine(f"sqlite:///{stack.folder / 'parcelbot.db'}")


@pytest.fixture(scope="session")
def team(engine: Engine) -> None:
    """Ana and Ben have accounts."""
    limits = SessionLimits(timedelta(hours=1), timedelta(hours=12))
    accounts = Accounts(SqlAgents(engine), cheap_passwords(), lambda: datetime.now(timezone.utc), limits, False)
    enrol(accounts, ANA)
    enrol(accounts, BEN, Role.ADMIN)


@pytest.fixture(scope="session")
def ana(stack: Stack, team: None) -> Colleague:
    return Colleague(f"{stack.url('web')}/inbox", ANA).log_in()


@pytest.fixture(scope="session")
def ben(stack: Stack, team: None) -> Colleague:
    return Colleague(f"{stack.url('web')}/inbox", BEN).log_in()


@pytest.fixture(scope="session")
def arrive(stack: Stack) -> Callable[[], Customer]:
    return lambda: Customer(f"{stack.url('rasa')}/webhooks/website").arrive()


@pytest.fixture(scope="session")
def tickets(engine: Engine) -> Callable[[Customer], list[Ticket]]:
    return lambda customer: list(SqlTicketStore(engine).of_conversation(customer.conversation_id))
