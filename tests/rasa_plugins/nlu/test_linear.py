from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse

from parcelbot.rasa_plugins.nlu.linear import LinearModel

ONLY = np.array([0])


@pytest.fixture
def alike() -> tuple[scipy.sparse.csr_matrix, list[str]]:
    """Nine late parcels, three lost and three returned ones, told in the same words."""
    labels = ["late"] * 9 + ["lost"] * 3 + ["returned"] * 3
    return scipy.sparse.csr_matrix(np.ones((len(labels), 1), dtype=np.float32)), labels


def likeliness(model: LinearModel) -> dict[str, float]:
    return dict(zip(model.labels, model.probabilities(ONLY, np.ones(1, dtype=np.float32)).tolist(), strict=True))


def test_the_less_rare_classes_are_made_up_for_the_likelier_is_the_common_one(alike):
    late = [likeliness(LinearModel.fit(*alike, strength=1.0, balance=balance))["late"] for balance in (1.0, 0.5, 0.0)]
    assert late[0] < late[1] < late[2]


def test_a_stored_model_finds_the_same(alike, tmp_path):
    model = LinearModel.fit(*alike, strength=1.0)
    model.save(tmp_path / "model.npz")
    assert likeliness(LinearModel.load(tmp_path / "model.npz")) == likeliness(model)
