"""Make messages with two questions out of two that have one: otherwise there are few of them to learn from."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_SEED = 11
_FULL_STOPS = " .?!"
#: Bridges from one question to the next as people write them, or none.
_BRIDGES = (
    ". ", ". ", ", ", " and also ", ". also ", ", also ", " plus ", "? ", " and ", ". another question: ", ", and ",
    " btw ", "! ", " ",
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Text made of the examples number `first` and `second`."""

    text: str
    first: int
    second: int


def pairs(texts: Sequence[str], intents: Sequence[str], count: int, seed: int = _SEED) -> list[Pair]:
    """Make `count` pairs of examples with different intents, every intent as often; always the same ones.

    Empty when there are not two intents.
    """
    by_intent: dict[str, list[int]] = defaultdict(list)
    for index, intent in enumerate(intents):
        by_intent[intent].append(index)
    if len(by_intent) < 2:
        return []
    dice = random.Random(seed)
    return [_pair(texts, *_two(by_intent, dice), dice) for _ in range(count)]


def _two(by_intent: dict[str, list[int]], dice: random.Random) -> tuple[int, int]:
    first, second = dice.sample(sorted(by_intent), 2)
    return dice.choice(by_intent[first]), dice.choice(by_intent[second])


def _pair(texts: Sequence[str], first: int, second: int, dice: random.Random) -> Pair:
    told = texts[first].rstrip(_FULL_STOPS) if dice.random() < 0.5 else texts[first]
    return Pair(told + dice.choice(_BRIDGES) + texts[second], first, second)
