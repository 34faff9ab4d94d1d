"""The worker as it runs: killed in the middle of a delivery, stopped, asked how it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

from parcelbot.core.outgoing.deliveries import DeliveryState
from parcelbot.store.schema.engine import create_tables, open_engine
from tests.integration.outbox.post import Postbox, serving
from tests.integration.outbox.process import WorkerProcess
from tests.integration.outbox.world import CASE, Clock, World
from tests.support.vendors.server import Fault
from tests.support.vendors.zendesk import EMAIL, TOKEN, ZendeskServer


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/parcelbot.db"


@pytest.fixture
def world(url: str) -> Iterator[World]:
    engine = open_engine(url)
    create_tables(engine)
    yield World(engine, Clock(datetime.now(timezone.utc)))
    engine.dispose()


@pytest.fixture
def zendesk() -> Iterator[ZendeskServer]:
    server = ZendeskServer()
    yield server
    server.stop()


@pytest.fixture
def worker(tmp_path: Path, url: str, zendesk: ZendeskServer) -> Iterator[WorkerProcess]:
    environment = {
        "DATABASE_URL": url,
        "HELPDESK": "zendesk",
        "ZENDESK_URL": zendesk.url,
        "ZENDESK_EMAIL": EMAIL,
        "ZENDESK_TOKEN": TOKEN,
        "OUTBOX_LEASE_S": "1",
        "CONVERSATIONS_DB": str(tmp_path / "conversations.db"),
        "ATTACHMENTS_DIR": str(tmp_path / "attachments"),
    }
    process = WorkerProcess(tmp_path, environment)
    yield process
    process.close()


def delivered(world: World, count: int) -> bool:
    return world.outbox.counts()[DeliveryState.DELIVERED] == count


def test_a_case_that_was_being_delivered_when_the_worker_was_killed_arrives_once(
    world: World, zendesk: ZendeskServer, worker: WorkerProcess
) -> None:
    world.open(said=("it isn't here",), email="anna@example.com")
    zendesk.faults.switch(Fault.AFTER_TIMEOUT)
    worker.start()
    worker.wait_until(lambda: zendesk.tickets, "the ticket is stored at the helpdesk, which has not answered yet")
    worker.kill()
    zendesk.faults.off()
    worker.start()
    worker.wait_until(lambda: delivered(world, 1), "the case is delivered")
    assert [ticket["external_id"] for ticket in zendesk.tickets.values()] == [CASE]
    [ticket] = zendesk.tickets.values()
    assert world.outbox.remote_id("zendesk", CASE) == str(ticket["id"])


def test_lines_said_while_the_worker_was_dead_arrive_once_and_in_order(
    world: World, zendesk: ZendeskServer, worker: WorkerProcess
) -> None:
    world.open(said=("it isn't here",), email="anna@example.com")
    worker.start()
    worker.wait_until(lambda: delivered(world, 1), "the case is delivered")
    [ticket] = zendesk.tickets.values()
    before = len(ticket["comments"])
    zendesk.faults.switch(Fault.AFTER_TIMEOUT)
    world.says("line 1")
    worker.wait_until(lambda: len(ticket["comments"]) > before, "the line is stored at the helpdesk")
    worker.kill()
    zendesk.faults.off()
    world.says("line 2")
    world.says("line 3")
    worker.start()
    worker.wait_until(lambda: delivered(world, 4), "all lines are delivered")
    told = [comment["html_body"] for comment in ticket["comments"][before:]]
    assert [next(f"line {n}" for n in (1, 2, 3) if f"line {n}" in words) for words in told] == [
        "line 1",
        "line 2",
        "line 3",
    ]


def test_a_worker_that_is_asked_to_stop_finishes_what_it_is_at(
    world: World, zendesk: ZendeskServer, worker: WorkerProcess
) -> None:
    worker.start()
    worker.wait_until(lambda: worker.health() == 200, "the worker is well")
    assert worker.ask_to_stop() == 0
    world.open()
    assert world.outbox.counts()[DeliveryState.WAITING] == 1


def test_a_worker_with_settings_that_make_no_sense_says_so_in_one_sentence(
    worker: WorkerProcess, tmp_path: Path
) -> None:
    worker.environment.update(HELPDESK="email", SMTP_URL="smtp://kossr:s3cret@m.example?tls=none")
    worker.start()
    assert worker.process is not None
    assert worker.process.wait(timeout=90) == 1
    assert worker.log == "The worker cannot start: HELPDESK=email needs SMTP_URL and SUPPORT_MAILBOX\n"


def test_a_mail_that_was_taken_when_the_worker_was_killed_is_recognised_when_it_comes_again(
    world: World, worker: WorkerProcess
) -> None:
    postbox = Postbox(["stall"])
    with serving(postbox) as server:
        worker.environment.update(
            HELPDESK="email",
            SMTP_URL=f"smtp://127.0.0.1:{server.port}",
            MAIL_FROM="help@kossr.example",
            SUPPORT_MAILBOX="support@kossr.example",
        )
        world.open(destinations=("email",))
        worker.start()
        worker.wait_until(lambda: postbox.mails, "the mail is taken, and the server has not said so yet")
        worker.kill()
        worker.start()
        worker.wait_until(lambda: delivered(world, 1), "the case is delivered")
    assert [mail["Message-ID"] for mail in postbox.mails] == [postbox.mails[0]["Message-ID"]] * 2
