"""Keep the sentences in which facts were told, so that a person reads each fact in the words that told it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from parcelbot.core.answering.memory import Heard
from parcelbot.core.intents import AFFIRM, TALK_TO_HUMAN
from parcelbot.core.reading.cases.case_words import puts_right
from parcelbot.core.reading.cases.draft_words import what_is_added
from parcelbot.core.reading.facts.told_facts import asks, sentences_of
from parcelbot.core.reading.told.telling import Told, told_in
from parcelbot.core.reading.wanted.wishes import changes_its_mind

#: The claim that holds them: by the fact's name, the newest last.
TOLD_BY = "told_by"
#: A fact is told, and told more closely; what was said of it before that stands among the rest.
_MOST_OF_ONE, _LONGEST_MESSAGE = 2, 200
#: Of the message as a whole, and no sentence of a case.
_OF_NO_SENTENCE = frozenset({Told.MUCH_UNREAD, Told.ITEM_NAMED, Told.COPIED, Told.SHOWN_DELIVERED, Told.PHONE_GIVEN})


def with_sentences(claims: Mapping[str, Any], heard: Heard, told: Set[Told]) -> Mapping[str, Any]:
    """Give the claims with the sentences of a message that tell its facts; a correction replaces what it corrects."""
    facts = [fact for fact in Told if fact in told - _OF_NO_SENTENCE]
    if not facts or heard.text.startswith("/"):
        return claims
    corrects = puts_right(heard.text, heard.says) or changes_its_mind(heard.text)
    kept: dict[str, list[str]] = dict(claims.get(TOLD_BY, {}))
    hands_over = heard.intent in (AFFIRM, TALK_TO_HUMAN)
    for fact in facts:
        if hands_over and kept.get(fact.value):
            # "pass it on, with both names" tells no more of them
            continue
        before = [] if corrects else kept.get(fact.value, [])
        kept[fact.value] = list(dict.fromkeys([*before, *_telling(heard, fact)]))[-_MOST_OF_ONE:]
    return {**claims, TOLD_BY: kept}


def told_sentences(claims: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give each fact that was told, by its name, with a sentence that told it."""
    kept: Mapping[str, Iterable[str]] = claims.get(TOLD_BY, {})
    return tuple((name, sentence) for name, sentences in kept.items() for sentence in sentences)


def _telling(heard: Heard, fact: Told) -> Sequence[str]:
    """Find the sentence of a message that tells a fact: the one by itself, else the message without its questions.

    A letter of which nobody knows which sentence it was is read as a whole.
    """
    sentences = list(sentences_of([heard.text]))
    found = [one for one in sentences if fact in told_in(one)]
    stated = " ".join(one for one in sentences if not asks(one) or len(sentences) == 1)
    one = found[0] if found else stated if len(stated) <= _LONGEST_MESSAGE else ""
    return list(filter(None, [what_is_added(one) if heard.english else one]))
