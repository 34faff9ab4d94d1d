"""Learn which facts messages of other languages tell, all languages together, and find them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from parcelbot.core.answering.tellings import Telling
from parcelbot.core.reading.text.clauses import split_sentences
from parcelbot.core.reading.text.plain_text import count_said
from parcelbot.encoder import Vectors
from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.told_examples import ToldRules
from parcelbot.rasa_plugins.nlu.told_model import ToldExample, ToldModel, believed, evenly, together, told_lesson
from parcelbot.reading.language_examples import LanguageExamples

#: So many messages and second questions of each language tell what is no fact, spread over all there are.
_MESSAGES, _QUESTIONS = 120, 150
#: Shorter ones are read well enough as a whole.
_LEAST_WORDS_OF_PARTS = 9


def lesson_elsewhere(languages: Sequence[LanguageExamples], rules: ToldRules) -> list[ToldExample]:
    """Make one lesson of what people write in all the languages."""
    return [example for language in languages for example in _lesson(language, rules)]


def told_elsewhere(
    text: str, model: ToldModel, vector: Callable[[str], Vectors], least: Mapping[str, float]
) -> dict[str, float]:
    """Give what a message is believed to tell, as a whole or in one of its sentences, and by how much each passes."""
    return together(believed(part, model.scores(part, vector(part)), least) for part in _parts(text))


def _lesson(language: LanguageExamples, rules: ToldRules) -> list[ToldExample]:
    messages, questions = _phrases(language.messages), _phrases(language.follow_ups)
    telling = [phrase for phrase in questions if phrase.value in rules.tells]
    rest = [phrase for phrase in questions if phrase.value not in rules.tells]
    others = [*evenly(messages, _MESSAGES), *telling, *evenly(rest, _QUESTIONS)]
    tellings: Sequence[Telling] = language.told
    return told_lesson(tellings, others, rules)


def _parts(text: str) -> list[str]:
    sentences = split_sentences(text) if count_said(text) >= _LEAST_WORDS_OF_PARTS else []
    return list(dict.fromkeys([text, *(sentences if len(sentences) > 1 else [])]))


def _phrases(listed: Mapping[str, Sequence[str]]) -> list[Phrase]:
    return [Phrase(text, name) for name, texts in listed.items() for text in texts]
