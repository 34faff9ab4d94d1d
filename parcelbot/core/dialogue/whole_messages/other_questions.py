"""Answer every question of a message: a second one beside the one that was answered, and what waited for a parcel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parcelbot.core.answering.memory import Sentence
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.answers.answering import answer_all, tell_decided
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.questions.asked_now import fits_the_goods, told_status
from parcelbot.core.dialogue.questions.sense import makes_sense
from parcelbot.core.dialogue.second_questions.follow_ups import decide_second
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import OUT_OF_SCOPE
from parcelbot.core.questions import QUESTIONS, Question
from parcelbot.core.reading.facts.told_facts import asks

#: A sentence by itself is believed from here on: as a second question, as a question, as one that no table knows.
_SECOND, _QUESTION, _BEYOND_US = 0.5, 0.8, 0.7
#: Of fewer words nothing is written down for a person, and a second question likelier than this is no unknown one.
_FEWEST_WORDS, _LIKELY = 4, 0.3
#: They ask for something of their own; the others are the plan's, a wish's or a person's.
_ASIDE = frozenset(
    {
        Question.ARRIVAL_DATE,
        Question.CARRIER_CONTACT,
        Question.CHECK_ADDRESS,
        Question.CUSTOMS_PAYMENT,
        Question.DELIVERY_PROOF,
    }
)


def keep_for_the_parcel(talk: Talk) -> None:
    """Keep the second questions of a message whose parcel is asked for, until it is told of."""
    if not talk.waits_for(Asked.PARCEL):
        talk.note(pending_seconds=())
        return
    asked = (found for sentence in _asking(talk) for found in sentence.follow_ups[:1] if found.belief >= _SECOND)
    kept = (*talk.dialogue.pending_seconds, *(found.name for found in asked))
    talk.note(pending_seconds=tuple(dict.fromkeys(kept)))


def tell_the_other_question(talk: Talk) -> None:
    """Answer another question of a message of which one was answered, or say that it is written down for a person."""
    asking = list(_asking(talk))
    others = [sentence for sentence in asking if not _was_answered(talk, sentence)]
    if len(others) == len(asking):
        # the last that asks is the point of a message, however little it resembles what was answered
        others = others[:-1]
    # what comes with a parcel's first plan is told with that
    if not others or talk.planned or talk.ending.asked:
        return
    if any(_tell_second(talk, one) or _tell_question(talk, one) for one in others):
        return
    if left := next(filter(_is_beyond_us, others), None):
        add_note(talk)
        talk.script.say("utter_other_question_kept", {"question": left.text.strip()})


def beyond_us(talk: Talk) -> Sequence[str]:
    """List the sentences of a message that ask what no table knows: a person is to answer them."""
    return [sentence.text for sentence in _asking(talk) if _is_beyond_us(sentence)]


def _asking(talk: Talk) -> Iterator[Sentence]:
    return (sentence for sentence in talk.heard.sentences if asks(sentence.text))


def _was_answered(talk: Talk, sentence: Sentence) -> bool:
    """Tell whether a sentence asks what this turn has answered already."""
    decided = talk.ending.decided
    seconds = {found.name for found in sentence.follow_ups[:1] if found.belief >= _LIKELY}
    told = {talk.dialogue.second, decided.enquiry.follow_up if decided else ""}
    of_it = decided is not None and not decided.enquiry.follow_up and sentence.intent == decided.enquiry.question
    return bool(seconds & told) or of_it


def _tell_second(talk: Talk, sentence: Sentence) -> bool:
    asked = [found.name for found in sentence.follow_ups[:1] if found.belief >= _SECOND]
    decided = decide_second(talk, asked)
    if decided is None or talk.script.has_said([decided.answer.row.then.response]):
        return False
    tell_decided(talk, decided)
    return True


def _tell_question(talk: Talk, sentence: Sentence) -> bool:
    """Answer what a sentence surely asks beside the plan, where it makes sense for the parcel."""
    if sentence.intent not in QUESTIONS or sentence.confidence < _QUESTION:
        return False
    question = Question(sentence.intent)
    sensible = fits_the_goods(talk, question) and makes_sense(question, talk.heard, told_status(talk))
    if question not in _ASIDE or not sensible:
        return False
    answer_all(talk, [question])
    return True


def _is_beyond_us(sentence: Sentence) -> bool:
    resembles = sentence.follow_ups and sentence.follow_ups[0].belief >= _LIKELY
    sure = sentence.intent == OUT_OF_SCOPE and sentence.confidence >= _BEYOND_US
    return sure and not resembles and len(sentence.text.split()) >= _FEWEST_WORDS
