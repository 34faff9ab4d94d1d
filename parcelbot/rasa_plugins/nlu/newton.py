"""Fit linear support vector machines of squared hinge loss by Newton's method (docs/adr/0025-machines-by-newton.md).

A machine's weights are a sum of the rows that it has not put clearly enough on their side, each by a share of its own:
those of all others are 0. Which rows these are is guessed, the shares that go with the guess are solved for, and what
they say of all rows is the next guess, until it says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse.linalg import LinearOperator, cg

#: A scipy CSR matrix; scipy has no types of its own.
Matrix = Any
Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

#: Each so manieth row is learnt from first: what they tell spares most of the work on all.
_STEPS = (16, 4, 1)
#: More rounds are hardly ever needed.
_ROUNDS = 15
#: Scores that move less, where 1 is clear enough, are found: the next round would move them by a fraction of that.
_MOVED = 0.05
#: How well a round's shares are solved for, by the length of what is left.
_LEFT = 0.01
_MOST_STEPS = 50
#: The least of a round's way that is tried.
_LEAST_WAY = 0.01


@dataclass(frozen=True)
class Rows:
    """Rows of features: the columns that most rows fill (a 1 for the intercept last), and all others, CSR."""

    filled: Floats
    others: Matrix

    def __len__(self) -> int:
        return len(self.filled)

    def at(self, places: Places | slice) -> Rows:
        """Keep the rows at these places."""
        return Rows(self.filled[places], self.others[places])

    @cached_property
    def other_squares(self) -> Floats:
        """The squared length of each row's part in `others`."""
        return np.asarray(self.others.multiply(self.others).sum(axis=1), np.float32).ravel()

    def weights(self, shares: Floats) -> Floats:
        """Sum up the rows by their shares: a weight for each column, filled ones first."""
        return np.concatenate([shares @ self.filled, self.others.T @ shares])

    def scores(self, weights: Floats) -> Floats:
        """Give what machines say of each row; they and `weights` have a row a machine."""
        width = self.filled.shape[1]
        scores = self.filled @ weights[:, :width].T + self.others @ weights[:, width:].T
        return np.ascontiguousarray(scores.T)


@dataclass(frozen=True)
class Sides:
    """On which side of a machine each row belongs, 1 or -1, and what it costs if it stands elsewhere."""

    side: Floats
    cost: Floats

    def unclear(self, scores: Floats) -> Places:
        """Give the places of the rows that scores put not clearly enough on their side."""
        return np.flatnonzero(self.side * scores < 1)

    def loss(self, shares: Floats, scores: Floats) -> float:
        """Give what the machine is to make least: half of its weights' square, and what unclear rows cost."""
        short = np.maximum(0, 1 - self.side * scores)
        return 0.5 * float(shares @ scores) + float((self.cost * short) @ short)


@dataclass(frozen=True)
class _Machines:
    """State of some machines, a row each: the shares of rows, the weights these sum up to, and the scores of rows."""

    shares: Floats
    weights: Floats
    scores: Floats

    def go(self, place: int, way: np.float32, there: _Machines, place_there: int) -> float:
        """Bring a machine so much of the way to where another is; gives how far that moved its scores at most."""
        change = way * (there.scores[place_there] - self.scores[place])
        self.scores[place] += change
        self.shares[place] += way * (there.shares[place_there] - self.shares[place])
        self.weights[place] += way * (there.weights[place_there] - self.weights[place])
        return float(np.abs(change).max())


def fit(rows: Rows, sides: Sequence[Sides]) -> Floats:
    """Give the weights of a machine for each of `sides`, a row each: those of filled columns, then all others."""
    shares = np.zeros((len(sides), len(rows)), np.float32)
    weights = np.zeros((len(sides), rows.filled.shape[1] + rows.others.shape[1]), np.float32)
    for step in _STEPS:
        some, on = slice(None, None, step), [Sides(one.side[::step], one.cost[::step]) for one in sides]
        part = rows.at(some)
        machines = _Machines(np.ascontiguousarray(shares[:, some]), weights, part.scores(weights))
        _settle(part, on, machines)
        shares[:, some] = machines.shares
    return weights


def _settle(rows: Rows, sides: Sequence[Sides], machines: _Machines) -> None:
    """Better machines until what they say of the rows moves no more."""
    moving = list(range(len(sides)))
    for _ in range(_ROUNDS):
        better = _bettered(rows, [(sides[one], machines.shares[one], machines.scores[one]) for one in moving])
        moved = []
        for place, one in enumerate(moving):
            now, then = ((some.shares[at], some.scores[at]) for some, at in ((machines, one), (better, place)))
            moved.append(machines.go(one, _way(sides[one], now, then), better, place))
        moving = [one for one, by in zip(moving, moved, strict=True) if by > _MOVED]
        if not moving:
            break


def _way(machine: Sides, now: tuple[Floats, Floats], then: tuple[Floats, Floats]) -> np.float32:
    """Give how much of the way from shares and scores to others the machine is to go: all of it, or what is better."""
    lost, way = machine.loss(*now), np.float32(1)
    while way > _LEAST_WAY:
        if machine.loss(*(old + way * (new - old) for old, new in zip(now, then, strict=True))) <= lost:
            return way
        way /= np.float32(2)
    return np.float32(0)


def _bettered(rows: Rows, machines: Sequence[tuple[Sides, Floats, Floats]]) -> _Machines:
    """Give what machines are best, each with its sides, shares and scores, if no row had a share that is clear now."""
    shares, weights = np.zeros((len(machines), len(rows)), np.float32), []
    for solved, (sides, before, scores) in zip(shares, machines, strict=True):
        places = sides.unclear(scores)
        unclear = rows.at(places)
        solved[places] = _solve(unclear, 1 / (2 * sides.cost[places]), sides.side[places], before[places])
        weights.append(unclear.weights(solved[places]))
    summed = np.stack(weights)
    return _Machines(shares, summed, rows.scores(summed))


def _solve(rows: Rows, slack: Floats, side: Floats, start: Floats) -> Floats:
    """Solve (rows @ rows.T + slack) shares = side: exactly where all columns are filled, in a few steps elsewhere."""
    nearly = _without_most_of_others(rows.filled, slack + rows.other_squares)
    if not rows.others.shape[1]:
        return nearly(side)
    filled, others, turned = rows.filled, rows.others, rows.others.T

    def product(shares: Floats) -> Floats:
        result: Floats = slack * shares + filled @ (shares @ filled) + others @ (turned @ shares)
        return result

    square = (len(rows), len(rows))
    wanted = LinearOperator(square, product, dtype=np.float32)
    solved, _ = cg(wanted, side, start, _LEFT, _MOST_STEPS, LinearOperator(square, nearly, dtype=np.float32))
    result: Floats = solved.astype(np.float32)
    return result


def _without_most_of_others(filled: Floats, diagonal: Floats) -> Callable[[Floats], Floats]:
    """Solve (filled @ filled.T + diagonal) shares = side, by whichever of rows and columns there are fewer of."""
    if len(filled) <= filled.shape[1]:
        products = filled @ filled.T
        products[np.diag_indices_from(products)] += diagonal
        factor = cho_factor(products, overwrite_a=True, check_finite=False)
        return lambda side: cho_solve(factor, side, check_finite=False)
    root = np.sqrt(diagonal)
    scaled = filled / root[:, None]
    products = scaled.T @ scaled
    products[np.diag_indices_from(products)] += 1
    factor = cho_factor(products, overwrite_a=True, check_finite=False)
    return lambda side: (side / root - scaled @ cho_solve(factor, scaled.T @ (side / root), check_finite=False)) / root
