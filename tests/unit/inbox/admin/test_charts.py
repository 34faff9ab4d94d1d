from __future__ import annotations

import pytest

from parcelbot.inbox.admin.charts import HEIGHT, WIDTH, Column, across, grid_step, stacked


def test_nothing_to_count_draws_nothing():
    assert stacked([Column("Mon", "Mon", [("assumed", 0)])]).bars == ()


def test_parts_stand_on_each_other_and_stay_inside():
    bar = stacked([Column("Mon", "Mon", [("confirmed", 3), ("assumed", 4)])]).bars[0]
    lower, upper = bar.segments
    assert upper.y + upper.height == pytest.approx(lower.y)
    assert 0 <= upper.y < lower.y + lower.height <= HEIGHT


def test_many_columns_share_the_width_and_not_all_have_a_label():
    bars = stacked([Column(str(n), str(n), [("assumed", 1)]) for n in range(90)]).bars
    assert bars[-1].segments[0].x + bars[-1].segments[0].width <= WIDTH
    assert sum(bool(bar.label) for bar in bars) <= 12


@pytest.mark.parametrize(("highest", "step"), [(1, 1), (5, 1), (6, 2), (11, 5), (60, 20), (1000, 200)])
def test_grid_lines_are_round_and_few(highest: int, step: int):
    assert grid_step(highest) == step


def test_a_lying_bar_leaves_out_what_did_not_happen():
    parts = across([("confirmed", 1), ("assumed", 0), ("handed_over", 3)], 8, 240, 14)
    assert [(part.kind, part.x, part.width) for part in parts] == [("confirmed", 0, 30), ("handed_over", 30, 90)]
