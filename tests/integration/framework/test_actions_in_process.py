"""An action that runs in the assistant's process does what it does in Rasa's action server, failures included."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from rasa.core.actions import action as rasa_action
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk import utils
from rasa_sdk.utils import all_subclasses

from parcelbot.bootstrap.services import services
from parcelbot.rasa_plugins.framework import in_process
from parcelbot.rasa_plugins.framework.in_process import in_process_endpoint
from parcelbot.rasa_plugins.framework.remote_action import QuickRemoteAction
from parcelbot.telemetry.logs import log_context
from tests.support.ports import free_port
from tests.support.stack import ACTIONS_TOKEN, ROOT, Stack

PACKAGE = "tests.integration.framework.odd_actions"
PARCEL = "YT2632500000000121"
NUMBER = {"entity": "tracking_number", "value": PARCEL, "valid": True}
ASKED = {"asked": "parcel", "about": "number", "choices": [], "times": 1}

#: What the shopper said last, its intent and entities, and slots.
CASES: list[tuple[str, str, list[dict[str, Any]], dict[str, Any]]] = [
    ("hello", "greet", [], {}),
    (f"where is {PARCEL}", "where_is_my_order", [NUMBER], {}),
    ("where is it, damn", "where_is_my_order", [], {"parcel": PARCEL}),
    ("what does exported mean", "status_meaning", [], {"question": "status_meaning"}),
    ("what now", "next_step", [], {}),
    ("I have no number", "no_details", [], {"dialogue": {"open": ASKED, "pending": ["customs_delay"]}}),
    ("blue", "nlu_fallback", [], {}),
    ("no", "deny", [], {"dialogue": {"open": {**ASKED, "asked": "person", "about": ""}}}),
    ("start over", "start_over", [], {"parcel": PARCEL}),
]
ODD = (
    "raises",
    "waitsinvain",
    "rejects",
    "returnsnothing",
    "returnsnoevent",
    "returnswrongevent",
    "returnsatuple",
    "returnswhatjsoncannot",
    "says",
    "meddles",
    "readseverything",
    "hasneverbeenwritten",
)


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EndpointConfig]:
    """Rasa's action server with our actions, over the database and the carrier that this process uses as well."""
    port = free_port()
    with Stack(tmp_path_factory.mktemp("actions"), names=("sandbox",)) as stack, pytest.MonkeyPatch.context() as patch:
        for name, value in stack._environment().items():
            patch.setenv(name, value)
        patch.setenv("TRACKING_TTL_S", "3600")
        patch.setattr(in_process, "ACTIONS", PACKAGE)
        # the SDK registers every class there is, those of other tests in this process as well
        patch.setattr(utils, "all_subclasses", lambda kind: [k for k in all_subclasses(kind) if _is_meant(k)])
        for made_once in (services, in_process_endpoint):
            made_once.cache_clear()
        command = [sys.executable, "-m", "parcelbot.action_server", "--actions", PACKAGE, "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ)
        try:
            _wait_for(f"http://127.0.0.1:{port}/health", process)
            yield EndpointConfig(
                f"http://127.0.0.1:{port}/webhook", headers={"Authorization": f"Bearer {ACTIONS_TOKEN}"}
            )
        finally:
            process.kill()
            process.wait()
            for made_once in (services, in_process_endpoint):
                made_once.cache_clear()


def _is_meant(action: type) -> bool:
    return action.__module__ == PACKAGE or action.__module__.startswith("actions.")


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            if requests.get(url, timeout=5).ok:
                return
        except requests.RequestException:
            time.sleep(0.2)
    raise RuntimeError(f"{url} ended")


def conversation(
    domain: Domain, text: str, intent: str, entities: list[dict[str, Any]], slots: dict[str, Any], form: str = ""
) -> DialogueStateTracker:
    named = {"name": intent, "confidence": 0.9}
    parsed = {"text": text, "intent": named, "entities": entities, "intent_ranking": [named]}
    events: list[Event] = [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted("action_listen"),
        *(SlotSet(name, value) for name, value in slots.items()),
        *([ActiveLoop(form), ActionExecuted("action_listen")] if form else []),
        UserUttered(text, named, entities, parsed, input_channel="rest", message_id="message-1"),
    ]
    return DialogueStateTracker.from_events("c-42", events, slots=domain.slots)


def outcome(action: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> Any:
    """What came of the action: events without their times, or the error."""
    nlg = TemplatedNaturalLanguageGenerator(domain.responses)
    try:
        events = asyncio.run(action.run(CollectingOutputChannel(), nlg, tracker, domain))
    except Exception as error:
        return type(error), str(error)
    return [{**event.as_dict(), "timestamp": None} for event in events]


def state(tracker: DialogueStateTracker) -> dict[str, Any]:
    return tracker.current_state(EventVerbosity.ALL)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_our_action_does_the_same(server: EndpointConfig, domain: Domain, case: tuple[Any, ...]) -> None:
    tracker = conversation(domain, *case)
    remote = outcome(RemoteAction("action_reply", server), tracker, domain)
    assert isinstance(remote, list)
    assert remote
    assert outcome(QuickRemoteAction("action_reply", None), tracker, domain) == remote


@pytest.mark.parametrize("name", ODD)
def test_odd_actions_do_the_same_and_leave_the_conversation_as_it_is(
    server: EndpointConfig, domain: Domain, name: str
) -> None:
    tracker = conversation(domain, "hm", "affirm", [NUMBER], {"several": ["a", "b"]})
    before = str(state(tracker))
    remote = outcome(RemoteAction(f"action_{name}", server), tracker, domain)
    assert outcome(QuickRemoteAction(f"action_{name}", None), tracker, domain) == remote
    assert str(state(tracker)) == before


def test_an_address_brings_the_action_server_back(server: EndpointConfig) -> None:
    assert QuickRemoteAction("action_reply", server).action_endpoint is server


def test_an_empty_address_means_this_process(server: EndpointConfig) -> None:
    assert QuickRemoteAction("action_reply", EndpointConfig("")).action_endpoint is in_process_endpoint()


def test_a_hanging_action_is_given_up_as_a_hanging_server_is(
    server: EndpointConfig, domain: Domain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rasa_action, "DEFAULT_REQUEST_TIMEOUT", 0.3)
    tracker = conversation(domain, "hm", "affirm", [], {}, "")
    remote = outcome(RemoteAction("action_hangs", server), tracker, domain)
    assert remote[0] is asyncio.TimeoutError
    assert outcome(QuickRemoteAction("action_hangs", None), tracker, domain)[0] is asyncio.TimeoutError


def test_an_action_that_blocks_does_not_hold_up_the_assistant(server: EndpointConfig, domain: Domain) -> None:
    tracker = conversation(domain, "hm", "affirm", [], {}, "")
    nlg = TemplatedNaturalLanguageGenerator(domain.responses)

    async def turns_of_the_loop() -> int:
        action = QuickRemoteAction("action_blocks", None)
        run, turns = asyncio.ensure_future(action.run(CollectingOutputChannel(), nlg, tracker, domain)), 0
        while not run.done():
            turns += 1
            await asyncio.sleep(0.01)
        return turns

    assert asyncio.run(turns_of_the_loop()) > 10


def test_log_lines_of_an_action_name_the_callers_conversation(server: EndpointConfig, domain: Domain) -> None:
    tracker = conversation(domain, "hm", "affirm", [], {}, "")
    with log_context("c-of-the-caller"):
        (slot,) = outcome(QuickRemoteAction("action_names", None), tracker, domain)
    assert slot["value"] == "c-of-the-caller"


def test_a_new_domain_is_seen_by_the_next_action(server: EndpointConfig, domain: Domain) -> None:
    tracker = conversation(domain, "hm", "affirm", [], {}, "")
    for told in (domain, Domain.from_dict({**domain.as_dict(), "session_config": {"session_expiration_time": 7}})):
        events = outcome(QuickRemoteAction("action_readseverything", None), tracker, told)
        assert events[1]["value"]["session_config"] == told.as_dict()["session_config"]
