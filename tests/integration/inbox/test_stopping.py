"""The web process told to stop answers what was asked before it ends."""

from __future__ import annotations

import re
import signal
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import requests

from tests.support.stack import Stack

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def test_a_form_that_is_being_written_is_answered_before_the_process_ends(tmp_path: Path) -> None:
    with Stack(tmp_path, names=("web",)) as running:
        page, agent = f"{running.url('web')}/inbox/log-in", requests.Session()
        token = _TOKEN.findall(agent.get(page, timeout=60).text)[0]
        form = {"csrf_token": token, "email": "nobody@shop.example", "password": "not the one"}
        answers: list[int] = []
        asking = threading.Thread(
            target=lambda: answers.append(agent.post(page, data=form, timeout=60).status_code), daemon=True
        )
        [database] = tmp_path.rglob("parcelbot.db")
        with closing(sqlite3.connect(database, isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            asking.start()
            time.sleep(1)
            running.processes["web"].send_signal(signal.SIGTERM)
            time.sleep(1)
            writer.execute("ROLLBACK")
        asking.join(60)
        assert answers
        assert answers[0] < 500
        assert running.processes["web"].wait(60) == 0
