"""Look sentences up in a translation; one that is missing is said in English, and somebody is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from parcelbot.core.language import Button, Phrasebook, ResponseText
from parcelbot.core.sentence_marks import SentenceMark, sentences_of
from parcelbot.locales.form import placeholders
from parcelbot.locales.source import EnglishText
from parcelbot.locales.translation import Saying

#: Gets the language and the name of a response that had to be said in English.
OnMissing = Callable[[str, str], None]


class TranslatedBook(Mapping[str, Sequence[ResponseText]]):
    """The responses of a language, over the English ones."""

    def __init__(self, language: str, said: Phrasebook, english: Phrasebook, on_missing: OnMissing) -> None:
        self._language = language
        self._said = said
        self._english = english
        self._on_missing = on_missing

    def __getitem__(self, name: str) -> Sequence[ResponseText]:
        """Give the texts of a response; KeyError for a name that nobody wrote."""
        if texts := self._said.get(name):
            return texts
        texts = self._english[name]
        self._on_missing(self._language, name)
        return texts

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._english)

    def __len__(self) -> int:
        """Count the responses."""
        return len(self._english)


def usable(
    texts: Sequence[EnglishText], sayings: Sequence[Saying | None], english: Sequence[ResponseText]
) -> tuple[ResponseText, ...]:
    """Give the sayings that can stand for their English, with its buttons' payloads.

    One whose English was changed since serves until it is translated anew, as long as its placeholders and buttons are
    those of today.
    """
    return tuple(
        ResponseText(saying.text, _buttons(saying, whole.buttons), whole.tells, _marks(saying, whole))
        for text, saying, whole in zip(texts, sayings, english, strict=True)
        if saying is not None and _fits(saying, text)
    )


def _fits(saying: Saying, text: EnglishText) -> bool:
    same_places = placeholders(saying.text).keys() == placeholders(text.text).keys()
    return saying.of == text.mark or (same_places and len(saying.buttons) == len(text.buttons))


def _marks(saying: Saying, english: ResponseText) -> tuple[frozenset[SentenceMark], ...]:
    """Give what the sentences of a saying do, which are those of its English where there are as many."""
    return english.marks if len(sentences_of(saying.text)) == len(english.marks) else ()


def _buttons(saying: Saying, english: Sequence[Button]) -> tuple[Button, ...]:
    return tuple(Button(title, button.payload) for title, button in zip(saying.buttons, english, strict=True))
