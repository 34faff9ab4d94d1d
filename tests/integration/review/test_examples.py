"""Examples that were added are read by Rasa as they were meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

from parcelbot.review.examples import add_examples
from parcelbot.review.masking import filled, masked
from tests.unit.review.test_examples import DATA


def test_brackets_do_not_become_an_entity() -> None:
    added = add_examples(DATA, {"greet": ["hello [you](carrier)"]})
    data = RasaYAMLReader().reads(added)
    assert [example for example in data.training_examples if example.get("entities")] == []


@given(st.text(max_size=80).filter(lambda text: any(map(str.isalpha, text))))
def test_rasa_reads_every_message_as_one_plain_example(text: str) -> None:
    added = add_examples(DATA, {"greet": [filled(masked(text))]})
    read = RasaYAMLReader().reads(added)
    assert [len(examples) for examples in (read.intent_examples, read.entity_examples)] == [4, 0]
