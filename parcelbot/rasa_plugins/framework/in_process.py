"""Answer action calls without a server, by the SDK's executor, which the action server calls too."""

from __future__ import annotations

import asyncio
import json as json_module
import logging
from functools import cache
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from parcelbot.rasa_plugins.framework.action_thread import ActionThread
from parcelbot.rasa_plugins.framework.calls import as_json

logger = logging.getLogger(__name__)

#: The package whose modules hold the actions; `parcelbot.action_server` is given the same.
ACTIONS = "actions"


class OutOfTime(Exception):
    """Something that an action asked did not answer in time."""


class InProcessEndpoint(EndpointConfig):
    """Answers a call as the action server would, failures included, so that Rasa's RemoteAction.run stays as it is."""

    def __init__(self, executor: ActionExecutor, **settings: Any) -> None:
        super().__init__(**settings)
        self._executor = executor
        self._thread = ActionThread()

    async def request(
        self, *_: Any, json: dict[str, Any] | None = None, timeout: float | None = None, **__: Any
    ) -> dict[str, Any]:
        """Run the action that `json` names; ClientResponseError with the server's status when that fails.

        asyncio.TimeoutError after `timeout` seconds, as a server that hangs would have it.
        """
        call = json or {}
        try:
            answer = await asyncio.wait_for(self._thread.run(self._done(call)), timeout)
            # it is small, and what an action keeps of its answer is not Rasa's to change
            copy: dict[str, Any] = as_json(answer)
        except asyncio.TimeoutError:
            raise
        except ActionExecutionRejection as rejection:
            body = {"error": rejection.message, "action_name": rejection.action_name}
            raise ClientResponseError(400, "Bad Request", json_module.dumps(body)) from rejection
        except ActionNotFoundException as error:
            logger.error(error.message)
            raise ClientResponseError(404, "Not Found", error.message) from error
        except Exception as error:
            logger.exception("%s failed", call.get("next_action"))
            raise ClientResponseError(500, "Internal Server Error", str(error)) from error
        return copy

    async def _done(self, call: dict[str, Any]) -> Any:
        """Run the action; what it waited for in vain itself is its failure, and not that it hangs."""
        try:
            return await self._executor.run(call)
        except TimeoutError as error:
            # Python 3.11 has one class for both
            raise OutOfTime(str(error)) from error


@cache
def in_process_endpoint() -> InProcessEndpoint:
    """Make the endpoint of this process, with all actions registered."""
    executor = ActionExecutor()
    executor.register_package(ACTIONS)
    return InProcessEndpoint(executor)


def unless_remote(endpoint: EndpointConfig | None) -> EndpointConfig:
    """Give the action server that `endpoints.yml` names, or this process when its address is empty."""
    return endpoint if endpoint is not None and endpoint.url else in_process_endpoint()
