"""What integration tests share: the PostgreSQL server of one process, a database and an office of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from tests.support import postgresql
from tests.support.databases import BACKENDS, fresh_url, with_tables
from tests.support.office import Office


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """The server that TEST_POSTGRES_URL names, or one of our own; skips what needs it when there can be none."""
    if named := os.environ.get("TEST_POSTGRES_URL"):
        yield named
    elif reason := postgresql.why_not():
        pytest.skip(reason)
    else:
        with postgresql.server() as url:
            yield url


@pytest.fixture(params=BACKENDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a database with our tables; once on each kind of database."""
    for url in fresh_url(str(request.param), tmp_path, request):
        engine = with_tables(url)
        yield engine
        engine.dispose()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    office.close()
