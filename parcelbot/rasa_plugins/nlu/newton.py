"""Fit linear support vector machines of squared hinge loss by Newton's method (docs/adr/0025-machines-by-newton.md).

A machine's weights are a sum of the rows that it has not put clearly enough on their side, each by a share of its own:
those of all others are 0. Which rows these are is guessed, the shares that go with the guess are solved for, and what
they say of all rows is the next guess, until it says the same.
"""

from __future__ import annotations

from collections.abc import Callable
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
_MOVED = 0.1
#: How well a round's shares are solved for, by the length of what is left.
_LEFT = 0.03
_MOST_STEPS = 50
#: The least of a round's way that is tried.
_LEAST_WAY = 0.01


@dataclass(frozen=True)
class Rows:
    """Rows of features: the columns that most rows fill (a 1 for the intercept last), and all others, CSR or none."""

    filled: Floats
    others: Matrix | None

    def __len__(self) -> int:
        return len(self.filled)

    def at(self, places: Places | slice) -> Rows:
        """Keep the rows at these places."""
        return Rows(self.filled[places], None if self.others is None else self.others[places])

    @cached_property
    def other_squares(self) -> Floats:
        """The squared length of each row's part in `others`."""
        if self.others is None:
            return np.zeros(len(self), np.float32)
        return np.asarray(self.others.multiply(self.others).sum(axis=1), np.float32).ravel()

    @cached_property
    def turned(self) -> Matrix | None:
        """`others`, a row a column, CSR."""
        return None if self.others is None else self.others.T.tocsr()

    def weights(self, shares: Floats) -> tuple[Floats, Floats | None]:
        """Sum up the rows by `shares`, a column a machine: the weights of filled columns, and those of the others."""
        return self.filled.T @ shares, None if self.turned is None else self.turned @ shares

    def scores(self, shares: Floats) -> Floats:
        """Give what machines say of each row; they and `shares` have a row a machine."""
        of_filled, of_others = self.weights(np.ascontiguousarray(shares.T))
        scores = self.filled @ of_filled
        if self.others is not None:
            scores += self.others @ of_others
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


def fit(rows: Rows, machines: list[Sides]) -> Floats:
    """Give the shares of all rows in each machine, a row a machine."""
    shares = np.zeros((len(machines), len(rows)), np.float32)
    for step in _STEPS:
        some = slice(None, None, step)
        sides = [Sides(one.side[some], one.cost[some]) for one in machines]
        shares[:, some] = _settled(rows.at(some), sides, np.ascontiguousarray(shares[:, some]))
    return shares


def _settled(rows: Rows, machines: list[Sides], shares: Floats) -> Floats:
    """Better the shares until what they say of the rows moves no more."""
    scores, moving = rows.scores(shares), list(range(len(machines)))
    for _ in range(_ROUNDS):
        solved = np.stack([_solved(rows, machines[one], shares[one], scores[one]) for one in moving])
        said = rows.scores(solved)
        moved = []
        for place, one in enumerate(moving):
            way = _way(machines[one], (shares[one], scores[one]), (solved[place], said[place]))
            change = way * (said[place] - scores[one])
            shares[one] += way * (solved[place] - shares[one])
            scores[one] += change
            moved.append(float(np.abs(change).max()))
        moving = [one for one, by in zip(moving, moved, strict=True) if by > _MOVED]
        if not moving:
            break
    return shares


def _way(machine: Sides, now: tuple[Floats, Floats], then: tuple[Floats, Floats]) -> np.float32:
    """Give how much of the way from shares and scores to others the machine is to go: all of it, or what is better."""
    lost, way = machine.loss(*now), np.float32(1)
    while way > _LEAST_WAY:
        if machine.loss(*(old + way * (new - old) for old, new in zip(now, then, strict=True))) <= lost:
            return way
        way /= np.float32(2)
    return np.float32(0)


def _solved(rows: Rows, machine: Sides, shares: Floats, scores: Floats) -> Floats:
    """Give the shares that are best if no other rows than those that are unclear now had any."""
    places = machine.unclear(scores)
    solved = np.zeros_like(shares)
    solved[places] = _solve(rows.at(places), 1 / (2 * machine.cost[places]), machine.side[places], shares[places])
    return solved


def _solve(rows: Rows, slack: Floats, side: Floats, start: Floats) -> Floats:
    """Solve (rows · rowsᵀ + slack) shares = side: exactly where all columns are filled, in a few steps elsewhere."""
    nearly = _without_most_of_others(rows.filled, slack + rows.other_squares)
    others = rows.others
    if others is None:
        return nearly(side)
    turned = others.T

    def product(shares: Floats) -> Floats:
        result: Floats = slack * shares + rows.filled @ (rows.filled.T @ shares) + others @ (turned @ shares)
        return result

    square = (len(rows), len(rows))
    wanted = LinearOperator(square, product, dtype=np.float32)
    solved, _ = cg(wanted, side, start, _LEFT, _MOST_STEPS, LinearOperator(square, nearly, dtype=np.float32))
    result: Floats = solved.astype(np.float32)
    return result


def _without_most_of_others(filled: Floats, diagonal: Floats) -> Callable[[Floats], Floats]:
    """Solve (filled · filledᵀ + diagonal) shares = side, by whichever of rows and columns there are fewer of."""
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
