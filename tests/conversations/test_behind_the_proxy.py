"""The parts as `make run` starts them, behind nginx with the file that is deployed: chat, stream, limits, a kill."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
import requests

from tests.integration.website.shopper import Shopper
from tests.support.ports import free_port
from tests.support.proxy import ROOT, Proxy, proxy

_LIMIT_S = 300
_NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")

pytestmark = pytest.mark.skipif(not _NGINX, reason="nginx is not installed (on Debian: apt-get install nginx-light)")


@dataclass(frozen=True)
class MakeRun:
    """A running `make run`: its process, the file of what it says, and two of its ports."""

    process: subprocess.Popen[bytes]
    said: Path
    front_port: int
    web_port: int


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MakeRun]:
    """`make run` on free ports, once it has said that all is ready."""
    folder = tmp_path_factory.mktemp("run")
    ports = {name: str(free_port()) for name in ("RASA_PORT", "FRONT_PORT", "SANDBOX_PORT", "WEB_PORT", "WORKER_PORT")}
    told = {
        "DATABASE_URL": f"sqlite:///{folder}/parcelbot.db",
        "CONVERSATIONS_DB": f"{folder}/conversations.db",
        "ATTACHMENTS_DIR": f"{folder}/attachments",
        "ASSISTANT_URL": f"http://127.0.0.1:{ports['FRONT_PORT']}",
        "METRICS_PORT": "0",
        "SANIC_PROXIES_COUNT": "1",
        "WEB_PROXIES": "1",
        "WEBSITE_SILENCE_S": "30",
    }
    said = folder / "said"
    with said.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "parcelbot.commands.run"],
            cwd=ROOT, env=os.environ | ports | told, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        wait_for(said, "✓ Ready")
        yield MakeRun(process, said, int(ports["FRONT_PORT"]), int(ports["WEB_PORT"]))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_LIMIT_S)


@pytest.fixture(scope="module")
def front(running: MakeRun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with proxy(tmp_path_factory.mktemp("nginx"), [running.front_port], [running.web_port]) as started:
        yield started


@pytest.fixture
def shopper(front: Proxy, monkeypatch: pytest.MonkeyPatch) -> Shopper:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(front.trusted))
    return Shopper(f"{front.url}/webhooks/website").arrive()


def wait_for(file: Path, words: str) -> None:
    deadline = time.monotonic() + _LIMIT_S
    while words not in file.read_text(errors="replace"):
        assert time.monotonic() < deadline, file.read_text(errors="replace")[-3000:]
        time.sleep(0.2)


def raw(front: Proxy, request: bytes) -> bytes:
    """The first line of the answer to these very bytes."""
    context = ssl.create_default_context(cafile=front.trusted)
    with (
        socket.create_connection(("127.0.0.1", front.port), timeout=60) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as connection,
    ):
        connection.sendall(request)
        return connection.recv(4096).partition(b"\r\n")[0]


def test_an_answer_comes_through_a_stream_that_stays_open(shopper: Shopper) -> None:
    assert "parcel" in shopper.ask("hello")[0]["text"]


def test_the_shop_and_the_inbox_are_reached_and_rasas_own_routes_are_not(front: Proxy) -> None:
    status = {
        path: requests.get(front.url + path, verify=front.trusted, timeout=60).status_code
        for path in ("/", "/inbox/log-in", "/webhooks/rest/", "/model", "/version", "/health", "/ready")
    }
    assert status == {"/": 200, "/inbox/log-in": 200} | dict.fromkeys(
        ("/webhooks/rest/", "/model", "/version", "/health", "/ready"), 404
    )


def test_a_request_of_two_lengths_never_gets_to_rasa(front: Proxy) -> None:
    head = b"POST /webhooks/website/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 50\r\n\r\n{}"
    assert raw(front, head).startswith(b"HTTP/1.1 400")


def test_an_upload_that_is_too_large_ends_at_the_proxy(front: Proxy) -> None:
    head = b"POST /webhooks/website/attachments HTTP/1.1\r\nHost: x\r\nContent-Length: 99000000\r\n\r\n"
    assert raw(front, head).startswith(b"HTTP/1.1 413")


def test_a_message_is_taken_while_the_assistant_is_dead_and_answered_after_its_restart(
    shopper: Shopper, running: MakeRun
) -> None:
    shopper.ask("hello")
    [assistant] = [
        p for p in psutil.Process(running.process.pid).children() if "parcelbot.assistant_server" in p.cmdline()
    ]
    assistant.kill()
    wait_for(running.said, "rasa ended (killed by SIGKILL)")
    sent = shopper.send("where is my parcel")
    assert sent.status_code == 202
    hears_at_last(shopper, "tracking number", sent.json()["seq"])


def hears_at_last(shopper: Shopper, words: str, after: int) -> None:
    """Wait for words after a seq, however long the assistant is away; an apology may come before."""
    deadline = time.monotonic() + _LIMIT_S
    said = shopper.messages(after)
    while words not in " ".join(message["text"] for message in said):
        assert time.monotonic() < deadline, said
        time.sleep(0.5)
        said = shopper.messages(after)


def test_a_flood_from_one_address_ends_at_the_proxy(front: Proxy) -> None:
    url = f"{front.url}/webhooks/website/messages"
    with requests.Session() as flood, ThreadPoolExecutor(16) as many:
        asked = [many.submit(flood.get, url, verify=front.trusted, timeout=60) for _ in range(1000)]
        assert {answer.result().status_code for answer in asked} == {401, 429}
