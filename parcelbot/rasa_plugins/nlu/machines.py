"""Fit linear support vector machines, one for each label, on all cores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import joblib
import numpy as np
import numpy.typing as npt
import scipy.sparse

from parcelbot.rasa_plugins.nlu.newton import Floats as Floats
from parcelbot.rasa_plugins.nlu.newton import Matrix as Matrix
from parcelbot.rasa_plugins.nlu.newton import Rows, Sides, fit

_Own = npt.NDArray[np.bool_]
#: The weights by feature, a column for each machine, and the intercepts.
_Learnt = tuple[Floats, Floats]

_ALL_CORES = -1
#: Machines that read the rows together: more would no longer fit into the processor's cache.
_TOGETHER = 48


def one_against_the_rest(
    features: Matrix, labels: Sequence[str], weights: Mapping[str, float], strength: float
) -> _Learnt:
    """Fit a machine for each label in alphabetical order, on rows that have one each.

    A label's own rows weigh by `weights`, all others 1; `strength` is scikit-learn's C.
    """
    rows = np.array(labels)
    names = sorted(weights)
    return _learnt(features, [rows == name for name in names], [weights[name] for name in names], strength)


def yes_or_no(features: Matrix, own: Sequence[_Own], strength: float) -> _Learnt:
    """Fit a machine for each of `own`, which says of every row whether it is one."""
    return _learnt(features, own, [1.0] * len(own), strength)


def _learnt(features: Matrix, own: Sequence[_Own], weights: Sequence[float], strength: float) -> _Learnt:
    """Fit the machines, as many of them at once as there are cores, and share them out evenly."""
    is_filled = _filled(features)
    rows = _rows(features, is_filled)
    together = min(_TOGETHER, -(-len(own) // joblib.cpu_count()))
    parts = [slice(first, first + together) for first in range(0, len(own), together)]
    # most of it is done without the interpreter's lock, and threads copy nothing
    run = joblib.Parallel(_ALL_CORES, prefer="threads")
    learnt = run(joblib.delayed(_part)(rows, is_filled, own[part], weights[part], strength) for part in parts)
    by_feature, intercepts = zip(*learnt, strict=True)
    return np.hstack(by_feature), np.concatenate(intercepts)


def _part(
    rows: Rows, is_filled: npt.NDArray[np.bool_], own: Sequence[_Own], weights: Sequence[float], strength: float
) -> _Learnt:
    sides = [_sides(among, strength, weight) for among, weight in zip(own, weights, strict=True)]
    learnt = fit(rows, sides)
    width = rows.filled.shape[1]
    by_feature = np.zeros((len(is_filled), len(sides)), np.float32)
    by_feature[is_filled], by_feature[~is_filled] = learnt[:, : width - 1].T, learnt[:, width:].T
    return by_feature, learnt[:, width - 1]


def _sides(own: _Own, strength: float, weight: float) -> Sides:
    side = np.where(own, np.float32(1), np.float32(-1))
    return Sides(side, np.where(own, np.float32(strength * weight), np.float32(strength)))


def _filled(features: Matrix) -> npt.NDArray[np.bool_]:
    """Say of each column whether most rows fill it."""
    if not scipy.sparse.issparse(features):
        return np.ones(features.shape[1], dtype=bool)
    is_filled: npt.NDArray[np.bool_] = features.getnnz(axis=0) > features.shape[0] / 2
    return is_filled


def _rows(features: Matrix, is_filled: npt.NDArray[np.bool_]) -> Rows:
    columns = scipy.sparse.csc_matrix(features, dtype=np.float32)
    intercept = np.ones((features.shape[0], 1), np.float32)
    return Rows(np.hstack([columns[:, is_filled].toarray(), intercept]), columns[:, ~is_filled].tocsr())
