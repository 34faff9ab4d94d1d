"""Speak a language in another script: everything that is said in it is written anew, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parcelbot.chinese_scripts import traditional
from parcelbot.core.language import Button, Calendar, Language, Phrasebook, ResponseText
from parcelbot.core.reading.text.phrases import folded


class _TraditionalBook(Mapping[str, Sequence[ResponseText]]):
    """The responses of a book in traditional characters; each is written when it is first asked for, and kept."""

    def __init__(self, book: Phrasebook) -> None:
        self._book = book
        self._written: dict[str, Sequence[ResponseText]] = {}

    def __getitem__(self, name: str) -> Sequence[ResponseText]:
        """Give the texts of a response; KeyError for a name that nobody wrote."""
        if name not in self._written:
            self._written[name] = tuple(map(_rewritten, self._book[name]))
        return self._written[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._book)

    def __len__(self) -> int:
        """Count the responses."""
        return len(self._book)


def in_traditional(chinese: Language, code: str, calendar: Calendar) -> Language:
    """Give Chinese in traditional characters, with their calendar; buttons' titles are known in both scripts."""
    titles = {folded(traditional(title)): command for title, command in chinese.titles.items()}
    return replace(
        chinese,
        code=code,
        calendar=calendar,
        book=_TraditionalBook(chinese.book),
        plurals={noun: _all(forms) for noun, forms in chinese.plurals.items()},
        status_words=_all(chinese.status_words),
        topics=_all(chinese.topics),
        places=_all(chinese.places),
        shop=_all(chinese.shop),
        widget=_all(chinese.widget),
        prepared=_all(chinese.prepared),
        titles={**chinese.titles, **titles},
    )


def _all(words: Mapping[str, str]) -> dict[str, str]:
    return {key: traditional(word) for key, word in words.items()}


def _rewritten(said: ResponseText) -> ResponseText:
    buttons = tuple(Button(traditional(button.title), button.payload) for button in said.buttons)
    return replace(said, text=traditional(said.text), buttons=buttons)
