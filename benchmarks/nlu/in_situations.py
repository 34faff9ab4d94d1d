"""Play held-out next messages where their parcels stand: how many second questions are answered as they were meant.

`python -m benchmarks.nlu.in_situations` (a minute) starts the whole assistant with the trained model. What the model
named first is told beside what was answered: the difference is what the plan makes of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests
import yaml

from parcelbot.knowledge.second_questions import read_follow_ups
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.written_files import read_yaml
from tests.support.stack import Stack

_HELD_OUT = Path("tests/nlu")
_AT_ONCE = 3
_LIMIT_S = 60
#: The provider answers as fast as it is asked, and keeps what it said.
_ENV = {"TRACKING_TTL_S": "86400", "TRACKING_RATE_PER_S": "200"}
_OF_SECOND_QUESTIONS = "follow_ups/"
_ANSWERED = ("answered as meant", "as another second question", "as something else")


@dataclass(frozen=True)
class Play:
    """A held-out message, the situation that it is written in, and what may be meant by it."""

    number: int
    text: str
    kinds: frozenset[str]
    situation: Mapping[str, Any]

    @property
    def parcels(self) -> Mapping[str, Mapping[str, Any]]:
        """The parcels of the situation by their numbers, which no other play has."""
        states = [self.situation[name] for name in ("parcel", "second_parcel") if name in self.situation]
        return {f"YT26{self.number:012d}{place:02d}": state for place, state in enumerate(states)}

    @property
    def order(self) -> dict[str, Any]:
        """The order as the demo's directory has it."""
        channel = self.situation.get("sales_channel", "shop")
        return {
            **self._keys,
            "sales_channel": channel,
            "placed": "34d",
            "parcels": [*self.parcels],
            "destination": "GB",
        }

    @property
    def turns(self) -> Iterator[str]:
        """What was said before the message, and the message."""
        number = next(iter(self.parcels), "")
        for turn in self.situation["turns"]:
            yield turn.format(n=number, o=self._keys["order_number"], e=self._keys["email"])
        yield self.text

    @property
    def _keys(self) -> dict[str, str]:
        return {"order_number": str(20_000 + self.number), "email": f"shopper{self.number}@example.com"}


def main() -> None:
    """Play all messages, and print how many were named and answered as they were meant."""
    plays = read_plays()
    with TemporaryDirectory() as folder:
        orders = Path(folder) / "orders.yml"
        orders.write_text(yaml.safe_dump({"orders": [play.order for play in plays if play.parcels]}), encoding="utf-8")
        with Stack(Path(folder), {**_ENV, "DEMO_ORDERS": str(orders)}) as stack, ThreadPoolExecutor(_AT_ONCE) as pool:
            counts = Counter(pool.map(lambda play: _outcome(stack, play), plays))
    named = sum(count for (is_named, _), count in counts.items() if is_named)
    print(f"Second questions in situations: {named} of {len(plays)} named first by the model, ", end="")
    answers = (f"{sum(counts[is_named, what] for is_named in (True, False))} {what}" for what in _ANSWERED)
    print(", ".join(answers))


def read_plays() -> Sequence[Play]:
    """Read the held-out messages that ask a second question, in those moments that have a situation."""
    seconds = {phrase.value for phrase in read_follow_ups(KNOWLEDGE_FOLDER)}
    situations = read_yaml(_HELD_OUT / "situations.yml")
    moments = enumerate(read_yaml(_HELD_OUT / "heldout_next_messages.yml")["moments"], 1)
    said = ((situations[place], one) for place, moment in moments if place in situations for one in moment["next"])
    asked = ((situation, one) for situation, one in said if seconds.intersection(one["kinds"]))
    return [
        Play(number, one["text"], frozenset(one["kinds"]), situation)
        for number, (situation, one) in enumerate(asked, 1)
    ]


def _outcome(stack: Stack, play: Play) -> tuple[bool, str]:
    """Play one message; tell whether the model named what it means first, and what was answered."""
    for number, state in play.parcels.items():
        parcel = {"number": number, "carrier": "YunExpress", "origin": "CN", "destination": "GB", **state}
        _posted(f"{stack.url('sandbox')}/sandbox/shipments", parcel)
    sender = f"play-{play.number}"
    for text in play.turns:
        _posted(f"{stack.url('rasa')}/webhooks/rest/webhook", {"sender": sender, "message": text})
    tracker = requests.get(f"{stack.url('rasa')}/conversations/{sender}/tracker", timeout=_LIMIT_S).json()
    likeliest = next(iter(tracker["latest_message"].get("follow_ups") or []), {"name": ""})["name"]
    return likeliest in play.kinds, _answered(tracker["slots"].get("dialogue") or {}, play.kinds)


def _answered(dialogue: Mapping[str, Any], kinds: frozenset[str]) -> str:
    if not str(dialogue.get("row", "")).startswith(_OF_SECOND_QUESTIONS):
        return _ANSWERED[2]
    return _ANSWERED[0] if dialogue["second"] in kinds else _ANSWERED[1]


def _posted(url: str, body: Mapping[str, Any]) -> None:
    requests.post(url, json=body, timeout=_LIMIT_S).raise_for_status()


if __name__ == "__main__":
    main()
