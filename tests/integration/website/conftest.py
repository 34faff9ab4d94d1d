from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper

IDENTITY_SECRET = "the shop's secret for tests"

#: Limits high enough not to be met by tests about something else.
ROOMY = {
    "WEBSITE_SILENCE_S": "3",
    "WEBSITE_MESSAGES_BURST": "1000",
    "WEBSITE_NETWORK_MESSAGES_BURST": "10000",
    "WEBSITE_REQUESTS_BURST": "100000",
    "WEBSITE_SESSIONS_BURST": "1000",
    "WEBSITE_IDENTITY_SECRET": IDENTITY_SECRET,
    "WEBSITE_LEASE_S": "2",
    "WEBSITE_KEEPALIVE_S": "1",
    "WEBSITE_PAUSE_S": "0",
}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("website"), ROOMY).start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers with settings of their own; stops them after the module."""
    started: list[Server] = []

    def start_one(**environment: str) -> Server:
        server = Server(tmp_path_factory.mktemp("website"), {**ROOMY, **environment})
        started.append(server)
        return server.start()

    yield start_one
    for server in started:
        server.kill()


@pytest.fixture
def shopper(server: Server) -> Shopper:
    return Shopper(f"{server.url}/website").arrive()


@pytest.fixture
def visit(server: Server) -> Callable[[], Shopper]:
    return lambda: Shopper(f"{server.url}/website").arrive()
