"""Two machines' worth of processes over one PostgreSQL and one Redis, behind the nginx file that is deployed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.handover.agents import Role, SessionLimits
from parcelbot.store.cases.agents import SqlAgents
from parcelbot.store.schema.engine import open_engine
from parcelbot.usecases.accounts import Accounts
from tests.integration.handover.people import Colleague, Customer
from tests.support import postgresql
from tests.support.inbox import cheap_passwords, enrol
from tests.support.ports import free_port
from tests.support.postgresql import PostgresServer
from tests.support.proxy import Proxy, proxy
from tests.support.stack import FRONT, MODEL, OFFICE, WITH_ACTION_SERVER, Stack

ANA = "ana@kossr.example"

_ROOMY = {
    "WEBSITE_MESSAGES_BURST": "1000",
    "WEBSITE_SESSIONS_BURST": "1000",
    "WEBSITE_REQUESTS_BURST": "100000",
    "SANIC_PROXIES_COUNT": "1",
    "WEB_PROXIES": "1",
    "DEMO_MODE": "false",
    # DATABASE_URL says it for the assistants' memory, too
    "CONVERSATIONS_DB": "",
}


@dataclass(frozen=True)
class Town:
    """Two stacks with everything of both but the carrier, and the proxy before them."""

    machines: tuple[Stack, Stack]
    database: PostgresServer
    proxy: Proxy

    @property
    def chat(self) -> str:
        return f"{self.proxy.url}/webhooks/website"


def _why_not() -> str:
    programs = {"redis-server": "redis-server", "nginx": "nginx-light"}
    missing = [package for program, package in programs.items() if not _installed(program)]
    return postgresql.why_not() or (f"not installed: apt-get install {' '.join(missing)}" if missing else "")


def _installed(program: str) -> bool:
    return bool(shutil.which(program) or shutil.which(f"/usr/sbin/{program}"))


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    if reason := _why_not():
        pytest.skip(reason)
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    yield f"redis://127.0.0.1:{port}/0"
    process.kill()
    process.wait()


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory, redis_url: str) -> Iterator[Town]:
    assert MODEL.exists(), "no model: run `make train` first"
    folder = tmp_path_factory.mktemp("scale")
    with PostgresServer.started() as database:
        told = {**_ROOMY, "DATABASE_URL": database.url, "REDIS_URL": redis_url}
        told["ATTACHMENTS_DIR"] = str(folder / "attachments")
        with Stack(_place(folder, "one"), told, (*WITH_ACTION_SERVER, *FRONT, *OFFICE)) as first:
            beside = {**told, "SANDBOX_PORT": str(first.ports["sandbox"])}
            with Stack(_place(folder, "two"), beside, ("actions", "rasa", *FRONT, *OFFICE)) as second:
                machines = (first, second)
                fronts, webs = ([machine.ports[part] for machine in machines] for part in ("front", "web"))
                with proxy(_place(folder, "nginx"), fronts, webs) as before:
                    yield Town(machines, database, before)


def _place(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


@pytest.fixture(autouse=True)
def trusted(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody trusts the proxy's certificate."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(town.proxy.trusted))


@pytest.fixture(scope="session")
def engine(town: Town) -> Engine:
    return open_engine(town.database.url)


@pytest.fixture
def arrive(town: Town) -> Callable[[], Customer]:
    return lambda: Customer(town.chat).arrive()


@pytest.fixture
def ana(town: Town, engine: Engine) -> Colleague:
    limits = SessionLimits(timedelta(hours=1), timedelta(hours=12))
    accounts = Accounts(SqlAgents(engine), cheap_passwords(), lambda: datetime.now(timezone.utc), limits, False)
    if not accounts.store.find(ANA):
        enrol(accounts, ANA, Role.ADMIN)
    return Colleague(f"{town.proxy.url}/inbox", ANA).log_in()
