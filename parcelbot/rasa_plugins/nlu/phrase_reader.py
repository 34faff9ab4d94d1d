"""Read the short things in other languages that decide by themselves: "I see", a feeling, what was checked already."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.language import in_other_languages, language_of
from parcelbot.reading.language_phrases import load_phrases, load_replies
from parcelbot.settings.variables import locales

#: The message's attribute: `{"opens_with": "affirm", "answers": "", "says": ["asks"], "acknowledges": false,
#: "feeling": "worried", "checks": ["people_asked"], "sent_back": false,
#: "spoilt": false}`.
SAID = "said"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PhraseReader(PlainComponent):
    """Component that sets SAID of messages in other languages; of English the core reads it."""

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(config, name)
        self._phrases, self._replies = load_phrases(locales()), load_replies(locales())

    def process(self, messages: list[Message]) -> list[Message]:
        """Set SAID where the message's language has phrases."""
        for message in in_other_languages(messages):
            phrases, text = self._phrases.get(language_of(message)), message.get(TEXT) or ""
            if phrases is not None and not text.startswith("/"):
                replies = self._replies[language_of(message)]
                told = {
                    "opens_with": replies.opens_with(text),
                    "answers": replies.answers(text),
                    "says": list(replies.says(text)),
                    "acknowledges": phrases.acknowledges(text),
                    "feeling": phrases.feeling(text),
                    "checks": list(phrases.checks(text)),
                    "sent_back": phrases.sent_back(text),
                    "spoilt": phrases.spoilt(text),
                }
                message.set(SAID, told, add_to_output=True)
        return messages
