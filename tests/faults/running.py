"""One run: faults one after the other while shoppers write, and what came of it."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import quantiles

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.store.schema.engine import open_engine
from tests.faults.house import WEB, WORKER, House, house
from tests.faults.judging import broken_promises, waiting
from tests.faults.kinds import Kind, kinds_for, some_of
from tests.faults.office import Cases, broken_copies, undelivered
from tests.faults.shoppers import Crowd

FIRST_WORD_S, RECOVERY_S = 8.0, 15.0
_RECOVERY_LIMIT_S = 180.0
_LOOK_S = 0.2
#: Of two faults at once the second begins so much later at most.
_APART_S = 1.0
#: Nobody writes any more; what waits now has to be answered.
_AFTERWARDS_S = 180.0
#: A destination that has failed three times is left alone for half a minute, and then for a whole one.
_DELIVERED_S = 240.0
#: A fault can still be the cause so long after it began.
_BEFORE_S = 20.0


@dataclass
class Outcome:
    """What a run showed.

    `recoveries_s` are, by kind of fault, seconds until what waited at its end was answered; `began` has each fault with
    its time on the monotonic clock. `late` are first words, `unexplained` those of them with no fault near.
    """

    faults: Counter[str] = field(default_factory=Counter)
    recoveries_s: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    waits_s: list[float] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    began: list[tuple[float, str]] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    conversations: int = 0
    cases: int = 0

    @property
    def slow_recoveries(self) -> list[str]:
        """Kinds and seconds of the faults after which it took too long."""
        return [
            f"{kind}: {took_s:.0f} s"
            for kind, all_s in self.recoveries_s.items()
            for took_s in all_s
            if took_s > RECOVERY_S
        ]

    def text(self) -> str:
        """The run as a table."""
        wide = max(26, *(len(kind) + 1 for kind in self.faults))
        lines = [f"{'fault':{wide}}{'times':>6}{'recovery s, p50':>17}{'max':>7}"]
        for kind, times in sorted(self.faults.items()):
            took_s = sorted(self.recoveries_s[kind])
            lines.append(f"{kind:{wide}}{times:6}{took_s[len(took_s) // 2]:17.1f}{took_s[-1]:7.1f}")
        ranks = quantiles(self.waits_s, n=100, method="inclusive")
        lines.append(
            f"{sum(self.faults.values())} faults, {self.conversations} conversations, {len(self.waits_s)} messages, "
            f"{self.cases} cases; "
            f"first word {ranks[49]:.1f} s (p50), {ranks[94]:.1f} s (p95), {max(self.waits_s):.1f} s at worst; "
            f"{len(self.late)} over {FIRST_WORD_S:.0f} s, {len(self.unexplained)} of them with no fault near; "
            f"{len(self.slow_recoveries)} recoveries over {RECOVERY_S:.0f} s; {len(self.broken)} promises broken"
        )
        return "\n".join([*lines, *self.broken, *self.slow_recoveries, *self.late])


@dataclass(frozen=True)
class Plan:
    """A run as it is wanted: on which database, how many faults and shoppers, chosen by which seed.

    With the `trained` assistant, or with one that obeys; perhaps behind nginx, and with so many faults `at_once`.
    """

    backend: str
    faults: int
    seed: int
    shoppers: int
    trained: bool
    behind_nginx: bool = False
    at_once: int = 1


def run(folder: Path, plan: Plan, say: Callable[[str], None]) -> Outcome:
    """Break so many things; `say` gets a line for each."""
    outcome = Outcome()
    with house(folder, plan.backend, plan.trained, plan.behind_nginx) as built:
        engine = open_engine(built.database_url)
        crowd = Crowd(built.chat_url, plan.shoppers, plan.seed, plan.trained, built.trusted)
        cases = Cases(engine)
        with crowd, cases:
            for number in range(plan.faults):
                say(f"{number + 1:4} {_next_fault(built, engine, plan, outcome)}")
        _wait_until(lambda: not waiting(engine), _AFTERWARDS_S)
        _wait_until(lambda: not undelivered(engine), _DELIVERED_S)
        _look_at(crowd, outcome)
        outcome.cases = len(cases.opened)
        outcome.broken += broken_promises(engine, crowd.conversations)
        outcome.broken += broken_copies(engine, built.office, cases.opened)
        engine.dispose()
    return outcome


def _next_fault(built: House, engine: Engine, plan: Plan, outcome: Outcome) -> str:
    """Choose by the seed what comes next and let it happen; gives it in a line."""
    random = Random(f"{plan.seed} {len(outcome.began)}")
    kinds = some_of(kinds_for(built), plan.at_once, random)
    name = " + ".join(kind.name for kind in kinds)
    began_s = time.monotonic()
    outcome.began.append((began_s, name))
    took_s = _one(built, engine, kinds, random)
    outcome.faults[name] += 1
    outcome.recoveries_s[name].append(took_s)
    lasted_s = time.monotonic() - began_s - took_s
    return f"{name:26}{lasted_s:6.1f} s, recovered in {took_s:5.1f} s"


def _one(built: House, engine: Engine, kinds: list[Kind], random: Random) -> float:
    """Let one fault, or some at once, happen; the seconds until what waited then is answered and all parts are well."""
    with ExitStack() as happening:
        for kind in kinds:
            if kind is not kinds[0]:
                time.sleep(random.uniform(0, _APART_S))
            happening.enter_context(kind.fault(built, random))
        time.sleep(max(random.uniform(kind.shortest_s, kind.longest_s) for kind in kinds))
    left: set[tuple[str, int]] | None = None
    ended_s = time.monotonic()

    def recovered() -> bool:
        nonlocal left
        now = waiting(engine)
        left = now if left is None else left & now
        return not left and all(map(built.is_well, (WEB, WORKER)))

    _wait_until(recovered, _RECOVERY_LIMIT_S)
    took_s = time.monotonic() - ended_s
    time.sleep(random.uniform(0, 0.5))
    return took_s


def _wait_until(done: Callable[[], bool], limit_s: float) -> None:
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        with suppress(SQLAlchemyError):
            if done():
                return
        time.sleep(_LOOK_S)


def _look_at(crowd: Crowd, outcome: Outcome) -> None:
    outcome.conversations = len(crowd.conversations)
    for talk in crowd.conversations:
        for seq, wait_s in talk.waits_s().items():
            outcome.waits_s.append(wait_s)
            if wait_s > FIRST_WORD_S:
                near = faults_near(outcome, talk.began[seq], wait_s)
                told = f"{talk.id}: message {seq} heard nothing for {wait_s:.1f} s ({near or 'no fault near'})"
                outcome.late.append(told)
                outcome.unexplained += [] if near else [told]


def faults_near(outcome: Outcome, asked_s: float, wait_s: float) -> str:
    """Name the faults that began shortly before a message or while it waited, in seconds from its sending."""
    near = [(at - asked_s, name) for at, name in outcome.began if -_BEFORE_S < at - asked_s < wait_s]
    return ", ".join(f"{name} at {at:+.1f} s" for at, name in near)
