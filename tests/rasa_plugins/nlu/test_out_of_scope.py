from __future__ import annotations

import numpy as np
import pytest

from parcelbot.rasa_plugins.nlu.out_of_scope import (
    ExampleVectors,
    OutOfScopeDecision,
    Signs,
    belief,
    decided,
    likeliest,
    log_odds_in_scope,
)

CONFIG = OutOfScopeDecision.get_default_config()
RANKING = [
    {"name": "late_delivery", "confidence": 0.6},
    {"name": "out_of_scope", "confidence": 0.2},
    {"name": "greet", "confidence": 0.2},
]


def test_each_sign_makes_it_likelier_that_a_message_is_ours():
    weak = Signs(in_scope=0.0, nearest=0.4, known=0.5)
    beliefs = [
        belief(signs, CONFIG["weights"]) for signs in (weak, Signs(2, 0.4, 0.5), Signs(0, 0.8, 0.5), Signs(0, 0.4, 1))
    ]
    assert all(stronger > beliefs[0] for stronger in beliefs[1:])


def test_the_nearest_example_of_the_likeliest_intent_counts():
    vectors = np.array([[1, 0], [0.6, 0.8], [0, 1]], dtype=np.float32)
    examples = ExampleVectors(vectors, np.array(["greet", "late_delivery", "late_delivery"]))
    assert examples.nearest(np.array([1, 0], dtype=np.float32), likeliest(RANKING)) == pytest.approx(0.6, abs=0.002)
    assert examples.nearest(np.array([1, 0], dtype=np.float32), "thanks") == 0


def test_out_of_scope_is_no_likeliest_intent_of_ours():
    assert likeliest(RANKING[1:]) == "greet"


def test_the_log_odds_stay_finite_at_certainty():
    assert log_odds_in_scope([{"name": "out_of_scope", "confidence": 1.0}]) == pytest.approx(-6.9, abs=0.1)
    assert log_odds_in_scope([{"name": "greet", "confidence": 1.0}]) == pytest.approx(6.9, abs=0.1)


def test_a_message_that_is_hardly_ours_is_out_of_scope_and_keeps_the_likely_choices():
    first, *others = decided(RANKING, believed=0.1, config=CONFIG)
    assert first == {"name": "out_of_scope", "confidence": 0.9}
    assert [entry["name"] for entry in others] == ["late_delivery", "greet"]


def test_small_talk_needs_less_belief():
    small_talk = [{"name": "greet", "confidence": 0.9}, {"name": "late_delivery", "confidence": 0.1}]
    assert decided(small_talk, believed=0.2, config=CONFIG)[0]["name"] == "greet"
    assert decided(RANKING, believed=0.2, config=CONFIG)[0]["name"] == "out_of_scope"


@pytest.mark.parametrize("intent", ["hazard", "account_misuse", "crisis", "threat", "complaint"])
def test_a_danger_or_a_complaint_needs_least_belief(intent: str):
    grave = [{"name": intent, "confidence": 0.9}, {"name": "late_delivery", "confidence": 0.1}]
    assert decided(grave, believed=0.15, config=CONFIG)[0]["name"] == intent
    assert decided(grave, believed=0.05, config=CONFIG)[0]["name"] == "out_of_scope"


def test_a_message_torn_between_our_intents_is_not_understood_and_keeps_the_likely_choices():
    torn = [{"name": f"intent_{n}", "confidence": 0.1} for n in range(10)]
    first, *others = decided(torn, believed=0.9, config=CONFIG)
    assert first["name"] == "nlu_fallback"
    assert len(others) == 10


def test_a_message_that_is_ours_keeps_its_likeliest_intent_once():
    decision = decided(RANKING, believed=0.9, config=CONFIG)
    assert [entry["name"] for entry in decision] == ["late_delivery", "greet"]
