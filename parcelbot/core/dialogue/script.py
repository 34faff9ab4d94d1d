"""Write down what is said in one turn, so that no sentence is said twice in a conversation.

A response may have several texts: the first is said first, the next when it is due again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from parcelbot.core.language import Button, Phrasebook, ResponseText

#: Sentences remembered as said; older ones may be said again.
MOST_REMEMBERED = 300

NO_WORDS: Mapping[str, str] = {}

#: Words that are given in full once; told again, the other name's take their place, where it has any.
_SHORTER: Mapping[str, str] = {"carrier_contact": "carrier_contact_again"}


@dataclass(frozen=True)
class Utterance:
    """One message to the shopper: paragraphs, buttons, and what the widget or the log read beside them."""

    text: str
    buttons: tuple[Button, ...] = ()
    custom: Mapping[str, Any] = field(default_factory=dict)


class Script:
    """The messages of one turn, in order, over everything said before."""

    def __init__(self, book: Phrasebook, said: Iterable[str] = ()) -> None:
        self._book = book
        self._said = dict.fromkeys(said)
        self._names: set[str] = set()
        self.messages: list[Utterance] = []

    @property
    def said(self) -> tuple[str, ...]:
        """Marks of what was said in the conversation, oldest first."""
        return tuple(self._said)[-MOST_REMEMBERED:]

    def has_said(self, responses: Iterable[str]) -> bool:
        """Tell whether one of these responses was said in this turn."""
        return not self._names.isdisjoint(responses)

    def title(self, response: str) -> str:
        """Give the first text of a response, to stand on a button or inside another text; "" for none."""
        texts = self._book.get(response) or ()
        return texts[0].text if texts else ""

    def next_text(self, response: str, words: Mapping[str, str] = NO_WORDS) -> str:
        """Give the text that would be said now; "" when all of them were."""
        text = self._unsaid(response, words)
        return text.text.format_map(words) if text else ""

    def say(
        self,
        responses: str | Sequence[str],
        words: Mapping[str, str] = NO_WORDS,
        buttons: Sequence[Button] = (),
        custom: Mapping[str, Any] | None = None,
    ) -> bool:
        """Say responses as one message of paragraphs, each in a text not said yet; False when none has one."""
        names = [responses] if isinstance(responses, str) else [name for name in responses if name]
        chosen = [text for name in names if (text := self._unsaid(name, words)) is not None]
        if not chosen:
            return False
        self._names.update(names)
        self._write(chosen, words, buttons, custom)
        return True

    def ask(
        self,
        response: str,
        words: Mapping[str, str] = NO_WORDS,
        buttons: Sequence[Button] = (),
        custom: Mapping[str, Any] | None = None,
    ) -> None:
        """Say what cannot be left out, such as a question: in a text not said yet, else in the last one."""
        text = self._unsaid(response, words) or self._book[response][-1]
        self._names.add(response)
        self._write([text], words, buttons, custom)

    def tell(
        self,
        responses: Sequence[str],
        words: Mapping[str, str],
        buttons: Sequence[Button] = (),
        custom: Mapping[str, Any] | None = None,
    ) -> None:
        """Say responses in their first text, also when said before: where things stand is asked for again and again."""
        self._write([self._book[name][0] for name in responses if name], words, buttons, custom)

    def show(self, custom: Mapping[str, Any], response: str, words: Mapping[str, str]) -> None:
        """Show a card, with the response that says the same in words."""
        self._write([self._book[response][0]], words, (), custom)

    def put_forward(self, at: int, alone: bool = False) -> None:
        """Put what was said last before the message `at`, but after the card if that one shows it.

        `alone`: it takes the place of what was said from there on.
        """
        place = at + 1 if "card" in self.messages[at].custom else at
        said = self.messages.pop()
        self.messages[place:] = [said] if alone else [said, *self.messages[place:]]

    def _unsaid(self, response: str, words: Mapping[str, str]) -> ResponseText | None:
        texts = self._book.get(response) or ()
        return next((t for t in texts if _mark(t.text.format_map(words)) not in self._said), None)

    def _write(
        self,
        texts: Sequence[ResponseText],
        words: Mapping[str, str],
        buttons: Sequence[Button],
        custom: Mapping[str, Any] | None,
    ) -> None:
        paragraphs = [self._filled(text.text, words) for text in texts]
        self._said.update(dict.fromkeys(_mark(text.text.format_map(words)) for text in texts))
        own = tuple(button for text in texts for button in text.buttons)
        self.messages.append(Utterance("\n\n".join(paragraphs), (*own, *buttons), custom or {}))

    def _filled(self, text: str, words: Mapping[str, str]) -> str:
        """Fill in the words; what was told in full before is named shortly."""
        words = dict(words)
        for name, shorter in _SHORTER.items():
            if not (f"{{{name}}}" in text and words.get(name)):
                continue
            told = _mark(words[name])
            if told in self._said:
                words[name] = words.get(shorter) or words[name]
            self._said[told] = None
        return text.format_map(words)


def _mark(text: str) -> str:
    return hashlib.blake2b(text.casefold().encode(), digest_size=4).hexdigest()
