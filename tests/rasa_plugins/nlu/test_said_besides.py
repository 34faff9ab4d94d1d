"""Examples that are learnt once more with a sentence around them, and sentences that are read by themselves."""

from __future__ import annotations

from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.knowledge.loading import read_said_besides
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.rasa_plugins.nlu.said_besides import SaidBesides, as_written, with_more
from parcelbot.rasa_plugins.nlu.sentences import SENTENCES, SentencesApart, SentencesTogether

ASKED = "when will it come"


def learn(intent: str, most: int = 5) -> list[Message]:
    data = TrainingData([Message({TEXT: ASKED, INTENT: intent})])
    more = SaidBesides({"most": most}, "said").process_training_data(data)
    return list(more.training_examples)


def test_an_example_is_learnt_once_more_between_what_people_say_besides() -> None:
    added = [message for message in learn("arrival_date") if message.get(TEXT) != ASKED]
    assert added
    assert all(ASKED in message.get(TEXT) and message.get(INTENT) == "arrival_date" for message in added)
    assert as_written(added) == []


def test_yes_and_thanks_are_learnt_as_they_are() -> None:
    assert [message.get(TEXT) for message in learn("thanks")] == [ASKED]


def test_it_is_always_the_same_that_is_added() -> None:
    pairs = [(f"question {n}", "why") for n in range(30)]
    assert with_more(pairs, 40) == with_more(pairs, 40)
    assert len(with_more(pairs, 40)) == 40


def test_no_sentence_stands_twice() -> None:
    sentences = read_said_besides(KNOWLEDGE_FOLDER)
    assert len(set(sentences)) == len(sentences)


def test_each_sentence_is_read_by_itself_and_told_with_the_message() -> None:
    message = Message({TEXT: "I was home all day. When will it come?"})
    read = SentencesApart({}, "apart").process([message])
    for part in read:
        part.set(INTENT, {"name": "why", "confidence": 0.5})
    [together] = SentencesTogether({}, "together").process(read)
    assert together is message
    assert [part["text"] for part in together.get(SENTENCES)] == ["I was home all day.", "When will it come?"]


def test_one_sentence_and_a_pressed_button_are_read_once() -> None:
    messages = [Message({TEXT: "When will it come?"}), Message({TEXT: "/affirm. /deny."})]
    assert SentencesApart({}, "apart").process(messages) == messages
