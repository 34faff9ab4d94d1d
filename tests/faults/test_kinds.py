"""Which faults of `make test-faults` may come at once."""

from __future__ import annotations

from random import Random

from tests.faults.kinds import Kind, some_of


def a_kind(name: str, touches: str, weight: int = 1) -> Kind:
    return Kind(name, touches, lambda house, random: None, weight)  # type: ignore[arg-type,return-value]


KINDS = [a_kind("locked", "store", 9), a_kind("crashed", "store"), a_kind("killed", "front"), a_kind("away", "nginx")]


def test_two_at_once_never_touch_the_same() -> None:
    for seed in range(50):
        first, second = some_of(KINDS, 2, Random(seed))
        assert first.touches != second.touches


def test_one_at_a_time_is_chosen_by_its_weight() -> None:
    chosen = [kind.name for seed in range(200) for kind in some_of(KINDS, 1, Random(seed))]
    assert chosen.count("locked") > 100
