"""Replace the parts of Rasa's RemoteAction that cost more than the action itself."""

from __future__ import annotations

from typing import Any, ClassVar

from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from parcelbot.rasa_plugins.framework.answer_schema import answer_schema
from parcelbot.rasa_plugins.framework.calls import CopiedDomain, TrackerOnDemand
from parcelbot.rasa_plugins.framework.in_process import InProcessEndpoint, unless_remote
from parcelbot.rasa_plugins.framework.whole_turns import action_failed


class QuickRemoteAction(RemoteAction):
    """An action that does in `run` what Rasa's does.

    Without an action server it runs in this process, and then no JSON is made of the conversation; answers are
    checked by a validator that is compiled once.
    """

    _domain: ClassVar[CopiedDomain | None] = None

    def __init__(self, name: str, action_endpoint: EndpointConfig | None) -> None:
        super().__init__(name, unless_remote(action_endpoint))

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """Run the action, and note when it fails: Rasa goes on without it."""
        try:
            events: list[Event] = await super().run(output_channel, nlg, tracker, domain)
        except ActionExecutionRejection:
            raise
        except Exception as error:
            action_failed(error)
            raise
        return events

    def _action_call_format(self, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
        if isinstance(self.action_endpoint, InProcessEndpoint):
            tracker, domain = TrackerOnDemand(tracker), self._copied(domain)
        call: dict[str, Any] = super()._action_call_format(tracker, domain)
        return call

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        return answer_schema().check(result)

    @staticmethod
    def _copied(domain: Domain) -> CopiedDomain:
        copied = QuickRemoteAction._domain
        if copied is None or not copied.is_of(domain):
            copied = QuickRemoteAction._domain = CopiedDomain(domain)
        return copied
