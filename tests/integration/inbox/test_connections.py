"""The pages answer while somebody holds connections open and says nothing."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
import requests

from tests.support.stack import Stack

SILENT = 300


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("web"), names=("web",)) as running:
        yield running


def test_half_a_request_from_hundreds_keeps_nobody_out(web: Stack) -> None:
    with ExitStack() as opened:
        for _ in range(SILENT):
            connection = opened.enter_context(socket.create_connection(("127.0.0.1", web.ports["web"])))
            connection.sendall(b"GET /inbox/log-in HTTP/1.1\r\nHost: shop\r\n")
        assert requests.get(f"{web.url('web')}/health", timeout=30).json() == {"status": "ok"}
