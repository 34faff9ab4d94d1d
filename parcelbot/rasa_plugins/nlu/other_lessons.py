"""Gather what is learnt from about other languages; `python -m …` encodes it ahead, while training does something else.

Most of a first training goes into encoding, which training by itself would begin with only when English is learnt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from parcelbot.encoder.multilingual import shared_multilingual
from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.second_questions import read_follow_ups
from parcelbot.knowledge.told_examples import read_told_rules
from parcelbot.locales.languages import parse_table
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.rasa_plugins.nlu.text import normalised, without_codes
from parcelbot.rasa_plugins.nlu.text_model import spread
from parcelbot.rasa_plugins.nlu.told_elsewhere import lesson_elsewhere
from parcelbot.rasa_plugins.nlu.told_model import ToldExample
from parcelbot.reading.language_examples import load_examples
from parcelbot.settings.variables import knowledge, locales
from parcelbot.written_files import read_yaml

#: Most likely an order's; in the examples long numbers are mostly those of fraud.
_LONG_NUMBER = re.compile(r"(?<![\d.,])\d{4,}(?![\d.,])")
#: More of each teach a language's own second questions less, and take longer to encode.
_ENGLISH_FOLLOW_UPS = 8


def another_is_spoken() -> bool:
    """Say whether a language besides English is on."""
    return len(parse_table(read_yaml(knowledge() / "languages.yml")).spoken) > 1


def messages_to_learn() -> list[Phrase]:
    """Give every language's messages, each with its intent."""
    return [*_phrases(language.messages for language in load_examples(locales()))]


def follow_ups_to_learn() -> list[Phrase]:
    """Give some English ways of asking each second question, for languages that lack their own, then all others'."""
    english = read_follow_ups(KNOWLEDGE_FOLDER)
    kept = spread([phrase.value for phrase in english], _ENGLISH_FOLLOW_UPS)
    return [
        *(english[place] for place in kept),
        *_phrases(language.follow_ups for language in load_examples(locales())),
    ]


def told_to_learn() -> list[ToldExample]:
    """Give every language's examples of facts that are told and of events that are supposed, and their near misses."""
    return lesson_elsewhere(load_examples(locales()), read_told_rules(KNOWLEDGE_FOLDER))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Give the text without its codes, whose place English words would take; a text that is all codes keeps those."""
    words = normalised(_LONG_NUMBER.sub(" ", without_codes(text)))
    return (words if any(char.isalpha() for char in words) else normalised(text)).lower()


def encode_ahead() -> None:
    """Encode what will be learnt from, and keep it where training looks for it."""
    if another_is_spoken():
        texts = [phrase.text for phrase in (*messages_to_learn(), *follow_ups_to_learn())]
        texts += [example.text for example in told_to_learn()]
        shared_multilingual().encode_lesson([plain(text) for text in texts])


def _phrases(listed: Iterator[Mapping[str, Sequence[str]]]) -> Iterator[Phrase]:
    return (Phrase(text, name) for of_one in listed for name, texts in of_one.items() for text in texts)


if __name__ == "__main__":
    encode_ahead()
