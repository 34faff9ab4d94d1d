"""Write down what is said in one turn, so that no sentence is said twice in a conversation.

A response may have several texts: the first is said first, the next when it is due again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Container, Iterable, Mapping, Sequence, Set
from typing import Any

from parcelbot.core.dialogue.composing import Paragraph, TurnRole, Utterance, composed
from parcelbot.core.language import Button, Phrasebook, ResponseText
from parcelbot.core.sentence_marks import SentenceMark, sentences_of
from parcelbot.core.turn_facts import TurnFact

#: Sentences remembered as said; older ones may be said again.
MOST_REMEMBERED = 300

NO_WORDS: Mapping[str, str] = {}

#: What a quotation is left to once the turn has it: by placeholder, the words quoted and what stands in its place.
_QUOTED: Mapping[str, tuple[str, str]] = {
    "cause_noted": ("cause_said", "cause_noted_on"),
    "last_scan_said": ("last_scan_text", ""),
    "last_scan_where": ("last_scan_text", ""),
}

#: A quotation after a colon, in the marks of any language.
_QUOTATION = re.compile(r"\s?[:：]\s*[\"“„«「]\s?\{last_scan_text\}\s?[\"”“»」]")
#: The word before the first mark, in any language.
_ANSWER = re.compile(r"^\w+(?: \w+)?\s?[,.:;،؛、。，：；]\s*")
#: Words that are given in full once; after that the other name's take their place, where it has any.
_SHORTER: Mapping[str, str] = {"carrier_contact": "carrier_contact_again"}
#: Where the ways to reach somebody are what is told, a name alone would tell nothing: "You reach them here: …".
_WHERE_THEY_STAND: Mapping[str, str] = {"carrier_contact": "carrier_contact_above"}
_TOLD_THEMSELVES = re.compile(r"(?:^|[:：,，、;；.。!?(（—–-]\s*|は)\{carrier_contact\}")
#: Where the hour of an answer is told beside something else: once told, its sentence is left out.
_TELLS_DUE_BESIDE = frozenset(
    {"utter_offer_person", "utter_case_added", "utter_case_amended", "utter_case_revised_sent"}
)
_DUE = "due"
_SENTENCE_WITH_DUE = re.compile(r"\s*[^.!?。！？؟\n]*\{due\}[^.!?。！？؟\n]*[.!?。！？؟]*")


class Script:
    """The messages of one turn, in order, over everything said before."""

    def __init__(self, book: Phrasebook, said: Iterable[str] = (), answers: bool = True) -> None:
        """`answers`: what is said may begin with yes or no, because the message asks for it."""
        self._book, self._answers = book, answers
        self._said_before = dict.fromkeys(said)
        self._in_full: dict[str, None] = {}
        self.messages: list[Utterance] = []

    @property
    def said(self) -> tuple[str, ...]:
        """Marks of what was said in the conversation, oldest first."""
        now = (_mark(part.whole) for message in self.messages for part in message.parts)
        before = (mark for mark in self._said_before if mark not in self._in_full)
        return tuple(dict.fromkeys((*before, *self._in_full, *now)))[-MOST_REMEMBERED:]

    def has_said(self, responses: Iterable[str]) -> bool:
        """Tell whether one of these responses was said in this turn."""
        said = {part.response for message in self.messages for part in message.parts}
        return not said.isdisjoint(responses)

    def says_more_than(self, responses: Container[str]) -> bool:
        """Tell whether something else than these responses was said in this turn."""
        return any(part.response not in responses for message in self.messages for part in message.parts)

    def tells(self, told: TurnFact, beside: Set[TurnFact] = frozenset()) -> bool:
        """Tell whether something said in this turn tells this, and none of `beside` with it."""
        parts = (part for message in self.messages for part in message.parts)
        return any(told in part.tells and beside.isdisjoint(part.tells) for part in parts)

    def knows(self, told: str) -> bool:
        """Tell whether this was told in the conversation, in whatever sentence."""
        return bool(told) and (_mark(told) in self._in_full or _mark(told) in self._said_before)

    @property
    def marks(self) -> frozenset[SentenceMark]:
        """Marks of all that the sentences of this turn ask for or hold out."""
        sentences = (sentence for message in self.messages for part in message.parts for sentence in part.sentences)
        return frozenset().union(*(marks for _, marks in sentences))

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
        role: TurnRole = TurnRole.REST,
        brief: Sequence[str] | None = None,
    ) -> bool:
        """Say responses as one message of paragraphs, each in a text not said yet; False when none has one.

        `brief` are those to be said instead where an answer of this turn has told how the parcel stands.
        """
        parts = self._unsaid_parts([responses] if isinstance(responses, str) else responses, words)
        if not parts:
            return False
        shorter = None if brief is None else self._unsaid_parts(brief, words)
        self._put(Utterance(parts, tuple(buttons), custom or {}, role, shorter), words)
        return True

    def ask(
        self,
        response: str,
        words: Mapping[str, str] = NO_WORDS,
        buttons: Sequence[Button] = (),
        custom: Mapping[str, Any] | None = None,
        role: TurnRole = TurnRole.REST,
        again: bool = False,
    ) -> None:
        """Say what cannot be left out, such as a question: in a text not said yet, else in the last one.

        `again`: what it tells was told already, in other words; its first text tells it as new.
        """
        text = (None if again else self._unsaid(response, words)) or self._book[response][-1]
        self._put(Utterance((self._part(response, text, words),), tuple(buttons), custom or {}, role), words)

    def tell(
        self,
        responses: Sequence[str],
        words: Mapping[str, str],
        buttons: Sequence[Button] = (),
        custom: Mapping[str, Any] | None = None,
    ) -> None:
        """Say responses in their first text, also when said before: where things stand is asked for again and again."""
        self._put(Utterance(self._first_parts(responses, words), tuple(buttons), custom or {}), words)

    def show(self, custom: Mapping[str, Any], response: str, words: Mapping[str, str]) -> None:
        """Show a card, with the response that says the same in words."""
        self._put(Utterance(self._first_parts([response], words), (), custom), words)

    def compose(self, left_out: Collection[SentenceMark] = ()) -> None:
        """Order what was said, without what the turn tells already or need not ask; no more is said after it."""
        self.messages = composed(self.messages, left_out)

    def _put(self, message: Utterance, words: Mapping[str, str]) -> None:
        """Add a message, and remember what it tells in full."""
        told = (words.get(full) for full in (*_SHORTER, _DUE))
        self._in_full.update(dict.fromkeys(_mark(text) for text in told if text and text in message.text))
        self.messages.append(message)

    def _first_parts(self, responses: Sequence[str], words: Mapping[str, str]) -> tuple[Paragraph, ...]:
        return tuple(_whole(name, self._book[name][0], words) for name in responses if name)

    def _unsaid_parts(self, responses: Sequence[str], words: Mapping[str, str]) -> tuple[Paragraph, ...]:
        texts = ((name, self._unsaid(name, words)) for name in responses if name)
        return tuple(self._part(name, text, words) for name, text in texts if text is not None)

    def _part(self, response: str, text: ResponseText, words: Mapping[str, str]) -> Paragraph:
        """Take a text with what the turn has quoted already left out of it, and what was told in full told shortly."""
        told = "\n".join(message.text for message in self.messages)
        template = _QUOTATION.sub("", text.text) if _bears_out(text) and _quotes(words, "last_scan_text", told) else ""
        shown = {name: words.get(kept, "") for name, (said, kept) in _QUOTED.items() if _quotes(words, said, told)}
        shorter = _WHERE_THEY_STAND if _TOLD_THEMSELVES.search(text.text) else _SHORTER
        shown |= {full: words[short] for full, short in shorter.items() if self._told_in_full(full, words, short)}
        if response in _TELLS_DUE_BESIDE and self.knows(words.get(_DUE, "")):
            template = _SENTENCE_WITH_DUE.sub("", template or text.text).strip()
        sentences = _marked(template or text.text, text.marks, {**words, **shown})
        if TurnFact.ANSWER in text.tells and not self._answers:
            (answer, marks), *others = sentences
            sentences = ((_without_the_answer(answer), marks), *others)
        said = "".join(sentence for sentence, _ in sentences)
        return Paragraph(response, said, text.tells, text.buttons, text.text.format_map(words), tuple(sentences))

    def _told_in_full(self, full: str, words: Mapping[str, str], short: str) -> bool:
        return bool(words.get(short)) and self.knows(words.get(full, ""))

    def _unsaid(self, response: str, words: Mapping[str, str]) -> ResponseText | None:
        texts, said = self._book.get(response) or (), frozenset(self.said)
        return next((text for text in texts if _mark(text.text.format_map(words)) not in said), None)


def _whole(response: str, text: ResponseText, words: Mapping[str, str]) -> Paragraph:
    said = text.text.format_map(words)
    return Paragraph(response, said, text.tells, text.buttons, said)


def _marked(
    template: str, marks: Sequence[frozenset[SentenceMark]], words: Mapping[str, str]
) -> tuple[tuple[str, frozenset[SentenceMark]], ...]:
    """Fill in each sentence by itself; as one where a template has not those that were marked."""
    sentences = sentences_of(template) if marks else [template]
    if len(sentences) != len(marks):
        sentences, marks = [template], [frozenset()]
    return tuple((sentence.format_map(words), mark) for sentence, mark in zip(sentences, marks, strict=True))


def _without_the_answer(said: str) -> str:
    """Leave out the yes or no, in any language, that a sentence begins with."""
    rest = _ANSWER.sub("", said, count=1)
    return f"{rest[:1].upper()}{rest[1:]}"


def _bears_out(text: ResponseText) -> bool:
    """Tell whether the quotation in a text only bears out what it says, so that it can be left out."""
    return TurnFact.QUOTED in text.tells


def _quotes(words: Mapping[str, str], said: str, told: str) -> bool:
    """Tell whether these words of a carrier stand in what was told."""
    return bool(words.get(said)) and words[said] in told


def _mark(text: str) -> str:
    return hashlib.blake2b(text.casefold().encode(), digest_size=4).hexdigest()
