"""Learn that people say more than they ask: some examples once more, with a sentence around them that asks nothing."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.core.intents import BOT_CHALLENGE, COMPLAINT, OUT_OF_SCOPE
from parcelbot.core.questions import QUESTIONS, TEAM_REQUESTS
from parcelbot.knowledge.loading import read_said_besides, said_besides_digest
from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER

#: Marks an example that was made here: nobody wrote it as it stands.
WITH_MORE = "with_more"

_SEED = 23
#: An example is taken at most so many times, each with another sentence.
_TIMES = 2
#: Of three, one is said after the question.
_BEHIND = 1 / 3
_ENDS = (".", "!", "?")
#: Intents that are asked in the middle of other sentences; "yes" and "thanks" are another matter with more beside them.
_ASKED_AMONG_OTHERS = frozenset(
    {*(question.value for question in QUESTIONS), *TEAM_REQUESTS, COMPLAINT, OUT_OF_SCOPE, BOT_CHALLENGE}
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SaidBesides(PlainComponent):
    """Adds examples to learn from; leaves messages as they are. Comes before all that learns."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set how many examples are made of those of an intent."""
        return {"most": 200}

    @classmethod
    def learnt_from(cls) -> str:
        """Name the examples of `knowledge/` and `locales/`."""
        return said_besides_digest(KNOWLEDGE_FOLDER)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the examples, marked WITH_MORE."""
        asked = [(m.get(TEXT), m.get(INTENT)) for m in training_data.intent_examples if m.get(TEXT)]
        among_others = [(text, intent) for text, intent in asked if intent in _ASKED_AMONG_OTHERS]
        made = [
            Message({TEXT: text, INTENT: intent, WITH_MORE: True})
            for text, intent in with_more(among_others, self._config["most"])
        ]
        return training_data.merge(TrainingData(training_examples=made))

    def process(self, messages: list[Message]) -> list[Message]:
        """Leave every message as it is."""
        return messages


def as_written(examples: Iterable[Message]) -> list[Message]:
    """Give the examples that somebody wrote as they stand."""
    return [example for example in examples if not example.get(WITH_MORE)]


def with_more(examples: Sequence[tuple[str, str]], most: int, times: int = _TIMES) -> list[tuple[str, str]]:
    """Put a sentence before or behind examples, at most so many of each label; always the same ones.

    Each is taken at most so many `times`, each time with another sentence.
    """
    dice = random.Random(_SEED)
    sentences = read_said_besides(KNOWLEDGE_FOLDER)
    by_label: dict[str, list[str]] = defaultdict(list)
    for text, label in examples:
        by_label[label].append(text)
    return [
        (_beside(text, dice.choice(sentences), dice), label)
        for label, texts in by_label.items()
        for text in dice.sample(texts * times, min(most, len(texts) * times))
    ]


def _beside(text: str, sentence: str, dice: random.Random) -> str:
    if dice.random() >= _BEHIND:
        return f"{sentence} {text}"
    return f"{text} {sentence}" if text.endswith(_ENDS) else f"{text}. {sentence}"
