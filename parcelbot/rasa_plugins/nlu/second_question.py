"""A second problem in the same message: "it says delivered but it's not here, and can I change my address too"."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.encoder import DIMENSIONS, shared_encoder
from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.linear import LinearModel
from parcelbot.rasa_plugins.nlu.text import normalised, words

ALSO_ASKED = "also_asked"

_MODEL_FILE = "clauses.npz"
_MORE = (
    r"\b(?:also|another (?:thing|question)|second(?:ly| question)|on top of that|by the way|btw|plus|besides)\b[,:]?"
)
_SAYS_MORE = re.compile(_MORE, re.IGNORECASE)
_BREAK = re.compile(
    rf"(?<=[.!?;\n])\s+|,?\s+(?:and\s+)?{_MORE}"
    r"|,\s*(?:and|but)\s+|\s+and\s+(?=(?:can|could|how|where|what|when|why|is|do|does|i want|i need|i'd like)\b)",
    re.IGNORECASE,
)
_MIN_WORDS = 3
_ALL = np.arange(DIMENSIONS)
#: Intents that can be a question beside another; small talk and plain answers cannot.
QUESTIONS = frozenset(
    {
        "tracking_not_updating", "tracking_not_found", "label_created", "customs_delay", "available_for_pickup",
        "delivery_attempt_failed", "delivered_not_received", "wrong_destination", "returned_to_sender",
        "tracking_exception", "late_delivery", "status_meaning", "how_to_track", "seller_wait_or_dispute",
        "talk_to_human", "ticket_status", "change_address", "cancel_order", "refund_status", "return_item",
    }
)  # fmt: skip
#: Beside these a second one is looked for.
_BESIDE = QUESTIONS | {"where_is_my_order"}


def clauses(text: str) -> list[str]:
    """The parts of `text` that may hold a question each: sentences, and what follows "also" and its like."""
    parts = (part.strip() for part in _BREAK.split(text) if part)
    return [part for part in parts if len(words(part)) >= _MIN_WORDS]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SecondQuestion(StoredComponent, IntentClassifier):
    """Adds the entity `also_asked` with the intent of a second problem; small: it reads sentence vectors only."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How sure a clause must be, and how likely the whole message must make its intent unless it says "also"."""
        return {"strength": 1.0, "temperature": 0.3, "min_clause": 0.6, "min_runner_up": 0.06, "max_clauses": 4}

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._model: LinearModel | None = None

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._model = LinearModel.load(folder / _MODEL_FILE)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit a classifier on the sentence vectors alone, and store it."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        vectors = np.vstack([m.get_dense_features(TEXT)[1].features for m in examples])
        intents = [m.get(INTENT) for m in examples]
        self._model = LinearModel.fit(vectors, intents, self._config["strength"])
        with self.stored() as folder:
            self._model.save(folder / _MODEL_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add `also_asked` where a clause clearly asks something else than the message as a whole."""
        for message in messages:
            second = self._second(message)
            if second:
                message.set(ENTITIES, [*(message.get(ENTITIES) or []), second], add_to_output=True)
        return messages

    def _second(self, message: Message) -> dict[str, Any] | None:
        text, first = message.get(TEXT) or "", message.get(INTENT)["name"]
        likely = QUESTIONS if _SAYS_MORE.search(text) else self._likely(message.get(INTENT_RANKING_KEY))
        likely -= {first}
        parts = clauses(text) if first in _BESIDE and likely else []
        if len(parts) < 2:
            return None
        asked = [(intent, sure) for intent, sure in self._classified(parts) if intent in likely]
        best = max(asked, key=lambda pair: pair[1], default=("", 0.0))
        if best[1] < self._config["min_clause"]:
            return None
        return {
            "entity": ALSO_ASKED, "value": best[0], "start": 0, "end": len(text),
            "confidence_entity": best[1], "extractor": type(self).__name__,
        }  # fmt: skip

    def _likely(self, ranking: list[dict[str, Any]]) -> frozenset[str]:
        floor = self._config["min_runner_up"]
        return QUESTIONS & {entry["name"] for entry in ranking if entry["confidence"] >= floor}

    def _classified(self, parts: list[str]) -> list[tuple[str, float]]:
        if self._model is None:
            raise RuntimeError("the second question's classifier was neither trained nor loaded")
        chosen = parts[-self._config["max_clauses"] :]
        vectors = shared_encoder().encode([normalised(part).lower() for part in chosen])
        rows = (self._model.probabilities(_ALL, vector, self._config["temperature"]) for vector in vectors)
        return [(self._model.labels[int(row.argmax())], float(row.max())) for row in rows]
