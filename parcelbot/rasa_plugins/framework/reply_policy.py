"""Predict the one action that answers every message, without a look at the conversation's history."""

from __future__ import annotations

from typing import Any

from rasa.core.constants import POLICY_PRIORITY, RULE_POLICY_PRIORITY
from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.core.policies.rule_policy import DEFAULT_ACTION_MAPPINGS
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.core.constants import ACTION_LISTEN_NAME, RULE_SNIPPET_ACTION_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import InvalidConfigException


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class ReplyPolicy(Policy):
    """The rule "a message, then `action`, then listening", decided by the last event alone.

    `/restart`, `/back` and `/session_start` lead to Rasa's own actions, as with RulePolicy. Where RulePolicy would not
    know on, it never falls back: a message is replied to, whatever it was understood as, and any action is followed by
    listening.
    """

    @staticmethod
    def supported_data() -> SupportedData:
        """Ask for rules as well as stories: training holds both against what is predicted."""
        return SupportedData.ML_AND_RULE_DATA

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Give the defaults of the policy's entry in `config.yml`."""
        return {POLICY_PRIORITY: RULE_POLICY_PRIORITY, "action": "action_reply"}

    def train(self, training_trackers: list[DialogueStateTracker], domain: Domain, **_: Any) -> Resource:
        """Learn nothing; InvalidConfigException when a rule asks for something else, or the domain lacks the action."""
        if self.config["action"] not in domain.action_names_or_texts:
            raise InvalidConfigException(f"{type(self).__name__}: the domain has no action {self.config['action']}")
        for tracker in training_trackers:
            if odd := next(filter(self._differs, tracker.events), None):
                raise InvalidConfigException(
                    f"{type(self).__name__} answers every message with {self.config['action']}, "
                    f'but "{tracker.sender_id}" has: {odd}'
                )
        return self._resource

    def predict_action_probabilities(self, tracker: DialogueStateTracker, domain: Domain, **_: Any) -> PolicyPrediction:
        """Give certainty to one action; the time it takes does not depend on the conversation's length."""
        certain = PolicyPrediction.for_action_name(domain, self._next_action(tracker))
        return self._prediction(certain.probabilities)

    def _next_action(self, tracker: DialogueStateTracker) -> Any:
        message = tracker.latest_message
        is_heard = message is not None and (message.text is not None or message.intent_name is not None)
        if not is_heard or tracker.latest_action_name != ACTION_LISTEN_NAME:
            return ACTION_LISTEN_NAME
        return DEFAULT_ACTION_MAPPINGS.get(message.intent_name, self.config["action"])

    def _differs(self, event: Event) -> bool:
        if isinstance(event, ActionExecuted):
            return event.action_name not in (self.config["action"], ACTION_LISTEN_NAME, RULE_SNIPPET_ACTION_NAME)
        return isinstance(event, (ActiveLoop, SlotSet))
