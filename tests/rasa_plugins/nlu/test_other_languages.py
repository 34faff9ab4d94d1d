"""What else a message in another language says: second questions, advice, a yes before more, short things."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.core.dialogue.second_questions.belief_needed import LEAST_BELIEF
from parcelbot.knowledge.second_questions import read_follow_ups
from parcelbot.rasa_plugins.nlu import other_lessons
from parcelbot.rasa_plugins.nlu.follow_up_classifier import FOLLOW_UPS
from parcelbot.rasa_plugins.nlu.other_languages import OPENS_WITH, OtherLanguages
from parcelbot.rasa_plugins.nlu.phrase_reader import SAID, PhraseReader

INTENTS = {
    "greet": ["hallo", "guten Tag"],
    "affirm": ["ja", "ja bitte", "gerne", "ja, machen Sie das", "ja genau"],
    "where_is_my_order": ["wo ist mein Paket", "wann kommt es endlich", "wo bleibt meine Bestellung"],
    "how_to_track": [
        "wat moet ik naar de verkoper schrijven",
        "wo sehe ich die Verfolgung",
        "wie prüfe ich die Sendungsverfolgung",
    ],
}
#: A saying that no English example means: only the language's own file can tell.
SAYING = "und wer zahlt die Zeche"


#: Of the English second questions each so manieth is learnt here: all of them take a minute.
STEP = 12
WHERE = Resource("other"), ExecutionContext(GraphSchema({}))
Read = Callable[[str], Message]


@pytest.fixture(autouse=True)
def few_english_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_lessons, "read_follow_ups", lambda knowledge: read_follow_ups(knowledge)[::STEP])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOCALES_DIR", str(tmp_path))
    (tmp_path / "examples").mkdir()
    return tmp_path


def write(folder: Path, **more: Any) -> None:
    text = yaml.safe_dump({"language": "de", "examples": INTENTS, **more}, allow_unicode=True)
    (folder / "examples" / "de.yml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def storages() -> dict[str, LocalModelStorage]:
    """What was learnt, by the file it was learnt from: to learn takes seconds, so each is learnt from once."""
    return {}


@pytest.fixture
def read(folder: Path, storages: dict[str, LocalModelStorage], tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Reads a message in German by what the folder's file teaches."""
    config = {**OtherLanguages.get_default_config(), "most_follow_ups": 100}

    def understood(text: str) -> Message:
        file = (folder / "examples" / "de.yml").read_text("utf-8")
        if file not in storages:
            storages[file] = LocalModelStorage(tmp_path_factory.mktemp("learnt"))
            OtherLanguages.create(config, storages[file], *WHERE).train(TrainingData([]))
        message = Message({"text": text, "language": {"code": "de", "sure": True}})
        OtherLanguages.load(config, storages[file], *WHERE).process([message])
        return message

    return understood


@pytest.fixture
def belief(read: Read) -> Callable[[str, str], float]:
    return lambda text, name: next(one["confidence"] for one in read(text).get(FOLLOW_UPS) if one["name"] == name)


def test_a_languages_own_way_of_asking_is_learnt(folder: Path, belief: Callable[[str, str], float]) -> None:
    write(folder)
    before = belief(SAYING, "if_lost")
    ways = [SAYING, "wer zahlt denn die Zeche?", "und die Zeche zahle ich?", "zahlt ihr dann die Zeche"]
    write(folder, follow_ups={"if_lost": ways})
    assert before < LEAST_BELIEF < belief(SAYING, "if_lost")


def test_what_one_sentence_asks_is_not_drowned_by_the_others(folder: Path, belief: Callable[[str, str], float]) -> None:
    write(folder, follow_ups={"if_lost": [SAYING, "und die Zeche zahle ich?", "zahlt ihr dann die Zeche"]})
    alone = belief(f"{SAYING}?", "if_lost")
    told = "Guten Tag, wo ist mein Paket? Ich sehe die Verfolgung nicht."
    assert belief(f"{told} {SAYING}?", "if_lost") == pytest.approx(alone, abs=0.01)


def test_whoever_has_learnt_learns_anew_when_a_second_question_is_added(folder: Path) -> None:
    write(folder)
    before = OtherLanguages.fingerprint_addon({})
    write(folder, follow_ups={"if_lost": [SAYING]})
    assert OtherLanguages.fingerprint_addon({}) != before


def test_what_is_encoded_ahead_is_what_will_be_learnt_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, follow_ups={"if_lost": [SAYING]})
    encoder = RecordingEncoder()
    monkeypatch.setattr(other_lessons, "shared_multilingual", lambda: encoder)
    other_lessons.encode_ahead()
    told = [text for texts in INTENTS.values() for text in texts]
    assert {*map(other_lessons.plain, told), other_lessons.plain(SAYING)} <= set(encoder.texts)
    assert set(encoder.texts) == {
        other_lessons.plain(phrase.text)
        for phrase in (*other_lessons.messages_to_learn(), *other_lessons.follow_ups_to_learn())
    }


class RecordingEncoder:
    """Takes a lesson's texts, and keeps them."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode_lesson(self, texts: list[str]) -> None:
        self.texts += texts


def test_a_yes_before_a_question_is_told(folder: Path, read: Read) -> None:
    write(folder)
    assert read("ja bitte, wo ist mein Paket denn").get(OPENS_WITH) == "affirm"
    assert read("wo ist mein Paket, bitte").get(OPENS_WITH) == ""


def test_what_only_resembles_a_yes_is_none_where_the_language_has_its_own(folder: Path, read: Read) -> None:
    copytree("locales/phrases", folder / "phrases")
    write(folder)
    assert read("ja bitte, wo ist mein Paket denn").get(OPENS_WITH) == "affirm"
    assert read("gerne den richtigen, nicht das Geld").get(OPENS_WITH) == ""


def test_advice_is_found_by_what_its_english_phrases_mean(folder: Path, read: Read) -> None:
    write(folder)
    (topic,) = read("wat moet ik naar de verkoper schrijven").get("entities")
    assert (topic["entity"], topic["value"]) == ("topic", "seller_message_style")
    assert not read("wo bleibt meine Bestellung").get("entities")


def test_short_things_are_read_in_the_messages_own_language() -> None:
    component = PhraseReader({}, "phrases")
    russian = Message({"text": "понятно", "language": {"code": "ru", "sure": True}})
    english = Message({"text": "I am worried"})
    component.process([russian, english])
    assert russian.get(SAID) == {
        "opens_with": "",
        "answers": "",
        "says": ["only_ok"],
        "acknowledges": True,
        "feeling": "",
        "checks": [],
        "sent_back": False,
        "spoilt": False,
    }
    assert english.get(SAID) is None
