"""Compute the bars of the page of figures: counts in, rectangles out. Pure; the template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 960, 240
_LEFT, _BOTTOM, _TOP = 36, 24, 8
_GAP = 0.25
_MAX_LABELS = 12
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Segment:
    """A coloured part of a bar in user units; `kind` names its colour."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Bar:
    """A column: its parts from the bottom up, what it says when pointed at, and its label or ""."""

    title: str
    label: str
    middle: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Chart:
    """Columns and the grid behind them: `(y, count)` of each line. No columns when there is nothing to draw."""

    bars: tuple[Bar, ...]
    grid: tuple[tuple[float, int], ...]


@dataclass(frozen=True)
class Column:
    """The contents of a column: `counts` are (kind, how many) from the bottom up."""

    title: str
    label: str
    counts: Sequence[tuple[str, int]]


def stacked(columns: Sequence[Column]) -> Chart:
    """Lay out stacked columns, WIDTH by HEIGHT, with about a dozen labels at most."""
    highest = max((sum(count for _, count in column.counts) for column in columns), default=0)
    if not highest:
        return Chart((), ())
    step = grid_step(highest)
    top = -(-highest // step) * step
    unit = (HEIGHT - _BOTTOM - _TOP) / top
    room = (WIDTH - _LEFT) / len(columns)
    every = -(-len(columns) // _MAX_LABELS)
    bars = (
        _bar(column, _LEFT + n * room, room, unit, column.label if n % every == 0 else "")
        for n, column in enumerate(columns)
    )
    grid = tuple((HEIGHT - _BOTTOM - count * unit, count) for count in range(0, top + 1, step))
    return Chart(tuple(bars), grid)


def across(counts: Sequence[tuple[str, int]], whole: int, width: float, height: float) -> tuple[Segment, ...]:
    """Lay out one lying bar in which `whole` fills `width`; kinds without a count are left out."""
    segments, x = [], 0.0
    for kind, count in counts:
        if count:
            segments.append(Segment(kind, x, 0.0, count / whole * width, height))
            x += count / whole * width
    return tuple(segments)


def grid_step(highest: int) -> int:
    """Choose the distance of grid lines, 1, 2 or 5 times a power of ten, so that there are five at most."""
    power = 1
    while True:
        for step in _STEPS:
            if highest <= 5 * step * power:
                return step * power
        power *= 10


def _bar(column: Column, x: float, room: float, unit: float, label: str) -> Bar:
    segments, y = [], float(HEIGHT - _BOTTOM)
    for kind, count in column.counts:
        if count:
            y -= count * unit
            segments.append(Segment(kind, x + room * _GAP / 2, y, room * (1 - _GAP), count * unit))
    return Bar(column.title, label, x + room / 2, tuple(segments))
