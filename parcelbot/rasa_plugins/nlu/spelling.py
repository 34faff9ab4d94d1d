"""Spelling: writes down how a message was probably meant, for the features only; its text stays as typed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from symspellpy import SymSpell, Verbosity

from parcelbot.rasa_plugins.nlu.gazetteer import proper_words
from parcelbot.rasa_plugins.nlu.text import WORD, normalised, words

#: Message attributes, not part of what Rasa reports: the text in lower case as it was probably meant,
#: and the misspelt words with their corrections.
MEANT = "meant"
CORRECTIONS = "corrections"
#: How many of the words the training data has, 0 to 1; 1 for a message without words.
KNOWN_SHARE = "known_share"

_VOCABULARY_FILE = "words.json"
#: A word of the shop's own trade outweighs an everyday word that is as near.
_DOMAIN_WEIGHT = 10_000_000


class Speller:
    """Corrects words that neither English nor the training data knows."""

    def __init__(self, domain_counts: Mapping[str, int], max_distance: int = 2, prefix_length: int = 5) -> None:
        self._index = SymSpell(max_distance, prefix_length)
        dictionary = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
        self._index.load_dictionary(str(dictionary), term_index=0, count_index=1)
        for word, count in domain_counts.items():
            self._index.create_dictionary_entry(word, count * _DOMAIN_WEIGHT)
        self._known = frozenset(domain_counts) | proper_words()

    def corrections(self, text: str) -> dict[str, str]:
        """Unknown words of `text`, lower case, each with the word that was likely meant; {} if all are known."""
        meant = {word: self._meant(word) for word in set(words(text))}
        return {word: other for word, other in meant.items() if other != word}

    def known_share(self, text: str) -> float:
        """How many of the words of `text` the training data or a proper name has; 1 when it has no words."""
        found = words(text)
        return sum(word in self._known for word in found) / len(found) if found else 1.0

    def _meant(self, word: str) -> str:
        if len(word) < 4 or word in self._known or word in self._index.words:
            return word
        distance = 1 if len(word) < 6 else 2
        found = self._index.lookup(word, Verbosity.TOP, max_edit_distance=distance)
        return str(found[0].term) if found else word


def domain_counts(texts: Iterable[str], min_count: int = 3) -> dict[str, int]:
    """How often each word occurs in `texts`; rarer ones are left out, they may be typing errors themselves."""
    counts = Counter(word for text in texts for word in words(normalised(text)))
    return {word: count for word, count in counts.items() if count >= min_count}


def apply_corrections(text: str, corrections: Mapping[str, str]) -> str:
    """`text` in lower case with its misspelt words replaced."""
    return WORD.sub(lambda word: corrections.get(word[0], word[0]), text.lower())


def meaning(message: Message) -> str:
    """What the featurizers read: MEANT, or the plain text where no speller has run; "" for no text."""
    return str(message.get(MEANT) or normalised(message.get(TEXT) or ""))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingCorrector(GraphComponent):
    """Learns the trade's words from the training data and tells how each message was meant."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Edit distance and prefix length of the index; a longer prefix is faster and four times as big."""
        return {"max_distance": 2, "prefix_length": 5, "min_count": 3}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._speller: Speller | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpellingCorrector:
        """Make an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SpellingCorrector:
        """Make the component from what `train` stored."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._use(json.loads((folder / _VOCABULARY_FILE).read_text(encoding="utf-8")))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Count the trade's words and store them."""
        texts = [message.get(TEXT) for message in training_data.training_examples if message.get(TEXT)]
        counts = domain_counts(texts, self._config["min_count"])
        self._use(counts)
        with self._storage.write_to(self._resource) as folder:
            (folder / _VOCABULARY_FILE).write_text(json.dumps(counts), encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set MEANT, CORRECTIONS and KNOWN_SHARE on every example."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set MEANT, CORRECTIONS and KNOWN_SHARE, also on a message without text."""
        if self._speller is None:
            raise RuntimeError("the spelling corrector was neither trained nor loaded")
        for message in messages:
            text = normalised(message.get(TEXT) or "")
            corrections = self._speller.corrections(text)
            message.set(CORRECTIONS, corrections)
            meant = apply_corrections(text, corrections)
            message.set(MEANT, meant)
            message.set(KNOWN_SHARE, self._speller.known_share(meant))
        return messages

    def _use(self, counts: Mapping[str, int]) -> None:
        self._speller = Speller(counts, self._config["max_distance"], self._config["prefix_length"])
