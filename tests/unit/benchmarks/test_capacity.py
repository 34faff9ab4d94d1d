"""What a shop of some size needs: the model holds together, and its simulation bears it out."""

from __future__ import annotations

from itertools import pairwise
from statistics import quantiles

import pytest

from benchmarks import capacity
from benchmarks.capacity import SIZES, needs, waits_s


@pytest.mark.parametrize("size", SIZES)
def test_the_cores_are_not_used_beyond_their_share(size: int) -> None:
    need = needs(size)
    used = need.turns_per_s * capacity.TURN_CPU_S + need.pages * capacity.PAGE_CPU_S
    assert used <= need.cores * capacity.LOAD
    assert need.cores == 1 or used > (need.cores - 1) * capacity.LOAD


def test_more_conversations_never_need_less() -> None:
    needed = [needs(size) for size in SIZES]
    for fewer, more in pairwise(needed):
        assert (more.cores, more.memory_gb, more.disk_gb_per_year) >= (fewer.cores, fewer.memory_gb, 0)


def test_the_busiest_hour_is_reckoned_with_and_not_the_day() -> None:
    assert needs(30_000).turns_per_s == pytest.approx(30_000 * capacity.BUSIEST_HOUR * capacity.TURNS / 3600)


@pytest.mark.parametrize("size", [1_000, 10_000, 100_000])
def test_with_these_cores_a_turn_of_the_busiest_hour_waits_little(size: int) -> None:
    p95_s = quantiles(waits_s(size, needs(size).cores, minutes=10), n=20)[-1]
    assert p95_s < 10 * capacity.TURN_CPU_S


def test_with_too_few_cores_it_waits_long() -> None:
    assert quantiles(waits_s(500_000, 1, minutes=5), n=20)[-1] > 10


def test_every_turn_of_the_simulation_takes_its_cpu_at_least() -> None:
    assert min(waits_s(10_000, 1)) == pytest.approx(capacity.TURN_CPU_S / 2)


def test_the_table_has_a_line_for_each_size(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["capacity", "2,000", "40,000"])
    capacity.main()
    _, *lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["2,000", "40,000"]
