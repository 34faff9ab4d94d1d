"""Fit linear support vector machines, one for each label, on all cores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import joblib
import numpy as np
import numpy.typing as npt
import scipy.sparse
from sklearn.svm import LinearSVC

#: A scipy CSR matrix; scipy has no types of its own.
Matrix = Any
Floats = npt.NDArray[np.float32]
#: What a machine has learnt: the weights by feature, and the intercept.
_Learnt = tuple[npt.NDArray[np.float64], float]

_RANDOM_STATE = 42
_ALL_CORES = -1
#: No label of ours.
_REST = ""
#: With fewer labels at once scikit-learn fits one machine for two of them.
_FEWEST_TOGETHER = 2


def one_against_the_rest(
    features: Matrix, labels: Sequence[str], weights: Mapping[str, float], strength: float, tolerance: float
) -> tuple[Floats, Floats]:
    """Fit a machine for each label in alphabetical order, on rows that have one each; give what `_stacked` does.

    A label's own rows weigh by `weights`, all others 1. Each core takes a share of the labels in one go: liblinear
    copies all rows into a form of its own each time it is called.
    """
    names, rows = sorted(weights), np.array(labels)
    shares = np.array_split(names, min(joblib.cpu_count(), max(1, len(names) // _FEWEST_TOGETHER)))
    machine = partial(_machine, strength, tolerance)
    fits = [partial(_share, machine, share.tolist(), weights, rows) for share in shares]
    return _stacked([learnt for share in _side_by_side(features, fits) for learnt in share])


def yes_or_no(
    features: Matrix, own: Sequence[npt.NDArray[np.bool_]], strength: float, tolerance: float
) -> tuple[Floats, Floats]:
    """Fit a machine for each of `own`, which says of every row whether it is one; give what `_stacked` does."""
    machine = partial(_machine, strength, tolerance)
    return _stacked(_side_by_side(features, [partial(_single, machine, rows) for rows in own]))


def _machine(strength: float, tolerance: float, weights: Mapping[Any, float] | None = None) -> LinearSVC:
    return LinearSVC(C=strength, class_weight=weights, tol=tolerance, random_state=_RANDOM_STATE)


def _share(
    machine: Callable[..., LinearSVC],
    names: Sequence[str],
    weights: Mapping[str, float],
    rows: npt.NDArray[np.str_],
    features: Matrix,
) -> list[_Learnt]:
    """Fit the machines of some labels."""
    if len(names) < _FEWEST_TOGETHER or len(weights) == _FEWEST_TOGETHER:
        return [_single(partial(machine, {True: weights[name], False: 1.0}), rows == name, features) for name in names]
    among = np.where(np.isin(rows, names), rows, _REST)
    heavy = {name: weights[name] for name in names}
    fitted = machine(heavy if len(names) == len(weights) else {**heavy, _REST: 1.0}).fit(features, among)
    places = [fitted.classes_.tolist().index(name) for name in names]
    return [(fitted.coef_[place], fitted.intercept_[place]) for place in places]


def _single(machine: Callable[[], LinearSVC], own: npt.NDArray[np.bool_], features: Matrix) -> _Learnt:
    fitted = machine().fit(features, own)
    return fitted.coef_[0], fitted.intercept_[0]


def _side_by_side(features: Matrix, fits: Sequence[Callable[[Matrix], Any]]) -> list[Any]:
    """Run each fit on the features, as many at once as there are cores."""
    # liblinear computes in 64 bit: scikit-learn would copy the whole matrix anew for each machine
    features = features.astype(np.float64)
    # scikit-learn tidies a sparse matrix in place while it checks it; several threads at once would spoil it
    if scipy.sparse.issparse(features):
        features.sum_duplicates()
    # liblinear needs no interpreter lock, and threads copy nothing
    return list(joblib.Parallel(_ALL_CORES, prefer="threads")(joblib.delayed(fit)(features) for fit in fits))


def _stacked(learnt: Sequence[_Learnt]) -> tuple[Floats, Floats]:
    """Give the weights, a row for each feature and a column for each machine, and the intercepts."""
    by_feature = np.vstack([weights for weights, _ in learnt]).T
    return np.ascontiguousarray(by_feature, dtype=np.float32), np.array([own for _, own in learnt], dtype=np.float32)
