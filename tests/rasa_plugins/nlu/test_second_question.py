from __future__ import annotations

from parcelbot.rasa_plugins.nlu.pairs import pairs
from parcelbot.rasa_plugins.nlu.second_question import clauses


def test_sentences_are_clauses():
    assert clauses("It says delivered. It is not here!") == ["It says delivered.", "It is not here!"]


def test_also_begins_a_clause():
    assert clauses("my parcel is stuck in customs, also can i change my address") == [
        "my parcel is stuck in customs",
        "can i change my address",
    ]


def test_and_begins_a_clause_before_a_question_only():
    assert len(clauses("the parcel is late and how do i get a refund")) == 2
    assert len(clauses("the parcel is late and very wet")) == 1


def test_pieces_of_two_words_are_no_clauses():
    assert clauses("Hello there. Where is my parcel?") == ["Where is my parcel?"]


def test_there_are_no_clauses_in_nothing():
    assert clauses("") == []


TEXTS = ["where is it?", "cancel my order", "it is late", "i moved house."]
INTENTS = ["where", "cancel", "late", "address"]


def test_pairs_to_learn_from_hold_two_examples_of_different_intents():
    for pair in pairs(TEXTS, INTENTS, 50):
        assert INTENTS[pair.first] != INTENTS[pair.second]
        assert pair.text.startswith(TEXTS[pair.first].rstrip(" .?!"))
        assert pair.text.endswith(TEXTS[pair.second])


def test_the_same_pairs_are_made_every_time():
    assert pairs(TEXTS, INTENTS, 20) == pairs(TEXTS, INTENTS, 20)


def test_rare_intents_are_in_as_many_pairs_as_common_ones():
    made = pairs([*TEXTS, *["late again"] * 40], [*INTENTS, *["late"] * 40], 600)
    with_cancel = sum(1 in (pair.first, pair.second) for pair in made)
    assert 250 <= with_cancel <= 350


def test_one_intent_makes_no_pairs():
    assert pairs(["a", "b"], ["late", "late"], 5) == []
