"""Keep the sentences that are of the talk alone: an agent reads neither thanks nor "pass it on" as the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parcelbot.core.answering.memory import FollowUp, Heard, Sentence
from parcelbot.core.cases.fact_lines import has_a_line
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import (
    AFFIRM,
    BOT_CHALLENGE,
    DENY,
    FEEDBACK_NOT_USEFUL,
    FEEDBACK_USEFUL,
    GOODBYE,
    GREET,
    TALK_TO_HUMAN,
    THANKS,
)
from parcelbot.core.reading.facts.told_facts import sentences_of
from parcelbot.core.reading.text.plain_text import count_said
from parcelbot.core.reading.told.telling import told_in
from parcelbot.core.reading.wanted.wishes import is_wish

_COURTESIES = frozenset({GREET, GOODBYE, THANKS, BOT_CHALLENGE, FEEDBACK_USEFUL, FEEDBACK_NOT_USEFUL})
#: Beside a yes or a no there may be something to say: of so many words there hardly is.
_REPLIES = {AFFIRM: 10, TALK_TO_HUMAN: 10, DENY: 3}
#: Second questions about how we talk with each other.
_OF_THE_TALK = frozenset(
    {
        "wait_a_moment",
        "sorry_to_ask",
        "joke",
        "yes_or_no",
        "told_already",
        "understood_right",
        "glad_soon",
        "disappointed",
    }
)
_SURE, _A_SURE_REPLY, _SURELY_OF_THE_TALK = 0.85, 0.8, 0.45
_MOST_WORDS_OF_THE_TALK = 9
_MOST_KEPT = 30


def note_asides(talk: Talk, heard: Heard) -> None:
    """Keep which sentences of a message, as it was heard first, are of the talk alone."""
    if heard.text.startswith("/"):
        return
    new = dict.fromkeys((*talk.dialogue.asides, *_asides(heard)))
    talk.note(asides=tuple(new)[-_MOST_KEPT:])


def _asides(heard: Heard) -> Iterator[str]:
    if not heard.sentences:
        whole = Sentence(heard.text, heard.intent, heard.confidence, heard.follow_ups)
        tells = has_a_line(told_in(heard.text, heard.says)) and heard.intent not in _REPLIES
        yield from sentences_of([heard.text]) if _is_aside(whole) and not tells else ()
    for sentence in heard.sentences:
        if _is_aside(sentence):
            yield from sentences_of([sentence.text])


def _is_aside(sentence: Sentence) -> bool:
    if any(map(str.isdigit, sentence.text)) or has_a_line(told_in(sentence.text)) or is_wish(sentence.text):
        return False
    if sentence.intent in _REPLIES:
        is_short = count_said(sentence.text) <= _REPLIES[sentence.intent]
        return is_short and sentence.confidence >= _A_SURE_REPLY
    is_courtesy = sentence.intent in _COURTESIES and sentence.confidence >= _SURE
    is_short = count_said(sentence.text) <= _MOST_WORDS_OF_THE_TALK
    return is_courtesy or (is_short and _is_of_the_talk(sentence.follow_ups))


def _is_of_the_talk(seconds: Sequence[FollowUp]) -> bool:
    first = next(iter(seconds), None)
    return first is not None and first.name in _OF_THE_TALK and first.belief >= _SURELY_OF_THE_TALK
