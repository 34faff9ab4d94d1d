"""Fixtures of the inbox's browser tests: an office with a morning's work for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.handover.agents import Agent
from tests.browser import stage
from tests.support.office import ANA, BEN, PASSWORD, Office
from tests.support.seeded_office import seeded, served

Enter = Callable[..., Any]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = seeded(tmp_path)
    yield office
    office.close()


@pytest.fixture
def inbox(office: Office) -> Iterator[str]:
    """The inbox's address."""
    with served(office) as url:
        yield f"{url}/inbox"


@pytest.fixture
def enter(chromium: Any, inbox: str) -> Iterator[Enter]:
    """Opens a browser of its own for an agent and logs in; gives the page, on the queue."""
    contexts, refused = [], []

    def log_in(agent: Agent = ANA, **device: Any) -> Any:
        context = chromium.new_context(**{**stage.desktop_context(), "reduced_motion": "reduce", **device})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: refused.append(str(error)))
        page.on("console", lambda message: "Policy" in message.text and refused.append(message.text))
        page.goto(f"{inbox}/log-in")
        page.get_by_label("E-mail").fill(agent.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("**/inbox/")
        return page

    yield log_in
    for context in contexts:
        context.close()
    assert refused == []


@pytest.fixture
def ana(enter: Enter) -> Any:
    return enter(ANA)


@pytest.fixture
def ben(enter: Enter) -> Any:
    return enter(BEN)


@pytest.fixture
def case(office: Office, inbox: str) -> str:
    """The address of the long case, which nobody has taken."""
    reference = office.desk.search("Is anybody there", ANA).lines[0].ticket.reference
    return f"{inbox}/tickets/{reference}"
