"""The action server answers the assistant, and nobody else."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
import requests

from tests.integration.framework.test_actions_in_process import PACKAGE, _wait_for
from tests.support.ports import free_port
from tests.support.stack import ACTIONS_TOKEN, ROOT

CALL = {"next_action": "action_none_of_ours", "tracker": {}, "version": "3.6.21"}
AUTHORISED = {"Authorization": f"Bearer {ACTIONS_TOKEN}"}


def start(port: int, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "parcelbot.action_server", "--actions", PACKAGE, "--port", str(port)]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stderr=subprocess.PIPE)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Started as somebody does by hand who wants the assistant to be reached from outside."""
    port = free_port()
    process = start(port, ACTIONS_TOKEN=ACTIONS_TOKEN, HOST="0.0.0.0")
    _wait_for(f"http://127.0.0.1:{port}/health", process)
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


def test_the_assistant_gets_an_answer(server: str) -> None:
    assert requests.post(f"{server}/webhook", json=CALL, headers=AUTHORISED, timeout=30).status_code == 404


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer guessed"}, {"Authorization": ACTIONS_TOKEN}])
@pytest.mark.parametrize("path", ["/webhook", "/actions"])
def test_without_the_token_nothing_is_answered(server: str, path: str, headers: dict[str, str]) -> None:
    method = "POST" if path == "/webhook" else "GET"
    answer = requests.request(method, f"{server}{path}", json=CALL, headers=headers, timeout=30)
    assert (answer.status_code, answer.json()) == (401, {"error": "not for you"})


def test_a_token_in_the_address_is_none(server: str) -> None:
    answer = requests.post(f"{server}/webhook?token={ACTIONS_TOKEN}", json=CALL, timeout=30)
    assert answer.status_code == 401


def test_a_page_in_a_browser_gets_nothing_even_with_the_token(server: str) -> None:
    headers = {**AUTHORISED, "Origin": "http://127.0.0.1:8080"}
    answer = requests.post(f"{server}/webhook", json=CALL, headers=headers, timeout=30)
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]


def test_another_content_type_is_refused(server: str) -> None:
    headers = {**AUTHORISED, "Content-Type": "text/plain"}
    assert requests.post(f"{server}/webhook", data="{}", headers=headers, timeout=30).status_code == 415


def test_it_listens_on_the_loopback_whatever_host_says(server: str) -> None:
    port = int(server.rpartition(":")[2])
    own_address = socket.gethostbyname(socket.gethostname())
    if own_address.startswith("127."):
        pytest.skip("this machine has no other address")
    with socket.socket() as probe:
        assert probe.connect_ex((own_address, port)) != 0


def test_without_a_token_it_does_not_start_and_says_so_in_a_sentence() -> None:
    process = start(free_port(), ACTIONS_TOKEN="")
    _, said = process.communicate(timeout=120)
    assert process.returncode == 1
    assert said.decode().strip().splitlines()[-1].startswith("✗ ACTIONS_TOKEN is needed")
