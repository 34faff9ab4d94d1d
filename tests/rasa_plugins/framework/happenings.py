"""Random conversations: what may happen in them, in any order, over a small domain."""

from __future__ import annotations

from hypothesis import strategies as st
from rasa.shared.core import events
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

DOMAIN = Domain.from_dict(
    {
        "intents": ["greet", {"ask": {"use_entities": ["number"]}}],
        "entities": ["number", "mail"],
        "actions": ["action_say", "action_look"],
        "forms": {"parcel_form": {"required_slots": ["parcel"]}},
        "slots": {
            "parcel": {"type": "text", "mappings": [{"type": "custom"}]},
            "mood": {"type": "categorical", "values": ["good", "bad"], "mappings": [{"type": "custom"}]},
            "note": {"type": "any", "mappings": [{"type": "custom"}]},
        },
    }
)
ACTIONS = ("action_listen", "action_say", "action_look", "parcel_form", "action_session_start")


def said(intent: str, entity: str) -> UserUttered:
    return UserUttered("words", {"name": intent}, [{"entity": entity, "value": "1"}])


any_event = st.one_of(
    st.builds(lambda name, hide: ActionExecuted(name, hide_rule_turn=hide), st.sampled_from(ACTIONS), st.booleans()),
    st.builds(said, st.sampled_from(["greet", "ask"]), st.sampled_from(["number", "mail"])),
    st.builds(SlotSet, st.sampled_from(["parcel", "mood", "note"]), st.sampled_from(["good", "bad", None])),
    st.builds(events.ActiveLoop, st.sampled_from(["parcel_form", None])),
    st.builds(events.ActionExecutionRejected, st.sampled_from(["parcel_form", "action_say"])),
    st.builds(events.LoopInterrupted, st.booleans()),
    st.builds(events.FollowupAction, st.sampled_from(ACTIONS)),
    st.builds(events.DefinePrevUserUtteredFeaturization, st.booleans()),
    st.builds(lambda: events.EntitiesAdded([{"entity": "number", "value": "2"}])),
    st.builds(events.BotUttered, st.just("hello")),
    st.builds(events.Restarted) | st.builds(events.SessionStarted) | st.builds(events.AllSlotsReset),
    st.builds(events.ActionReverted) | st.builds(events.UserUtteranceReverted),
)


def conversation() -> DialogueStateTracker:
    return DialogueStateTracker("c-42", DOMAIN.slots)
