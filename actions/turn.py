"""Read one turn of a conversation from Rasa's tracker: what was heard, and what is remembered."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rasa_sdk import Tracker

from actions.claims import claims_in, first_value
from actions.slots import read_memory
from parcelbot.core.answering.memory import FollowUp, Heard, HeardNumber, Memory, Sentence
from parcelbot.core.answering.tellings import beside_phrases, checks_in, says_in
from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.dialogue.state import Dialogue, dialogue_from_json
from parcelbot.core.intents import FALLBACK, FEEDBACK_USEFUL, GOODBYE, GREET, THANKS
from parcelbot.core.language import ENGLISH, Language
from parcelbot.core.languages import HeardLanguage, LanguageChoice, LanguageSigns, choose_language
from parcelbot.core.questions import DANGERS, QUESTIONS, Question
from parcelbot.core.reading.codes.spelt_numbers import in_figures
from parcelbot.core.reading.contact.whose_number import is_anothers_number
from parcelbot.core.reading.danger.danger_belief import LeastSure, least_sure_in_a_clause, least_sure_of_danger
from parcelbot.core.reading.danger.safety import read_danger
from parcelbot.core.reading.orders.short_replies import bare_order_number, mentioned_order_number
from parcelbot.core.reading.questions.pressed_second import second_pressed
from parcelbot.core.reading.text.languages import read_language
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark
from parcelbot.usecases.assistant import Services

#: The slot that holds where the conversation stands.
DIALOGUE = "dialogue"

_SINGLE = {
    "order_number",
    "ambiguous_number",
    "number_kind",
    "email",
    "phone",
    "payment_number",
    "topic",
    "news",
}


@dataclass(frozen=True)
class Turn:
    """A tracker, read through the words of the core, and the use cases."""

    tracker: Tracker
    services: Services

    @property
    def conversation_id(self) -> str:
        """Rasa's sender id."""
        return str(self.tracker.sender_id)

    @property
    def message_id(self) -> str:
        """The message's id, which tells it from the one before; "" when the channel gives none."""
        return str(self.tracker.latest_message.get("message_id") or "")

    @property
    def seq(self) -> int | None:
        """The message's place in the website's ledger; None on another channel."""
        conversation, _, seq = self.message_id.rpartition(":")
        return int(seq) if conversation == self.conversation_id and seq.isdigit() else None

    @cached_property
    def heard(self) -> Heard:
        """The latest message; the title of a button, typed while a question is open, is the button."""
        heard, choice = read_message(self.tracker.latest_message), self.language_choice
        command = self.language.pressed(heard.text) if self._kept_dialogue.open else ""
        if command:
            heard = Heard(command.removeprefix("/"), command)
        attachment = (self.tracker.latest_message.get("metadata") or {}).get("attachment") or {}
        file = str(attachment.get("name") or "")
        return replace(heard, foreign=choice.foreign, asks_language=choice.requested, file=file)

    @cached_property
    def language_choice(self) -> LanguageChoice:
        """The language to answer in, and whether the message is in another one."""
        message = self.tracker.latest_message
        entities = message.get("entities") or []
        signs = LanguageSigns(
            text=message.get("text") or "",
            heard=_heard_language(message),
            before=self._kept_dialogue.language,
            prior=str((message.get("metadata") or {}).get("language") or ""),
            quotes=any(entity["entity"] == "wording" for entity in entities),
        )
        return choose_language(signs, self.services.language_table)

    @property
    def language(self) -> Language:
        """The language to answer in."""
        return self.services.languages[self.language_choice.code]

    @property
    def known_email(self) -> str:
        """The e-mail of a logged-in shopper, which the shop vouches for; "" for all others."""
        identity = (self.tracker.latest_message.get("metadata") or {}).get("identity") or {}
        return str(identity.get("email") or "").lower()

    @property
    def time_zone(self) -> str:
        """The name of the time zone of the shopper's browser; "" where it told none."""
        return str((self.tracker.latest_message.get("metadata") or {}).get("time_zone") or "")

    @cached_property
    def said(self) -> Sequence[Message]:
        """Everything said in the conversation, this message with it, in order; empty on another channel.

        Read once: a turn that goes on with a case looks at it a dozen times.
        """
        return self.services.record.said(self.conversation_id)

    @cached_property
    def tickets(self) -> Sequence[Ticket]:
        """The conversation's tickets as this turn began, newest first."""
        return self.services.tickets.of_conversation(self.conversation_id)

    @cached_property
    def memory(self) -> Memory:
        """The memory that the slots hold."""
        return read_memory(self.tracker.slots)

    @cached_property
    def dialogue(self) -> Dialogue:
        """The state that its slot holds, in the language of this turn."""
        return replace(self._kept_dialogue, language=self.language_choice.code)

    @cached_property
    def _kept_dialogue(self) -> Dialogue:
        return dialogue_from_json(self.tracker.get_slot(DIALOGUE))

    @property
    def likely(self) -> tuple[str, ...]:
        """The intents that the message may have had, likeliest first."""
        return tuple(name for name, confidence in _ranking(self.tracker.latest_message) if confidence >= _LEAST_LIKELY)

    @property
    def best_guess(self) -> str:
        """The question that a message nobody understood most likely asks; "" where nothing stands out."""
        return _likeliest(self.tracker.latest_message, _HARMLESS, otherwise="", least=_LEAST_OF_A_GUESS)


_LEAST_LIKELY = 0.05
_LEAST_OF_A_GUESS = 0.3
_LEAST_BESIDE_A_DANGER = 0.1
_COURTESIES = frozenset({THANKS, GREET, GOODBYE, FEEDBACK_USEFUL})
_HARMLESS = QUESTIONS.keys() - DANGERS
#: "how are you?" and "all right, thanks?" have fewer.
_LEAST_WORDS_OF_A_QUESTION = 6


def read_message(message: Mapping[str, Any]) -> Heard:
    """Read Rasa's parse of a message. Entities of a kind said twice: the first counts, numbers all do."""
    entities: list[Mapping[str, Any]] = message.get("entities") or []
    text = message.get("as_written") or message.get("text") or ""
    single: dict[str, Any] = {e["entity"]: str(e["value"]) for e in reversed(entities) if e["entity"] in _SINGLE}
    is_anothers = "phone" in single and is_anothers_number(text)
    if is_anothers:
        del single["phone"]
    if (
        not is_anothers
        and "order_number" not in single
        and (bare := _bare_order(_without_phones(text, entities), "email" in single))
    ):
        single["order_number"] = bare
    return Heard(
        intent=_intent(message, text),
        text=text,
        numbers=tuple(_number(e) for e in entities if e["entity"] == "tracking_number"),
        status=first_value(entities, "status_phrase"),
        wording=first_value(entities, "wording"),
        claims=claims_in(entities, text, bool((message.get("said") or {}).get("sent_back"))),
        also_asked=_also_asked(message, entities),
        english=_heard_language(message).code == ENGLISH,
        follow_ups=_pressed(single) or _follow_ups(message),
        confidence=float(message.get("intent", {}).get("confidence") or 0.0),
        familiar=float(message.get("familiar", 1.0)),
        sentences=tuple(_sentence(read) for read in message.get("sentences") or ()),
        **_said(message),
        **single,
    )


def _pressed(single: dict[str, Any]) -> tuple[FollowUp, ...]:
    """Take the second question whose button was pressed out of the entities: nothing is surer."""
    pressed = second_pressed(single.get("news", ""))
    if pressed:
        del single["news"]
    return (FollowUp(pressed, 1.0),) if pressed else ()


def _follow_ups(read: Mapping[str, Any]) -> tuple[FollowUp, ...]:
    return tuple(FollowUp(str(f["name"]), float(f["confidence"])) for f in read.get("follow_ups") or ())


def _sentence(read: Mapping[str, Any]) -> Sentence:
    familiar = float(read.get("familiar", 1.0))
    return Sentence(str(read["text"]), str(read["intent"]), float(read["confidence"]), _follow_ups(read), familiar)


def _said(message: Mapping[str, Any]) -> dict[str, Any]:
    """Give what was read of a message beside its intent: what it tells, and what phrases of its language say."""
    said = message.get("said") or {}
    learnt = says_in(message.get("told") or {})
    return {
        "opens_with": str(said.get("opens_with") or message.get("opens_with") or ""),
        "answers": str(said.get("answers") or ""),
        "says": beside_phrases(map(str, said.get("says") or ()), learnt),
        "acknowledges": bool(said.get("acknowledges")),
        "feeling": str(said.get("feeling") or ""),
        "checks": tuple(dict.fromkeys([*map(str, said.get("checks") or ()), *checks_in(learnt)])),
        "spoilt": bool(said.get("spoilt")),
    }


def _without_phones(text: str, entities: Iterable[Mapping[str, Any]]) -> str:
    """Blank telephone numbers out: a part of one is no order number."""
    spans = [(e["start"], e["end"]) for e in entities if e["entity"] == "phone" and "start" in e]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _bare_order(text: str, beside_an_email: bool) -> str:
    """Give an order number that nothing calls one, where the message bears it out; "" for none."""
    text = in_figures(text)
    return (bare_order_number(text) if beside_an_email else "") or mentioned_order_number(text)


def _heard_language(message: Mapping[str, Any]) -> HeardLanguage:
    """Read the language that the NLU has identified; small words tell it where nobody has."""
    identified = message.get("language")
    if identified:
        return HeardLanguage(str(identified["code"]), bool(identified["sure"]), str(identified.get("script") or ""))
    foreign = read_language(message.get("text") or "")
    return HeardLanguage(foreign or ENGLISH, sure=bool(foreign))


def _intent(message: Mapping[str, Any], text: str) -> str:
    """Give the intent; a courtesy that ends in a question is the question it is likeliest to be.

    A danger that the classifier is not sure of, and no rule sees, is what is likeliest beside it.
    """
    intent = message.get("intent", {}).get("name") or ""
    confidence = message.get("intent", {}).get("confidence") or 0.0
    if intent in DANGERS and confidence < _least_sure(message, intent) and read_danger(text) is None:
        return _beside_a_danger(message, intent)
    if intent in _COURTESIES and has_question_mark(text) and count_said(text) >= _LEAST_WORDS_OF_A_QUESTION:
        return _likeliest(message, QUESTIONS, intent)
    return intent


def _least_sure(message: Mapping[str, Any], intent: str, least: LeastSure = least_sure_of_danger) -> float:
    """Give the confidence from which on the classifier is believed that something is a danger."""
    seconds = {follow_up.name: follow_up.belief for follow_up in _follow_ups(message)}
    english = _heard_language(message).code == ENGLISH
    return least(intent, str(message.get("text") or ""), english, seconds)


def _beside_a_danger(message: Mapping[str, Any], danger: str) -> str:
    """Name what a message is that is no danger after all; what is least likely is only said beside a payment."""
    least = 0.0 if danger == Question.ACCOUNT_MISUSE else _LEAST_BESIDE_A_DANGER
    likely = (name for name, confidence in _ranking(message) if name not in DANGERS and confidence >= least)
    return next(likely, FALLBACK)


def _also_asked(message: Mapping[str, Any], entities: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Name what is asked beside the intent; a danger that a clause resembles has to be surer than a whole message."""
    beside = (
        (str(e["value"]), float(e.get("confidence_entity", 1.0))) for e in entities if e["entity"] == "also_asked"
    )
    least = least_sure_in_a_clause
    return tuple(name for name, sure in beside if name not in DANGERS or sure >= _least_sure(message, name, least))


def _likeliest(message: Mapping[str, Any], names: Container[str], otherwise: str, least: float = 0.0) -> str:
    """Give the likeliest of `names`; `otherwise` where none is among the ranked or it is less sure than `least`."""
    name, confidence = next((ranked for ranked in _ranking(message) if ranked[0] in names), (otherwise, least))
    return name if confidence >= least else otherwise


def _ranking(message: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Give the intents that a message may have had with the confidence in each, likeliest first."""
    return ((str(entry["name"]), float(entry["confidence"])) for entry in message.get("intent_ranking") or [])


def _number(entity: Mapping[str, Any]) -> HeardNumber:
    valid = entity.get("valid") is not False
    return HeardNumber(str(entity["value"]), valid, tuple(entity.get("repairs") or ()))
