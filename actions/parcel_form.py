"""Find out which parcel the shopper means, with a form."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import ActionExecutionRejected, EventType, SlotSet

from actions.answers import send_answer
from actions.base import SafeAction
from actions.enquiries import general_enquiry
from actions.turn import Phase, Turn, remember
from parcelbot.core.answering.memory import NO_PARCEL, Memory
from parcelbot.core.cases.later_details import newly_given
from parcelbot.core.parcel.identify import Identification, Need
from parcelbot.core.questions import PARCEL_QUESTIONS
from parcelbot.core.reading.short_replies import bare_order_number, is_short_reply, pick_choice
from parcelbot.core.wording import list_words

FORM = "parcel_form"

#: Answers to "which parcel?" that give no number but are answers all the same.
_REPLIES = {"provide_details", "no_details", "deny", "affirm"} | {q.value for q in PARCEL_QUESTIONS}


class ValidateParcelForm(SafeAction):
    """The form's validation: settles the parcel, or leaves the slot empty so that the form asks."""

    action_name = "validate_parcel_form"
    speaks = False

    def perform(self, turn: Turn) -> list[EventType]:
        """Settle the parcel from what was given; reject the form for a digression, ask the same again after one."""
        phase = turn.phase()
        if phase is Phase.RETURNING:
            return []
        if phase is Phase.ANSWERING and not _is_reply(turn):
            return [ActionExecutionRejected(FORM)]
        if turn.memory.parcel:
            return [SlotSet("parcel", turn.memory.parcel)]
        return self._identify(turn, phase)

    def after_failure(self) -> list[EventType]:
        """Close the form: the question is then answered without a parcel rather than not at all."""
        return [SlotSet("parcel", NO_PARCEL)]

    def _identify(self, turn: Turn, phase: Phase) -> list[EventType]:
        before = turn.memory
        after = _take_reply(turn, before) if phase is Phase.ANSWERING else before
        turn.services.add_details(turn.conversation_id, newly_given(before, after))
        found = turn.services.identify(after, turn.conversation_id)
        if found.need is Need.CHOICE:
            after = replace(after, several=found.choices)
        after = replace(after, parcel=(found.number or NO_PARCEL) if found.settled else "")
        return [*remember(before, after), *_outcome(turn, found, after)]


class ActionAskParcel(SafeAction):
    """The form's question: for a number, an e-mail, a choice, or whether a number was mistyped."""

    action_name = "action_ask_parcel"

    def perform(self, turn: Turn) -> list[EventType]:
        """Ask for what is missing; from the second time on, offer a person too."""
        need, choices = Need(turn.slot("need") or Need.NUMBER), list(turn.slot("choices") or [])
        asked = int(turn.slot("asked") or 0)
        buttons = _buttons(need, choices, turn) + ([turn.button("person", "/talk_to_human")] if asked else [])
        if turn.heard.topic and not asked:
            send_answer(turn, turn.services.answer(general_enquiry(turn)), with_parcel=False)
        response = f"utter_need_{need.value}" + ("_again" if asked and need is Need.NUMBER else "")
        turn.say(response, buttons=buttons, typed=turn.memory.tracking_number, suggested=_suggested(choices))
        return [SlotSet("asked", asked + 1)]


def _is_reply(turn: Turn) -> bool:
    return turn.heard.gives_details or turn.intent in _REPLIES or bool(_picked(turn) or _bare_order(turn))


def _bare_order(turn: Turn) -> str:
    """Find the number in "yep 7401" where an order number was asked for; "" for none."""
    text, need = turn.heard.text, turn.slot("need")
    expected = need == Need.ORDER_NUMBER or (need == Need.NUMBER and is_short_reply(text))
    return bare_order_number(text) if expected else ""


def _picked(turn: Turn) -> str:
    choosing = turn.slot("need") in (Need.CHOICE, Need.REPAIR)
    return pick_choice(turn.heard.text, turn.slot("choices") or []) if choosing else ""


def _take_reply(turn: Turn, memory: Memory) -> Memory:
    """Apply an answer to the question that was asked, where it gives no details by itself."""
    if turn.heard.gives_details:
        return memory
    if bare := _bare_order(turn):
        return replace(memory, order_number=bare)
    choices = turn.slot("choices") or []
    agreed = choices[0] if turn.intent == "affirm" and turn.slot("need") == Need.REPAIR and choices else ""
    if chosen := _picked(turn) or agreed:
        return replace(memory, tracking_number=chosen, number_valid=True, repairs=())
    if turn.intent == "deny" and turn.slot("need") == Need.REPAIR:
        return replace(memory, repairs=())
    return replace(memory, no_number=memory.no_number or turn.intent in ("deny", "no_details"))


def _outcome(turn: Turn, found: Identification, memory: Memory) -> list[EventType]:
    """Set the slots of the asking action; `parcel` is always among them, or Rasa would reject the form."""
    return [
        SlotSet("parcel", memory.parcel or None),
        SlotSet("verified_order", found.order.order_number if found.order else None),
        SlotSet("need", found.need.value),
        SlotSet("choices", list(found.choices)),
        SlotSet("asked", int(turn.slot("asked") or 0) if turn.slot("need") == found.need else 0),
    ]


def _buttons(need: Need, choices: list[str], turn: Turn) -> list[dict[str, str]]:
    if need in (Need.CHOICE, Need.REPAIR):
        picks = [number_button(number) for number in choices]
        as_typed = turn.memory.tracking_number
        return picks + ([turn.button("as_typed", _details(as_typed))] if need is Need.REPAIR else [])
    if need is Need.NUMBER_KIND:
        kinds = ("tracking", "order", "phone")
        return [turn.button(k, f'/provide_details{{"number_kind":"{k}"}}') for k in kinds]
    if need is Need.LOCKED:
        return [turn.button("person", "/talk_to_human")]
    return [turn.button("no_details", "/no_details")]


def number_button(number: str) -> dict[str, str]:
    """Build the button that stands for a tracking number."""
    return {"title": number, "payload": _details(number)}


def _details(number: str) -> str:
    return f'/provide_details{{"tracking_number":"{number}"}}'


def _suggested(choices: list[str]) -> str:
    return list_words(choices, last="or")
