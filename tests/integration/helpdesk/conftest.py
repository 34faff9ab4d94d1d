from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.helpdesk.benches import BENCHES, Bench


@pytest.fixture(params=sorted(BENCHES))
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """Each helpdesk in turn."""
    bench = BENCHES[request.param]()
    yield bench
    bench.server.stop()


@pytest.fixture
def zendesk() -> Iterator[Bench]:
    bench = BENCHES["zendesk"]()
    yield bench
    bench.server.stop()


@pytest.fixture
def gorgias() -> Iterator[Bench]:
    bench = BENCHES["gorgias"]()
    yield bench
    bench.server.stop()


@pytest.fixture
def chatwoot() -> Iterator[Bench]:
    bench = BENCHES["chatwoot"]()
    yield bench
    bench.server.stop()
