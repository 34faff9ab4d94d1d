from __future__ import annotations

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
