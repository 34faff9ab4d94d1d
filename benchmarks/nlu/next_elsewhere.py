"""Tell how well next messages in other languages are understood: `python -m benchmarks.nlu.next_elsewhere` (a minute).

For each language: how many second questions are named first by the model alone, and weighed by the moment they were
written for, as the dialogue does it; and of how many that are certain how many are right.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent

from parcelbot.core.answering.memory import FollowUp
from parcelbot.core.answering.next_messages import NextMessages
from parcelbot.core.dialogue.hearing.own_question import CERTAIN
from parcelbot.core.dialogue.questions.asked_there import weighed
from parcelbot.knowledge.next_messages import read_moments
from parcelbot.knowledge.second_questions import read_follow_ups
from parcelbot.rasa_plugins.nlu.follow_up_classifier import FOLLOW_UPS
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.written_files import read_yaml

HELD_OUT = Path("tests/nlu/heldout_next_messages_elsewhere.yml")
_MODEL = "models/parcelbot.tar.gz"


@dataclass(frozen=True)
class SaidElsewhere:
    """A held-out message, all that may be meant by it, and the moment that it was written for."""

    language: str
    text: str
    kinds: frozenset[str]
    after: str


@dataclass(frozen=True)
class Found:
    """What a message was taken for, likeliest first: by the model alone, and weighed by its moment."""

    said: SaidElsewhere
    alone: Sequence[FollowUp]
    weighed: Sequence[FollowUp]

    def is_right(self, found: Sequence[FollowUp]) -> bool:
        """Tell whether the likeliest is meant."""
        return bool(found) and found[0].name in self.said.kinds

    @property
    def is_certain(self) -> bool:
        """Tell whether the dialogue answers it before other rules."""
        return bool(self.weighed) and self.weighed[0].belief >= CERTAIN


def main() -> None:
    """Ask the model that is shipped, and print a line for each language and one for all."""
    messages = read_said_elsewhere()
    agent = Agent.load(_MODEL)
    found = weighed_by_moment(messages, asyncio.run(_parsed(agent, [message.text for message in messages])))
    for language in dict.fromkeys(message.language for message in messages):
        print(line(language, [one for one in found if one.said.language == language]))
    print(line("all", found))


def read_said_elsewhere() -> Sequence[SaidElsewhere]:
    """Read the held-out messages that ask a second question."""
    seconds = {example.value for example in read_follow_ups(KNOWLEDGE_FOLDER)}
    messages = (
        SaidElsewhere(one["language"], one["text"], frozenset(one["kinds"]), one["after"])
        for one in read_yaml(HELD_OUT)["messages"]
    )
    return [message for message in messages if seconds & message.kinds]


def weighed_by_moment(messages: Sequence[SaidElsewhere], parsed: Sequence[Mapping[str, Any]]) -> Sequence[Found]:
    """Weigh what the model made of each message by its moment."""
    moments = read_moments(KNOWLEDGE_FOLDER)
    known = NextMessages(tuple(moments.values()))
    alone = [[FollowUp(one["name"], one["confidence"]) for one in found.get(FOLLOW_UPS) or ()] for found in parsed]
    return [
        Found(message, found, weighed(found, [moments[message.after]], known))
        for message, found in zip(messages, alone, strict=True)
    ]


def line(language: str, found: Sequence[Found]) -> str:
    """Give one language's figures, or all languages', as a line."""
    alone = sum(one.is_right(one.alone) for one in found)
    in_moment = sum(one.is_right(one.weighed) for one in found)
    certain = [one.is_right(one.weighed) for one in found if one.is_certain]
    return (
        f"{language:4}{len(found):4} second questions: {alone} named first by the model alone, "
        f"{in_moment} weighed by the moment; {sum(certain)} right of {len(certain)} certain ones"
    )


async def _parsed(agent: Agent, texts: Sequence[str]) -> list[dict[str, Any]]:
    return [await agent.parse_message(text) for text in texts]


if __name__ == "__main__":
    main()
