"""Answer what a message asks beside its answer to our question, then go on with that: neither swallows the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.cases.beside_a_case import add_note, says_otherwise
from parcelbot.core.dialogue.hearing.corrections import corrects_or_repeats
from parcelbot.core.dialogue.hearing.own_question import CORRECTION, NO_CODE
from parcelbot.core.dialogue.hearing.replies import Reply
from parcelbot.core.dialogue.nothing_asked.wants_a_person import refuses_anybody_now
from parcelbot.core.dialogue.open_question.taking_replies import take_reply
from parcelbot.core.dialogue.second_questions.believed import cannot_be_asked
from parcelbot.core.dialogue.second_questions.follow_ups import decide_second, tell_decided_second
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.whole_messages.asked_of_a_person import keep_answered
from parcelbot.core.dialogue.whole_messages.certain import is_of_the_case
from parcelbot.core.intents import AFFIRM, DENY, NO_DETAILS, PROVIDE_DETAILS
from parcelbot.core.reading.cases.case_words import puts_right
from parcelbot.core.reading.facts.told_facts import asks
from parcelbot.core.reading.text.plain_text import count_said

#: What a sentence asks is believed from here on, what it only tells from there on.
_ASKED, _TOLD = 0.5, 0.6
#: So many questions of one message are answered before we go on.
_MOST_ANSWERED = 2
#: They are the answer to our question, or speak of it, and are taken as that.
_ANSWERS_US = frozenset(
    {CORRECTION, NO_CODE, "looked_everywhere", "neighbour_denies", "neighbour_out", "checklist_not_fitting"}
    | {"misread", "told_already", "yes_or_no", "understood_right", "will_wait", "photos_later", "email_refused"}
)
_STEPS = frozenset({Asked.PERSON, Asked.CHECK, Asked.MISSING})
#: What is left of a message whose only sentence asks beside its answer.
_BARE = {
    Reply.YES: Heard(AFFIRM, "yes", answers=AFFIRM),
    Reply.NO: Heard(DENY, "no", answers=DENY),
    Reply.NOTHING_TO_GIVE: Heard(NO_DETAILS, "no"),
}


@dataclass(frozen=True)
class _Part:
    """A sentence of a message, or all of it, with what it may ask."""

    text: str
    follow_ups: Sequence[FollowUp]


def answer_and_go_on(talk: Talk) -> bool:
    """Answer what a message asks beside its answer to our question, and take that; False where it does not do both."""
    if not _goes_on(talk) or _changes_what_was_said(talk):
        return False
    answered = list(_answered(talk))[:_MOST_ANSWERED]
    for _, decided in answered:
        tell_decided_second(talk, decided)
    if answered:
        keep_answered(talk, [part.text for part, _ in answered if asks(part.text)])
        _leave_the_answer([part for part, _ in answered], talk)
        take_reply(talk)
    return bool(answered)


def _goes_on(talk: Talk) -> bool:
    """Tell whether a message answers a step that is open: by yes or no, or with a detail for the case."""
    waiting, heard = talk.open, talk.heard
    if waiting is None or heard.text.startswith("/") or not (waiting.asked.about_a_case or waiting.asked in _STEPS):
        return False
    checked = waiting.asked is Asked.CHECK and talk.memory.checks != talk.known_before.checks
    return talk.acts.reply in _BARE or checked or (waiting.asked.about_a_case and _details(heard) != "")


def _changes_what_was_said(talk: Talk) -> bool:
    """Tell whether a message puts right, refuses or repeats: that is heard first, whatever else is in it."""
    heard = talk.heard
    changes = corrects_or_repeats(heard) or puts_right(heard.text, heard.says)
    return changes or says_otherwise(talk) or refuses_anybody_now(talk)


def _answered(talk: Talk) -> Iterator[tuple[_Part, DecidedEnquiry]]:
    """Give the parts of a message that ask something which has an answer where the talk stands."""
    rows = set[str]()
    for part in _parts(talk.heard):
        least = _ASKED if asks(part.text) else _TOLD
        names = [found.name for found in part.follow_ups[:1] if found.belief >= least and _is_beside(talk, found.name)]
        decided = decide_second(talk, names)
        if decided is not None and decided.answer.row.id not in rows:
            rows.add(decided.answer.row.id)
            yield part, decided


def _parts(heard: Heard) -> Sequence[_Part]:
    """List the sentences of a message; of several the yes or the detail is one, of one it is all."""
    whole = _Part(heard.text, heard.follow_ups)
    return [_Part(sentence.text, sentence.follow_ups) for sentence in heard.sentences] or [whole]


def _is_beside(talk: Talk, name: str) -> bool:
    return name not in _ANSWERS_US and not (is_of_the_case(talk, name) or cannot_be_asked(talk, name))


def _leave_the_answer(parts: Sequence[_Part], talk: Talk) -> None:
    """Leave of the message what it says to our question; what a part told of goes on the case."""
    for part in parts:
        if not asks(part.text):
            talk.heard = replace(talk.heard, text=part.text) if len(parts) > 1 else talk.heard
            add_note(talk)
    heard, left = talk.heard, _without(talk.heard.text, parts)
    kept = [one for one in heard.sentences if one.text in left]
    if count_said(left) and kept:
        rest = replace(heard, text=left, intent=kept[-1].intent, confidence=kept[-1].confidence)
        talk.heard = replace(rest, follow_ups=kept[-1].follow_ups, sentences=tuple(kept), also_asked=())
    else:
        talk.heard = _bare(talk, left)
    intents = {talk.heard.intent, *(one.intent for one in kept)}
    talk.acts = replace(talk.acts, questions=tuple(q for q in talk.acts.questions if q.value in intents))


def _without(text: str, parts: Sequence[_Part]) -> str:
    for part in parts:
        text = text.replace(part.text, " ")
    return " ".join(text.split())


def _bare(talk: Talk, left: str) -> Heard:
    """Give a message that is nothing but the details it gives, or its yes or no."""
    heard, details = talk.heard, _details(talk.heard)
    bare = Heard(PROVIDE_DETAILS, details) if details else _BARE[talk.acts.reply or Reply.YES]
    text = left if count_said(left) and not details else bare.text
    plain = replace(heard, intent=bare.intent, text=text, answers=bare.answers, confidence=1.0)
    return replace(plain, also_asked=(), follow_ups=(), sentences=(), says=())


def _details(heard: Heard) -> str:
    return " ".join(filter(None, (heard.email, heard.order_number, *(n.value for n in heard.numbers), heard.phone)))
