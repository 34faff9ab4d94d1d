"""Hold the conversations that are compared, and keep what each kind of turn took, round by round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median, quantiles

import requests

from benchmarks.turns.assistants import Running
from benchmarks.turns.shoppers import RestShopper, Shopper, Timing, WebsiteShopper

_PARCEL = "YT2632500000000121"
TRACKING = f"where is {_PARCEL}"
_IN_GERMAN = f"wo ist {_PARCEL}"
STARTER_TALK = ("hello", "I am very sad", "yes", "bye")
OUR_TALK = ("hello", TRACKING, "what does exported mean", "thanks")
FLOOR_TALK = ("hello", "where is my parcel", "what does exported mean", "thanks")

_WARM_UPS = 2

HEAD = (
    f"{'':30}{'first word':>12}{'last word, ms':>20}  {'last, ratio to':20}{'CPU, ratio to':20}\n"
    f"{'':30}{'ms p50':>12}{'p50':>8}{'p95':>6}{'p99':>6}  {'the starter':20}{'the starter':20}CPU ms a turn"
)


@dataclass
class Kind:
    """A kind of turn: whose, said how, the texts of one conversation, and what was measured round by round."""

    name: str
    running: Running
    shopper: Callable[[requests.Session, str], Shopper]
    texts: tuple[str, ...]
    rounds: list[list[Timing]] = field(default_factory=list)
    cpu_s: list[dict[str, float]] = field(default_factory=list)

    def measure(self, http: requests.Session, turns: int) -> None:
        """Hold conversations of at least `turns` turns in all; what they took a turn is one more round."""
        before, took = self.running.cpu_s(), list[Timing]()
        while len(took) < turns:
            took += self.talk(http)
        after = self.running.cpu_s()
        self.rounds.append(took)
        self.cpu_s.append({name: (after[name] - before[name]) / len(took) for name in after})

    def talk(self, http: requests.Session) -> list[Timing]:
        """Hold one conversation; what each turn took."""
        shopper = self.shopper(http, self.running.url)
        return [shopper.says(text) for text in self.texts]

    def line(self, reference: Kind) -> str:
        """This kind's line below HEAD."""
        every = [timing for one_round in self.rounds for timing in one_round]
        first_ms, last_ms = median(t.first_s for t in every) * 1000, [t.last_s * 1000 for t in every]
        p95_ms, p99_ms = (quantiles(last_ms, n=100)[n] for n in (94, 98))
        cpu = " + ".join(f"{median(c[name] for c in self.cpu_s) * 1000:.0f} {name}" for name in self.cpu_s[0])
        latency = spread([a / b for a, b in zip(self._last_s(), reference._last_s(), strict=True)])
        spent = spread([sum(a.values()) / sum(b.values()) for a, b in zip(self.cpu_s, reference.cpu_s, strict=True)])
        figures = f"{first_ms:12.0f}{median(last_ms):8.0f}{p95_ms:6.0f}{p99_ms:6.0f}"
        return f"{self.name:30}{figures}  {latency:20}{spent:20}{cpu}"

    def _last_s(self) -> list[float]:
        return [median(timing.last_s for timing in one_round) for one_round in self.rounds]


def all_kinds(
    starter: Running, floor: Running, ours: Running, *on_postgresql: Running, uncached: Sequence[Running] = ()
) -> list[Kind]:
    """List what is compared; the first is the reference. `uncached` ask the provider at each turn."""
    return [
        Kind("starter", starter, RestShopper, STARTER_TALK),
        Kind("floor", floor, RestShopper, FLOOR_TALK),
        Kind("ours: four turns", ours, RestShopper, OUR_TALK),
        Kind("ours: greeting", ours, RestShopper, ("hello",)),
        Kind("ours: tracking", ours, RestShopper, (TRACKING,)),
        *(Kind("ours: tracking, not cached", one, RestShopper, (TRACKING,)) for one in uncached),
        Kind("ours: tracking, in German", ours, RestShopper, (_IN_GERMAN,)),
        Kind("ours: a wording explained", ours, RestShopper, ("what does exported mean",)),
        Kind("ours: tracking, on the website", ours, WebsiteShopper, (TRACKING,)),
        Kind("ours: through the front", replace(ours, url=ours.front_url), WebsiteShopper, (TRACKING,)),
        Kind("ours: four turns of a page", replace(ours, url=ours.front_url), WebsiteShopper, OUR_TALK),
        *(
            Kind("ours: PostgreSQL, front", replace(on, url=on.front_url), WebsiteShopper, (TRACKING,))
            for on in on_postgresql
        ),
    ]


def measure_in_turns(kinds: Sequence[Kind], http: requests.Session, rounds: int, turns: int) -> None:
    """Warm all up, then measure each in each round; nobody always comes first."""
    for kind in kinds:
        for _ in range(_WARM_UPS):
            kind.talk(http)
    for number in range(rounds):
        first = number % len(kinds)
        for kind in [*kinds[first:], *kinds[:first]]:
            kind.measure(http, turns)


def spread(ratios: Sequence[float]) -> str:
    """Word ratios: their median, the smallest and the largest."""
    return f"{median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
