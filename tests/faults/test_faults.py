"""A short run of `make test-faults`: whatever breaks, all is answered once and in order, and every ticket is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.running import Plan, run
from tests.support import postgresql
from tests.support.databases import BACKENDS


@pytest.mark.parametrize("backend", BACKENDS)
def test_nothing_is_lost_doubled_or_out_of_order(tmp_path: Path, backend: str) -> None:
    if backend == "postgresql" and (reason := postgresql.why_not()):
        pytest.skip(reason)
    said: list[str] = []
    outcome = run(tmp_path, Plan(backend, faults=10, seed=16, shoppers=3, trained=False), said.append)
    assert outcome.broken == [], "\n".join(said)
    assert float("inf") not in outcome.waits_s
    assert outcome.unexplained == []
    assert outcome.cases > 0
