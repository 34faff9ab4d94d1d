"""The measuring of estimates: a history from a file, what is known on the day of asking, and the figures."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from benchmarks.eta.history_file import read_history
from benchmarks.eta.measure import Asked, ask_all, average, ours, score, whole_way
from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Stage
from parcelbot.core.parcel.stages import Step
from parcelbot.core.parcel.usual_arrival import FEWEST

HEAD = "origin,destination,carrier,accepted,exported,customs,arrived,last_mile,delivered\n"
FIRST = date(2026, 1, 1)


def a_history(parcels: int = 3 * FEWEST, days: int = 10) -> list[Journey]:
    sent = [FIRST + timedelta(days=n) for n in range(parcels)]
    return [Journey("CN", "GB", "X", (Step(Stage.EXPORTED, day),), day + timedelta(days=days)) for day in sent]


def written(tmp_path: Path, *lines: str) -> list[Journey]:
    path = tmp_path / "history.csv"
    path.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    return read_history(path)


def test_a_line_is_a_parcel_with_the_stages_it_was_in(tmp_path: Path) -> None:
    steps = (Step(Stage.ACCEPTED, date(2026, 11, 2)), Step(Stage.ARRIVED, date(2026, 11, 12)))
    assert written(tmp_path, "CN,GB,Yanwen,2026-11-02,,,2026-11-12,,2026-11-15") == [
        Journey("CN", "GB", "Yanwen", steps, date(2026, 11, 15))
    ]


@pytest.mark.parametrize("line", ["CN,GB,Yanwen,2026-11-02,,,,,", "CN,GB,Yanwen,,,,,,2026-11-15"])
def test_a_parcel_that_has_not_come_or_was_never_scanned_is_left_out(line: str, tmp_path: Path) -> None:
    assert written(tmp_path, line) == []


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="line 2"):
        written(tmp_path, "CN,GB,Yanwen,2/11/2026,,,,,2026-11-15")


def test_only_what_was_delivered_before_the_day_of_asking_is_known() -> None:
    asked = list(ask_all(a_history(), seed=1))
    assert asked
    assert all(journey.delivered_on < one.today for one in asked for journey in one.known)
    assert all(one.step.since <= one.today <= one.journey.delivered_on for one in asked)


def test_parcels_that_all_take_as_long_are_told_to_the_day() -> None:
    made = score(list(ask_all(a_history(), seed=1)), ours)
    assert (made.held, made.days, made.answered) == (1.0, 1.0, made.asked)


def test_a_method_is_judged_by_what_came_true() -> None:
    parcels = [Asked(journey, journey.steps[0], FIRST, ()) for journey in a_history(parcels=2)]
    made = score(parcels, lambda asked: (0, 5) if asked is parcels[0] else None)
    assert (made.asked, made.answered, made.held, made.too_late, made.days) == (2, 1, 0.0, 1.0, 6.0)


def test_the_naive_methods_count_from_the_first_scan() -> None:
    history = a_history(parcels=FEWEST)
    asked = Asked(history[0], history[0].steps[0], FIRST + timedelta(days=4), history)
    assert whole_way(asked) == (6, 6)
    assert average(asked) == (3, 9)
