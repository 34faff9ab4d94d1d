"""Settle messages that hardly have words: a bare code, "yes it's LP…", a single yes, nothing at all, another script."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from parcelbot.core.intents import AFFIRM, DENY, OUT_OF_SCOPE, PROVIDE_DETAILS
from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.text import latin_share, normalised, without_codes, words

_CODES = frozenset({"tracking_number", "order_number", "email", "phone", "ambiguous_number", "payment_number"})

#: What stands around a code without asking anything.
_FILLER = frozenset(
    words(
        "a an and the my mine is it's its it this that here here's are with for of to on at i i'm me you we can u ur im"
        " number numbers no nr num tracking track order orders code id ref reference parcel package email e-mail mail"
        " address phone mobile tel name ok okay so sure please pls plz thanks thank thx ty hi hello hey sorry sir madam"
        " also oh ah erm um well then right there both one two first second other another meant mean try tried used"
        " under go have got all what's called says think"
    )
)
_YES = frozenset(
    words("yes yeah yep yup ya ye yh aye correct right sure indeed exactly absolutely affirmative ok okay")
)
_NO = frozenset(words("no nope nah not wrong incorrect never"))
_QUESTION = frozenset(words("where when why how what which who"))


def short_answer(text: str, entities: Iterable[Collection[str] | dict[str, Any]]) -> str:
    """Give the intent of a message that its codes and its one or two words settle; "" when there is more to it."""
    found = [entity for entity in entities if isinstance(entity, dict)]
    codes = [entity["entity"] for entity in found if entity["entity"] in _CODES]
    if latin_share(text) < 0.5:
        return DEFAULT_NLU_FALLBACK_INTENT_NAME if codes else OUT_OF_SCOPE
    left = words(normalised(without_codes(text)))
    if not codes and len(left) > 1 and any(entity["entity"] == "number_kind" for entity in found):
        return PROVIDE_DETAILS
    if codes:
        return _around_codes(left, codes)
    return "" if left else DEFAULT_NLU_FALLBACK_INTENT_NAME


def bare_codes(text: str, entities: Iterable[dict[str, Any]]) -> str:
    """Give the intent of a message in whatever language that is nothing but codes; "" for all others."""
    codes = [entity["entity"] for entity in entities if entity["entity"] in _CODES]
    return _of_bare_codes(codes) if codes and not words(normalised(without_codes(text))) else ""


def _of_bare_codes(codes: list[str]) -> str:
    return "where_is_my_order" if codes == ["tracking_number"] else PROVIDE_DETAILS


def _around_codes(left: list[str], codes: list[str]) -> str:
    telling = [word for word in left if word not in _FILLER]
    if left and left[0] in _YES - _FILLER and all(word in _YES for word in telling):
        return AFFIRM
    if left and left[0] in _NO and "?" not in left and all(word in _NO for word in telling) and len(left) > 1:
        return DENY
    if telling or any(word in _QUESTION for word in left):
        return ""
    return _of_bare_codes(codes) if len(left) < 2 else PROVIDE_DETAILS


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ShortAnswers(PlainComponent, IntentClassifier):
    """Settles by rule what has too few words to be classified; comes after all classifiers and entities."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Put the settled intent first, with full confidence; leave other messages alone."""
        for message in in_english(messages):
            intent = short_answer(message.get(TEXT) or "", message.get(ENTITIES) or [])
            if intent:
                _settle(message, intent)
        return messages


def _settle(message: Message, intent: str) -> None:
    first = {"name": intent, "confidence": 1.0}
    others = [entry for entry in message.get(INTENT_RANKING_KEY) or [] if entry["name"] != intent]
    message.set(INTENT, first, add_to_output=True)
    message.set(INTENT_RANKING_KEY, [first, *others], add_to_output=True)
