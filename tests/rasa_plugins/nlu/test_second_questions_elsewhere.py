"""Second questions in other languages: learnt from the English examples and from a language's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.rasa_plugins.nlu.follow_up_classifier import FOLLOW_UPS
from parcelbot.rasa_plugins.nlu.other_languages import OtherLanguages

INTENTS = {"greet": ["hallo", "guten Tag"], "where_is_my_order": ["wo ist mein Paket", "wann kommt es endlich"]}
#: A saying that no English example means: only the language's own file can tell.
SAYING = "und wer zahlt die Zeche"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOCALES_DIR", str(tmp_path))
    (tmp_path / "examples").mkdir()
    return tmp_path


def write(folder: Path, **more: Any) -> None:
    text = yaml.safe_dump({"language": "de", "examples": INTENTS, **more}, allow_unicode=True)
    (folder / "examples" / "de.yml").write_text(text, encoding="utf-8")


def belief(text: str, name: str, folder: Path) -> float:
    storage, context = LocalModelStorage(folder), ExecutionContext(GraphSchema({}))
    config = {**OtherLanguages.get_default_config(), "most_follow_ups": 100}
    component = OtherLanguages.create(config, storage, Resource("other"), context)
    component.train(TrainingData([]))
    message = Message({"text": text, "language": {"code": "de", "sure": True}})
    component.process([message])
    return next(float(one["confidence"]) for one in message.get(FOLLOW_UPS) if one["name"] == name)


def test_a_languages_own_way_of_asking_is_learnt(folder: Path) -> None:
    write(folder)
    before = belief(SAYING, "if_lost", folder)
    write(folder, follow_ups={"if_lost": [SAYING, "wer zahlt denn die Zeche?"]})
    assert belief(SAYING, "if_lost", folder) > max(before, 0.5)


def test_whoever_has_learnt_learns_anew_when_a_second_question_is_added(folder: Path) -> None:
    write(folder)
    before = OtherLanguages.fingerprint_addon({})
    write(folder, follow_ups={"if_lost": [SAYING]})
    assert OtherLanguages.fingerprint_addon({}) != before
