"""Tell what is only asked on the way from what a shopper states or wishes: a case is about the latter."""

from __future__ import annotations

import re

from parcelbot.core.answering.memory import Heard
from parcelbot.core.dialogue.questions.asked_now import told_status
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import SETTLEMENTS, WISHES, Question
from parcelbot.core.reading.cases.case_words import Said, adds_something, puts_right, requests
from parcelbot.core.reading.questions.seconds_said import SECOND
from parcelbot.core.reading.questions.sentences import asks_something, wants_money, wishes_for_something
from parcelbot.core.reading.questions.unmarked_questions import asks_by_its_build
from parcelbot.core.reading.text.plain_text import count_said
from parcelbot.core.reading.wanted.wishes import wished_matters
from parcelbot.core.reading.wanted.wishes_elsewhere import asks_what_would_be

#: "Can I return it?", "who signed?", "will they ring?" want an answer; "can it go elsewhere?" wants that done.
_ASKED_FOR_AN_ANSWER = frozenset(
    {Question.RETURN_ITEM, Question.DELIVERY_PROOF, Question.CHECK_ADDRESS, Question.CALL_ME}
)
#: In other languages a settlement is wished for from this belief on.
_NEARLY_CERTAIN = 0.85
_SPOKEN_OF = frozenset({Question.DELIVERY_WISH, Question.DELIVERY_PROOF})
_WISHES_IN_WORDS = re.compile(
    r"\b(?:please|pls|deliver|redeliver|put|rather|prefer|instead|(?:another|different) (?:day|time|place))\b"
    # "I leave at five" tells when somebody is out
    r"|(?<!\bi )(?<!\bwe )(?<!\bthey )\bleave\b(?! (?:for|home|work|early|(?:at|by|around) (?:\d|noon|midnight)))",
    re.IGNORECASE,
)
#: "Do I get my money if it never comes?", "how long does a refund take?"; "what about my money?" wants it.
_OF_THE_RULES = re.compile(
    r"\b(?:if|in case|suppose|how|faster|quicker|either|would i|do (?:i|we|you)|am i|are you|possible"
    r"|usually|normally)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS_OF_A_QUESTION = 5
#: "Another address?" is an echo.
_FEWEST_OF_A_SENTENCE = 4
_SENTENCES = re.compile(r"[^.!?？\n]+[.!?？]*")
#: "What do I put in my diary?" asks, though "put in my" adds something elsewhere.
_ASKS_FOR_A_THING = re.compile(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|well|then)\W+)*"
    r"(?:what|which|when|who|whom|whose|where|why|how (?:long|soon|much|many))\b",
    re.IGNORECASE,
)
#: "Can't you just ring and tell them?" asks whether we do it; "can't you add it?" wants it in.
_ASKS_WHETHER_WE_DO = re.compile(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|well|then)\W+)*(?:can['’]?t|could ?n['’]?t|won['’]?t|why (?:ca|do|wo)n['’]?t)"
    r" (?:you|u|ya|ye|somebody|someone|they)\b(?! (?:\w+ )?(?:add|note|write|put|include|mention)\b)",
    re.IGNORECASE,
)
#: "By the way, is it heavy?" asks; only what stands behind it may add something.
_BY_THE_WAY = re.compile(
    r"^\W*(?:(?:oh|and|so|ok(?:ay)?|but)\W+)*(?:by the way|btw|(?:one more|another|one last) thing|p\.?s\b\.?)\W*",
    re.IGNORECASE,
)
#: "Can that go in?", "could you put it there?", asked of the case.
_PUT_IN = re.compile(
    r"\b(?:can|could|should) (?:that|this|it) (?:also |please )?(?:go|be (?:put|added|noted)) (?:in|on|down|there)\b"
    r"|\b(?:can|could|would) you (?:please |also )?put it\b",
    re.IGNORECASE,
)


def asks_in(heard: Heard) -> bool:
    """Tell whether a sentence of the message asks; "can you add that …?" and "could you put it right?" do not."""
    if Said.ASKS.value in heard.says:
        return not ({Said.ADDS.value, Said.CORRECTS.value} & set(heard.says))
    return any(map(_asks, _SENTENCES.findall(heard.text)))


def asks_in_any_way(heard: Heard) -> bool:
    """Tell whether a message asks: in its words, by its build, or by what it asks for where no mark is set."""
    form, says = heard.form, set(heard.says)
    if asks_in(heard) or says & {Said.ADDS.value, Said.CORRECTS.value}:
        return asks_in(heard)
    second = any(said.startswith(SECOND) for said in says)
    return form.unmarked or (not heard.english and (second or form.asked_for is not None))


def asks_or_is_marked(heard: Heard) -> bool:
    """Tell whether a message asks in its words, or has a question mark."""
    return asks_in(heard) or heard.has_question_mark


def asks_marked_or_not(heard: Heard) -> bool:
    """Tell whether a message asks in its words, by its mark, or by its build alone."""
    return asks_or_is_marked(heard) or heard.form.unmarked


def asks_in_full(heard: Heard) -> bool:
    """Tell whether a message asks, in words enough for a question of its own."""
    return asks_in(heard) and heard.words >= _FEWEST_WORDS_OF_A_QUESTION


def asks_in_a_sentence(heard: Heard) -> bool:
    """Tell whether one sentence asks, in words enough to be no echo of what is refused in the next."""
    sentences = _SENTENCES.findall(heard.text)
    return any(_asks(sentence) and count_said(sentence) >= _FEWEST_OF_A_SENTENCE for sentence in sentences)


def _asks(sentence: str) -> bool:
    """Tell whether a sentence asks, and does not only ask for something to be added or put right."""
    said = _BY_THE_WAY.sub("", sentence)
    only_adds = adds_something(said) or puts_right(said) or _PUT_IN.search(said) is not None
    asks = asks_something(said) or asks_by_its_build(said)
    return asks and not (only_adds and not (_ASKS_FOR_A_THING.match(said) or _ASKS_WHETHER_WE_DO.match(said)))


def only_asked(heard: Heard, question: Question) -> bool:
    """Tell whether a message asks of what it resembles, and wishes for nothing.

    In other languages than English a question may well be the wish for a settlement, unless it asks what would be.
    """
    of_rules = _OF_THE_RULES.search(heard.text) is not None if heard.english else asks_what_would_be(heard.text)
    askable = _ASKED_FOR_AN_ANSWER | SETTLEMENTS if of_rules else _ASKED_FOR_AN_ANSWER
    if question not in askable or heard.text.startswith("/") or not (asks_in(heard) or heard.has_question_mark):
        return False
    return not (heard.english and wishes_for(heard, question))


def wishes_for(heard: Heard, question: Question) -> bool:
    """Tell whether an English message wishes for something: in a sentence that asks nobody, or asks us to do it."""
    money = question is Question.REFUND_WANTED and wants_money(heard.text)
    sentences = _SENTENCES.findall(heard.text)
    wishing = (sentence for sentence in sentences if requests(sentence) or not asks_something(sentence))
    return money or requests(heard.text) or any(question in wished_matters(sentence) for sentence in wishing)


def says_which_settlement(heard: Heard) -> bool:
    """Tell whether a message says which of money and goods is wanted, so that nobody asks for it again."""
    named = wished_matters(heard.text) if heard.english else (heard.intent, *heard.also_asked)
    return len(SETTLEMENTS.intersection(named)) == 1 and (heard.english or heard.confidence >= _NEARLY_CERTAIN)


def lacks_a_wish(heard: Heard, question: Question) -> bool:
    """Tell whether an English message only speaks of a delivery, where it resembles a wish for one."""
    in_words = _WISHES_IN_WORDS.search(heard.text) or requests(heard.text) or wishes_for_something(heard.text)
    return question in _SPOKEN_OF and heard.english and not in_words


def is_aside(talk: Talk, question: Question) -> bool:
    """Tell whether a question is asked aside: the case has another matter, or a parcel that it does not end."""
    if not only_asked(talk.heard, question):
        return False
    others = {*talk.dialogue.matters, talk.known_before.issue} - {"", question, Question.WHERE_IS_MY_ORDER}
    ends = question is Question.RETURN_ITEM and told_status(talk) is Status.DELIVERED
    return bool(others - WISHES) or (bool(talk.number) and not ends)
