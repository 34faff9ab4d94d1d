"""`python -m benchmarks.turns [--rounds N] [--turns N] [--long N]`: what a shopper's turn costs, side by side.

Our assistant as `make run` starts it (SQLite, look-up cached), Rasa's starter and a floor (keywords, no action)
run at the same time on this machine and are driven in turns by the same client. One line for each kind of turn:
latency to the last word, CPU of each process, and both as ratios to the starter's turn of the same round, with
the smallest and largest ratio of all rounds. The machine's speed of the moment cancels out in the ratios. Then
how latency grows with the length of one conversation.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import requests

from benchmarks.turns import assistants
from benchmarks.turns.assistants import Running
from benchmarks.turns.shoppers import RestShopper, Shopper, WebsiteShopper

_PARCEL = "YT2632500000000121"
_TRACKING = f"where is {_PARCEL}"
_STARTER_TALK = ("hello", "I am very sad", "yes", "bye")
_OUR_TALK = ("hello", _TRACKING, "what does exported mean", "thanks")
_FLOOR_TALK = ("hello", "where is my parcel", "what does exported mean", "thanks")

_LENGTHS = (5, 50, 200, 500)
_WARM_UPS = 2


@dataclass
class Kind:
    """A kind of turn: whose, said how, the texts of one conversation, and what was measured round by round."""

    name: str
    running: Running
    shopper: Callable[[requests.Session, str], Shopper]
    texts: tuple[str, ...]
    latency_s: list[list[float]] = field(default_factory=list)
    cpu_s: list[dict[str, float]] = field(default_factory=list)

    def measure(self, http: requests.Session, turns: int) -> None:
        """Hold conversations of at least `turns` turns in all; latencies and CPU a turn are one more round."""
        before, latency_s = self.running.cpu_s(), []
        while len(latency_s) < turns:
            latency_s += self.talk(http)
        after = self.running.cpu_s()
        self.latency_s.append(latency_s)
        self.cpu_s.append({name: (after[name] - before[name]) / len(latency_s) for name in after})

    def talk(self, http: requests.Session) -> list[float]:
        """Hold one conversation; the latency of each turn."""
        shopper = self.shopper(http, self.running.url)
        return [shopper.says(text) for text in self.texts]

    def line(self, reference: Kind) -> str:
        """This kind's line of the table."""
        all_ms = [s * 1000 for one_round in self.latency_s for s in one_round]
        p95_ms = quantiles(all_ms, n=20)[-1]
        cpu = " + ".join(f"{median(c[name] for c in self.cpu_s) * 1000:.0f} {name}" for name in self.cpu_s[0])
        latency = _spread([median(a) / median(b) for a, b in zip(self.latency_s, reference.latency_s, strict=True)])
        spent = [sum(a.values()) / sum(b.values()) for a, b in zip(self.cpu_s, reference.cpu_s, strict=True)]
        return f"{self.name:30}{median(all_ms):6.0f} {p95_ms:6.0f}  {latency:20}{_spread(spent):20}{cpu}"


def main() -> None:
    """Start all assistants, measure in rounds, print."""
    options = _options()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        running = [stack.enter_context(a) for a in (assistants.starter(), assistants.floor(), assistants.ours(folder))]
        http = stack.enter_context(requests.Session())
        kinds = _kinds(*running)
        _measure(kinds, http, options.rounds, options.turns)
        print(f"{'':30}{'ms p50':>6} {'p95':>6}  {'ratio to starter':20}{'CPU, ratio':20}CPU ms a turn")
        for kind in kinds:
            print(kind.line(kinds[0]))
        if options.long:
            _print_growth(http, options.long, {kind.name: kind for kind in kinds})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.turns", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, metavar="N")
    parser.add_argument("--turns", type=int, default=12, metavar="N", help="of each kind in each round")
    parser.add_argument("--long", type=int, default=200, metavar="N", help="turns of the long conversation, 0 for none")
    return parser.parse_args()


def _kinds(starter: Running, floor: Running, ours: Running) -> list[Kind]:
    return [
        Kind("starter", starter, RestShopper, _STARTER_TALK),
        Kind("floor", floor, RestShopper, _FLOOR_TALK),
        Kind("ours: four turns", ours, RestShopper, _OUR_TALK),
        Kind("ours: greeting", ours, RestShopper, ("hello",)),
        Kind("ours: tracking", ours, RestShopper, (_TRACKING,)),
        Kind("ours: a wording explained", ours, RestShopper, ("what does exported mean",)),
        Kind("ours: tracking, on the website", ours, WebsiteShopper, (_TRACKING,)),
    ]


def _measure(kinds: list[Kind], http: requests.Session, rounds: int, turns: int) -> None:
    for kind in kinds:
        for _ in range(_WARM_UPS):
            kind.talk(http)
    for number in range(rounds):
        # nobody always comes first
        for kind in kinds[number % len(kinds) :] + kinds[: number % len(kinds)]:
            kind.measure(http, turns)


def _print_growth(http: requests.Session, turns: int, kinds: dict[str, Kind]) -> None:
    """The median latency of the four turns that end with the 5th, 50th … of one conversation, against the first."""
    lengths = [n for n in _LENGTHS if n <= turns]
    print(f"\n{'ms at turn':30}" + "".join(f"{n:6}" for n in lengths))
    for name in ("starter", "floor", "ours: four turns"):
        kind = kinds[name]
        shopper = kind.shopper(http, kind.running.url)
        took_s = [shopper.says(kind.texts[n % len(kind.texts)]) for n in range(turns)]
        print(f"{name:30}" + "".join(f"{median(took_s[n - 4 : n]) * 1000:6.0f}" for n in lengths))


def _spread(ratios: list[float]) -> str:
    return f"{median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


if __name__ == "__main__":
    main()
