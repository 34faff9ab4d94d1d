"""Prepare the transcript of a case for its page, each answer with its reason. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parcelbot.core.cases.cards import card_line
from parcelbot.core.cases.conversation import Message
from parcelbot.core.handover.views import Case, author_words
from parcelbot.inbox.case.reasons import HANDOVER, AnswerReason, Reasons


@dataclass(frozen=True)
class ShownLine:
    """One line of the transcript. `offered_choices` are the titles of offered buttons, `card` what a card showed."""

    message: Message
    who: str
    reason: AnswerReason | None
    offered_choices: tuple[str, ...]
    card: str

    @property
    def announcement(self) -> str:
        """Write the line as a screen reader reads it out when it comes in."""
        return f"{self.who}: {self.message.text or 'sent a file'}"

    @property
    def handover(self) -> bool:
        """True for what the system told the shopper about who has the case."""
        return (self.message.answer or {}).get("table") == HANDOVER


def lines_of(messages: Iterable[Message], reasons: Reasons) -> tuple[ShownLine, ...]:
    """Prepare the transcript, each of the assistant's answers with its reason."""
    return tuple(
        ShownLine(
            message,
            author_words(message),
            reasons.of(message.answer),
            tuple(choice.title for choice in message.choices),
            card_line(message.card or {}),
        )
        for message in messages
    )


def last_seq(case: Case) -> int:
    """Return the seq of the newest line; 0 when nothing was said."""
    return max((message.seq for message in case.messages), default=0)
