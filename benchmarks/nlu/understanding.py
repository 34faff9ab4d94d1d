"""Run our pipeline without Rasa's graph around it: the same components, trained and asked in one process.

For cross-validation and for tuning, where the signs behind a decision are needed. What a message costs
is measured on a whole Rasa model (`measure.py`).
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from benchmarks.nlu.messages import LabelledMessage
from parcelbot.rasa_plugins.nlu.out_of_scope import OutOfScopeDecision, Signs

CONFIG = Path("config.yml")
_NLU = "parcelbot.rasa_plugins.nlu"
#: What never changes an English message's intent: without it training takes a third of the time.
_LEFT_OUT = frozenset(
    {
        f"{_NLU}.language.LanguageReader",
        f"{_NLU}.other_languages.OtherLanguages",
        f"{_NLU}.second_question.SecondQuestion",
        f"{_NLU}.follow_up_classifier.FollowUpClassifier",
    }
)


@dataclass(frozen=True)
class Understood:
    """One message as the pipeline understood it: the intent decided on, its confidence, and what led there.

    `ranking` is the classifier's, before the decision: name → probability, likeliest first.
    """

    intent: str
    confidence: float
    ranking: dict[str, float]
    signs: Signs


class Understanding:
    """The pipeline of `config.yml` as far as intents go, trained on `messages`."""

    def __init__(self, messages: Sequence[LabelledMessage], config: Path = CONFIG) -> None:
        entries = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
        entries = [entry for entry in entries if entry["name"] not in _LEFT_OUT]
        data = TrainingData([Message({TEXT: m.text, INTENT: m.intent}) for m in messages])
        self._components: list[GraphComponent] = []
        with TemporaryDirectory() as folder:
            storage = LocalModelStorage(Path(folder))
            for entry in entries:
                component, data = _trained(entry, storage, data)
                self._components.append(component)

    def read(self, text: str) -> Understood:
        """Understand one message."""
        messages = [Message({TEXT: text})]
        message = messages[0]
        ranking: dict[str, float] = {}
        signs = Signs(0.0, 0.0, 0.0)
        for component in self._components:
            if isinstance(component, OutOfScopeDecision):
                ranking = {entry["name"]: entry["confidence"] for entry in message.get("intent_ranking")}
                signs = component.signs(message)
            messages = component.process(messages)
        intent = message.get(INTENT)
        return Understood(intent["name"], intent["confidence"], ranking, signs)


def _trained(
    entry: dict[str, Any], storage: LocalModelStorage, data: TrainingData
) -> tuple[GraphComponent, TrainingData]:
    module, _, name = entry["name"].rpartition(".")
    kind = getattr(importlib.import_module(module), name)
    config = {**kind.get_default_config(), **{key: value for key, value in entry.items() if key != "name"}}
    context = ExecutionContext(GraphSchema({}), node_name=name)
    component: GraphComponent = kind.create(config, storage, Resource(name), context)
    if hasattr(component, "train"):
        component.train(data)
    if hasattr(component, "process_training_data"):
        data = component.process_training_data(data)
    return component, data
