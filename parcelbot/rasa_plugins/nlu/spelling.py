"""Correct spelling for the features only: write down how a message was probably meant; its text stays as typed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from symspellpy import SymSpell, Verbosity

from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.english import EnglishWords
from parcelbot.rasa_plugins.nlu.gazetteer import proper_words
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.text import MARKERS, WORD, normalised, words

#: Message attributes, not part of what Rasa reports: the text in lower case as it was probably meant,
#: and the misspelt words with their corrections.
MEANT = "meant"
CORRECTIONS = "corrections"
#: How many of the words the training data has, 0 to 1; 1 for a message without words.
KNOWN_SHARE = "known_share"

_VOCABULARY_FILE = "words.json"
_SHORTEST = 4
#: From here on two letters may be wrong, below it one.
_LONG = 7
_FAR_COMMONER = 5


class Speller:
    """Corrects words that are neither English nor the trade's into the trade's word that is nearest."""

    def __init__(self, domain_counts: Mapping[str, int], max_distance: int = 2, prefix_length: int = 5) -> None:
        self._english = EnglishWords()
        self._index = SymSpell(max_distance, prefix_length)
        for word, count in domain_counts.items():
            if word in self._english:
                self._index.create_dictionary_entry(word, count)
        own = {word: count for word, count in domain_counts.items() if not self._is_error(word, count)}
        for word, count in {**dict.fromkeys(proper_words(), 1), **own}.items():
            self._index.create_dictionary_entry(word, count)
        self._known = frozenset(self._index.words) | MARKERS

    def corrections(self, text: str) -> dict[str, str]:
        """Map unknown words of `text`, lower case, to the words that were likely meant; {} if all are known."""
        meant = {word: self._meant(word) for word in set(words(text))}
        return {word: other for word, other in meant.items() if other != word}

    def known_share(self, text: str) -> float:
        """Share of the words of `text` that the training data or a proper name has, 0 to 1; 1 when it has no words."""
        found = words(text)
        return sum(word in self._known for word in found) / len(found) if found else 1.0

    def _meant(self, word: str) -> str:
        if word in self._known or word in self._english or not _correctable(word):
            return word
        found = self._index.lookup(word, Verbosity.CLOSEST, max_edit_distance=_distance(word))
        # A letter left out is the commonest error: "deliverd" is "delivered", though "delivery" is commoner.
        likeliest = max(found, key=lambda other: (_is_within(word, other.term), other.count), default=None)
        return str(likeliest.term) if likeliest else word

    def _is_error(self, word: str, count: int) -> bool:
        """True for a typing error of the training data itself: no English word, but near a far commoner one."""
        if word in self._english or not _correctable(word):
            return False
        near = self._index.lookup(word, Verbosity.CLOSEST, max_edit_distance=_distance(word))
        return any(other.count >= _FAR_COMMONER * count for other in near)


def _correctable(word: str) -> bool:
    """Refuse short words, too near to others, and contractions, also without their apostrophe."""
    return len(word) >= _SHORTEST and "'" not in word and not word.endswith("nt")


def _is_within(word: str, other: str) -> bool:
    """True when `word` is `other` with letters left out."""
    letters = iter(other)
    return all(letter in letters for letter in word)


def _distance(word: str) -> int:
    return 1 if len(word) < _LONG else 2


def domain_counts(texts: Iterable[str], min_count: int = 2) -> dict[str, int]:
    """Count how often each word occurs in `texts`; rarer ones are left out, they may be typing errors themselves."""
    counts = Counter(word for text in texts for word in words(normalised(text)))
    return {word: count for word, count in counts.items() if count >= min_count}


def apply_corrections(text: str, corrections: Mapping[str, str]) -> str:
    """Lower `text` and replace its misspelt words."""
    return WORD.sub(lambda word: corrections.get(word[0], word[0]), text.lower())


def meaning(message: Message) -> str:
    """Give the text that featurizers read: MEANT, or the plain text where no speller has run; "" for no text."""
    return str(message.get(MEANT) or normalised(message.get(TEXT) or ""))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingCorrector(StoredComponent):
    """Learns the trade's words from the training data and tells how each message was meant."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set edit distance and prefix length of the index; a longer prefix is faster and four times as big."""
        return {"max_distance": 2, "prefix_length": 5, "min_count": 2}

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._speller: Speller | None = None

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._use(json.loads((folder / _VOCABULARY_FILE).read_text(encoding="utf-8")))

    def train(self, training_data: TrainingData) -> Resource:
        """Count the trade's words and store them."""
        texts = [message.get(TEXT) for message in training_data.training_examples if message.get(TEXT)]
        counts = domain_counts(texts, self._config["min_count"])
        self._use(counts)
        with self.stored() as folder:
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
        for message in in_english(messages):
            text = normalised(message.get(TEXT) or "")
            corrections = self._speller.corrections(text)
            message.set(CORRECTIONS, corrections)
            meant = apply_corrections(text, corrections)
            message.set(MEANT, meant)
            message.set(KNOWN_SHARE, self._speller.known_share(meant))
        return messages

    def _use(self, counts: Mapping[str, int]) -> None:
        self._speller = Speller(counts, self._config["max_distance"], self._config["prefix_length"])
