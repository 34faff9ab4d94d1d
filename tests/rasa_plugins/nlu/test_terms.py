from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from parcelbot.rasa_plugins.nlu.terms import Terms

TEXTS = ["where is my parcel", "my parcel is late", "late late parcel", "is it in customs", "customs again"]


@pytest.mark.parametrize(
    "settings", [{"ngram_range": [1, 2]}, {"ngram_range": [2, 5], "analyzer": "char_wb"}], ids=["words", "letters"]
)
def test_a_row_is_what_scikit_learn_computes(settings: dict):
    terms = Terms.fit(TEXTS, settings)
    columns, values = terms.row("my parcel is late, so late it is")
    own = np.zeros(len(terms.weights))
    own[columns] = values
    reference = TfidfVectorizer(
        **{**settings, "ngram_range": tuple(settings["ngram_range"])}, sublinear_tf=True, min_df=2
    )
    expected = reference.fit(TEXTS).transform(["my parcel is late, so late it is"]).toarray()[0]
    assert own == pytest.approx(expected, abs=1e-6)


def test_a_text_without_known_terms_has_an_empty_row():
    columns, values = Terms.fit(TEXTS, {"ngram_range": [1, 1]}).row("zzz")
    assert len(columns) == len(values) == 0


def test_terms_come_back_from_disk_as_they_were(tmp_path: Path):
    terms = Terms.fit(TEXTS, {"ngram_range": [2, 5], "analyzer": "char_wb"})
    terms.save(tmp_path / "terms.npz")
    again = Terms.load(tmp_path / "terms.npz")
    assert [part.tolist() for part in again.row(TEXTS[0])] == [part.tolist() for part in terms.row(TEXTS[0])]
