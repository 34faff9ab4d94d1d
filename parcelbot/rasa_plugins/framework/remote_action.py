"""Rasa's RemoteAction with the parts of it replaced that cost more than the action itself."""

from __future__ import annotations

from typing import Any

from rasa.core.actions.action import RemoteAction

from parcelbot.rasa_plugins.framework.answer_schema import answer_schema


class QuickRemoteAction(RemoteAction):
    """An action that does in `run` what Rasa's does, with answers checked by a validator that is compiled once."""

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        return answer_schema().check(result)
