"""Which faults of `make test-faults` may come at once."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.faults.house import House
from tests.faults.kinds import Kind, kinds_for, some_of
from tests.faults.office import Office
from tests.faults.running import Outcome, faults_near


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


def test_every_part_of_a_shop_can_be_broken() -> None:
    nothing: Office = None  # type: ignore[assignment]
    least = House(Path(), "sqlite://", None, None, nothing)
    touched = {kind.touches for kind in kinds_for(least)}
    assert {"front", "assistants", "store", "web", "worker", "helpdesk", "mail"} <= touched


def test_a_late_word_is_laid_to_the_faults_that_began_shortly_before_or_meanwhile() -> None:
    outcome = Outcome(began=[(10, "long ago"), (95, "just before"), (104, "meanwhile"), (120, "after it")])
    assert faults_near(outcome, asked_s=100, wait_s=9) == "just before at -5.0 s, meanwhile at +4.0 s"
    assert faults_near(outcome, asked_s=200, wait_s=9) == ""
