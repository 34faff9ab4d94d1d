"""Machines by Newton's method find what scikit-learn's liblinear finds, given the time."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse
from sklearn.svm import LinearSVC

from parcelbot.rasa_plugins.nlu.machines import one_against_the_rest, yes_or_no

LABELS = ("late", "lost", "returned")
WEIGHTS = {"late": 0.7, "lost": 1.0, "returned": 2.5}
STRENGTH = 0.6


@pytest.fixture(params=["terms and vectors", "terms alone", "vectors alone", "few vectors, many rows"])
def features(request: pytest.FixtureRequest) -> np.ndarray | scipy.sparse.csr_matrix:
    """Four hundred rows: rare terms, a vector that each row has, or both."""
    dice = np.random.default_rng(5)
    terms = scipy.sparse.random(400, 120, density=0.05, format="csr", random_state=5, dtype=np.float32)
    vectors = dice.normal(size=(400, 300 if "few" not in request.param else 6)).astype(np.float32) / 8
    if request.param == "terms alone":
        return terms
    return scipy.sparse.hstack([terms, vectors], format="csr") if "terms" in request.param else vectors


@pytest.fixture
def labels(features: np.ndarray | scipy.sparse.csr_matrix) -> list[str]:
    """Labels that the rows tell, mostly, and not all alike often."""
    dice = np.random.default_rng(6)
    told = np.asarray(features @ dice.normal(size=(features.shape[1], len(LABELS))))
    return [LABELS[place] for place in (told + dice.normal(size=told.shape) / 4 + [0.3, 0, -0.3]).argmax(axis=1)]


def test_each_label_has_the_machine_that_liblinear_finds(features, labels) -> None:
    found, intercepts = one_against_the_rest(features, labels, WEIGHTS, STRENGTH)
    for place, label in enumerate(LABELS):
        own = np.array(labels) == label
        exact = _liblinear(features, own, WEIGHTS[label])
        assert found[:, place] == pytest.approx(exact.coef_[0], abs=0.02)
        assert intercepts[place] == pytest.approx(exact.intercept_[0], abs=0.02)


def test_so_has_each_question_that_a_row_may_ask_beside_others(features, labels) -> None:
    own = [np.array([label in some for label in labels]) for some in (("late", "lost"), ("lost",), LABELS[1:])]
    found, intercepts = yes_or_no(features, own, STRENGTH)
    for place, rows in enumerate(own):
        exact = _liblinear(features, rows, 1.0)
        assert found[:, place] == pytest.approx(exact.coef_[0], abs=0.02)
        assert intercepts[place] == pytest.approx(exact.intercept_[0], abs=0.02)


def test_a_machine_that_every_row_belongs_to_says_yes_to_all() -> None:
    vectors = np.eye(3, dtype=np.float32)
    weights, intercepts = yes_or_no(vectors, [np.ones(3, dtype=bool)], STRENGTH)
    assert (vectors @ weights + intercepts > 0.5).all()


def test_the_same_rows_give_the_same_machines(features, labels) -> None:
    first, again = (one_against_the_rest(features, labels, WEIGHTS, STRENGTH)[0] for _ in range(2))
    assert (first == again).all()


def _liblinear(features: np.ndarray | scipy.sparse.csr_matrix, own: np.ndarray, weight: float) -> LinearSVC:
    weights = {True: weight, False: 1.0}
    return LinearSVC(C=STRENGTH, class_weight=weights, tol=1e-6, max_iter=100_000).fit(features, own)
