"""`make bench`, `python -m benchmarks.turns [part …] [--rounds N] [--turns N]`: what a shopper's turn costs.

Our assistant as `make run` starts it (SQLite, look-up cached), Rasa's starter and a floor (keywords, no action)
run at the same time on this machine and are driven in turns by the same client. Ratios are to the starter's turn
of the same round, with the smallest and largest of all rounds: the machine's speed of the moment cancels out.
Where something grows the measure is CPU, which other work on the machine disturbs least. The parts, all unless
some are named: turns, long (one conversation), stored (messages in the database), streams (pages that listen),
full (shoppers who write at once, one assistant and two, and through the front), fair (fifty shoppers beside one who
floods, with the limits that are shipped), around (decisions of the core, the widget's bytes, set-up and training).
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import requests

from benchmarks.turns import assistants, crowds
from benchmarks.turns.around import around
from benchmarks.turns.fairness import fairness
from benchmarks.turns.growth import LENGTHS, Growth, print_growth, print_lengths
from benchmarks.turns.kinds import HEAD, OUR_TALK, STARTER_TALK, Kind, all_kinds, measure_in_turns
from benchmarks.turns.saturation import saturated_front
from benchmarks.turns.stored import filled, on_disk_mb
from tests.support import postgresql

_PARTS = ("turns", "long", "stored", "streams", "full", "fair", "around")
_STORED = (100, 10_000, 1_000_000)
_STREAMS = (1, 50, 500, 2000)
_WRITERS = 8


def main() -> None:
    """Start what is compared, measure part by part, print."""
    options = _options()
    if "around" in options.parts:
        print("\n".join(around(Path.cwd())), flush=True)
    if options.parts == ["around"]:
        return
    crowds.allow_many_files()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        running = [stack.enter_context(a) for a in (assistants.starter(), assistants.floor(), assistants.ours(folder))]
        http = stack.enter_context(requests.Session())
        if "turns" in options.parts:
            running += _on_postgresql(stack, folder)
        uncached = _uncached(stack, folder) if "turns" in options.parts else []
        kinds = all_kinds(*running, uncached=uncached)
        by_name = {kind.name: kind for kind in kinds}
        measure_in_turns(kinds, http, options.rounds if "turns" in options.parts else 1, options.turns)
        if "turns" in options.parts:
            _print_turns(kinds)
        if "long" in options.parts:
            print_lengths(http, [by_name[name] for name in ("starter", "floor", "ours: four turns")], LENGTHS[-1])
        _print_growth(http, by_name["ours: through the front"], folder, options)
        if "full" in options.parts:
            _print_full(running[0], running[2], folder, options.rounds)
        if "fair" in options.parts:
            with assistants.ours_as_shipped(_made(folder / "fair")) as shipped:
                print(f"\n{'fifty beside one who floods':30}{fairness(shipped.front_url)}")
        if "full" in options.parts:
            through = saturated_front(running[2], _WRITERS, options.rounds * _WRITERS)
            print(f"{'ours, through the front':30}{through}")


def _on_postgresql(stack: ExitStack, folder: Path) -> list[assistants.Running]:
    """Start ours with a PostgreSQL server; [] where none is installed."""
    if missing := postgresql.why_not():
        print(f"without PostgreSQL: {missing}")
        return []
    return [stack.enter_context(assistants.ours_on_postgresql(_made(folder / "postgresql")))]


def _uncached(stack: ExitStack, folder: Path) -> list[assistants.Running]:
    return [stack.enter_context(assistants.ours_without_cache(_made(folder / "uncached")))]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.turns", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(_PARTS)}; all when none is named")
    parser.add_argument("--rounds", type=int, default=7, metavar="N")
    parser.add_argument("--turns", type=int, default=12, metavar="N", help="of each kind in each round")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(_PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    options.parts = options.parts or _PARTS
    return options


def _print_turns(kinds: list[Kind]) -> None:
    print(HEAD)
    for kind in kinds:
        print(kind.line(kinds[0]))
    print(f"\n{'':30}{'start':>10}{'':>14}{'memory of its own':>19}")
    for kind in kinds[:3]:
        print(kind.running.start_line(kind.name.partition(":")[0]))


def _print_growth(http: requests.Session, kind: Kind, folder: Path, options: argparse.Namespace) -> None:
    running = kind.running
    pages = Growth("pages that listen", _STREAMS, partial(crowds.listening, running), running.memory_mb, "MB of memory")
    stored = Growth("messages stored", _STORED, partial(filled, folder), partial(on_disk_mb, folder), "MB on disk")
    for part, growth in (("streams", pages), ("stored", stored)):
        if part in options.parts:
            print_growth(http, kind, growth, options.rounds)


def _print_full(starter: assistants.Running, ours: assistants.Running, folder: Path, rounds: int) -> None:
    print(f"\n{_WRITERS} shoppers who write without a pause")
    with assistants.ours(folder) as second:
        alone, both = ("ours", OUR_TALK, [ours]), ("ours, two assistants", OUR_TALK, [ours, second])
        for name, texts, those in (("starter", STARTER_TALK, [starter]), alone, both):
            print(f"{name:30}{crowds.saturated(those, texts, _WRITERS, rounds * _WRITERS)}")


if __name__ == "__main__":
    main()
