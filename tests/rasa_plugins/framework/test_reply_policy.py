"""Every message is answered by one action, as a rule for each intent has it; RulePolicy stands beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.core.policies.ensemble import DefaultPolicyPredictionEnsemble
from rasa.core.policies.policy import Policy
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core import events
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.exceptions import InvalidConfigException

from parcelbot.rasa_plugins.framework.reply_policy import ReplyPolicy

DOMAIN = Domain.from_dict(
    {
        "intents": ["greet", {"ask": {"use_entities": ["number"]}}],
        "entities": ["number"],
        "actions": ["action_reply", "action_other"],
        "slots": {
            "dialogue": {"type": "any", "mappings": [{"type": "custom"}]},
            "mood": {"type": "bool", "mappings": [{"type": "custom"}]},
        },
    }
)
EVERY_MESSAGE = """
rules:
  - rule: Every message is replied to
    steps:
      - or:
          - intent: greet
          - intent: ask
      - action: action_reply
"""
INTENTS = ("greet", "ask", "restart", "back", "session_start")
LISTENED = ActionExecuted("action_listen")


def trained(policy: type[Policy], rules: str, folder: Path, **settings: Any) -> Policy:
    storage, resource = LocalModelStorage(folder), Resource(policy.__name__)
    parts = {**policy.get_default_config(), **settings}, storage, resource, ExecutionContext(GraphSchema({}))
    steps = YAMLStoryReader(DOMAIN).read_from_string(rules)
    policy.create(*parts).train(TrainingDataGenerator(StoryGraph(steps), DOMAIN).generate(), DOMAIN)
    return policy.load(*parts)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return trained(ReplyPolicy, EVERY_MESSAGE, tmp_path_factory.mktemp("ours"))


@pytest.fixture(scope="module")
def rasas(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return trained(RulePolicy, EVERY_MESSAGE, tmp_path_factory.mktemp("rasas"))


def conversation(*told: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("c-42", list(told), DOMAIN.slots)


def said(intent: str | None) -> UserUttered:
    return UserUttered("words", {"name": intent}, [{"entity": "number", "value": "1"}])


def predicted(policy: Policy, tracker: DialogueStateTracker) -> tuple[str, float]:
    prediction = policy.predict_action_probabilities(tracker, DOMAIN)
    return DOMAIN.action_names_or_texts[prediction.max_confidence_index], prediction.max_confidence


what_happens = st.one_of(
    st.builds(said, st.sampled_from(INTENTS)),
    st.builds(ActionExecuted, st.sampled_from(["action_listen", "action_reply", "action_session_start"])),
    st.builds(SlotSet, st.sampled_from(["dialogue", "mood"]), st.sampled_from([True, {"asked": 1}, None])),
    st.builds(events.BotUttered, st.just("hello")),
    st.builds(events.ActionExecutionRejected, st.just("action_reply")),
    st.builds(events.Restarted) | st.builds(events.SessionStarted) | st.builds(events.AllSlotsReset),
    st.builds(events.ActionReverted) | st.builds(events.UserUtteranceReverted),
    st.builds(events.DefinePrevUserUtteredFeaturization, st.just(False)),
)


@given(st.lists(what_happens, max_size=25))
def test_whatever_rule_policy_decides_is_decided_the_same(ours: Policy, rasas: Policy, told: list[Event]) -> None:
    tracker = conversation()
    for each in told:
        tracker.update(each)
        rule, confidence = predicted(rasas, tracker)
        if confidence == 1:
            assert predicted(ours, tracker) == (rule, 1)


@pytest.mark.parametrize("intent", INTENTS)
def test_after_a_message_and_after_its_reply(ours: Policy, rasas: Policy, intent: str) -> None:
    heard = conversation(LISTENED, said(intent))
    assert predicted(ours, heard) == predicted(rasas, heard)
    replied = conversation(LISTENED, said("greet"), ActionExecuted("action_reply"))
    assert predicted(ours, replied) == predicted(rasas, replied) == ("action_listen", 1)


def test_what_was_not_understood_at_all_is_replied_to_and_no_fallback(ours: Policy) -> None:
    for intent in (None, "unheard_of"):
        assert predicted(ours, conversation(LISTENED, said(intent))) == ("action_reply", 1)


@pytest.mark.parametrize("name", ["action_other", "a form of an earlier release", "action_session_start"])
def test_after_any_action_it_listens(ours: Policy, name: str) -> None:
    assert predicted(ours, conversation(LISTENED, said("ask"), ActionExecuted(name))) == ("action_listen", 1)


def test_a_form_that_an_earlier_release_left_open_is_no_hindrance(ours: Policy) -> None:
    left = conversation(events.ActiveLoop("parcel_form"), SlotSet("requested_slot", "parcel"), LISTENED, said("ask"))
    assert predicted(ours, left) == ("action_reply", 1)


def test_nothing_is_said_before_anybody_spoke(ours: Policy) -> None:
    assert predicted(ours, conversation(ActionExecuted("action_session_start"), LISTENED)) == ("action_listen", 1)


def test_a_reply_that_was_rejected_is_not_tried_again(ours: Policy) -> None:
    tracker = conversation(LISTENED, said("ask"), events.ActionExecutionRejected("action_reply"))
    prediction = ours.predict_action_probabilities(tracker, DOMAIN)
    chosen = DefaultPolicyPredictionEnsemble().combine_predictions([prediction], tracker, DOMAIN)
    assert DOMAIN.action_names_or_texts[chosen.max_confidence_index] == "action_listen"


def test_the_history_is_not_looked_at(ours: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    tracker = conversation(*[LISTENED, said("ask"), ActionExecuted("action_reply")] * 3, LISTENED, said("ask"))
    tracker.events = None
    monkeypatch.delattr(DialogueStateTracker, "applied_events")
    monkeypatch.delattr(DialogueStateTracker, "past_states")
    assert predicted(ours, tracker) == ("action_reply", 1)


def test_config_yml_may_name_it() -> None:
    name = f"{ReplyPolicy.__module__}.{ReplyPolicy.__name__}"
    policies = {"recipe": "default.v1", "policies": [{"name": name, "action": "action_reply"}]}
    schema = DefaultV1Recipe().graph_config_for_recipe(policies, {}).predict_schema
    assert ReplyPolicy in {node.uses for node in schema.nodes.values()}


@pytest.mark.parametrize(
    "step",
    ["- action: action_other", "- action: action_reply\n      - slot_was_set: [mood: true]"],
)
def test_a_rule_that_says_otherwise_stops_the_training(step: str, tmp_path: Path) -> None:
    odd = f"rules:\n  - rule: Odd one\n    steps:\n      - intent: greet\n      {step}\n"
    with pytest.raises(InvalidConfigException, match="Odd one"):
        trained(ReplyPolicy, odd, tmp_path)


def test_an_action_that_the_domain_lacks_stops_the_training(tmp_path: Path) -> None:
    with pytest.raises(InvalidConfigException, match="no action action_replly"):
        trained(ReplyPolicy, EVERY_MESSAGE, tmp_path, action="action_replly")
