"""The model that is shipped, as its users meet it: loaded by Rasa, one message after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from rasa.core.agent import Agent

from tests.support.stack import MODEL

Understand = Callable[[Sequence[str]], list[dict[str, Any]]]


@pytest.fixture(scope="package")
def understand() -> Understand:
    """Texts → what the trained model makes of each."""
    agent = Agent.load(str(MODEL))

    async def parsed(texts: Sequence[str]) -> list[dict[str, Any]]:
        return [await agent.parse_message(text) for text in texts]

    return lambda texts: asyncio.run(parsed(texts))
