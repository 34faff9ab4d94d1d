"""`python -m benchmarks.eta [--csv FILE] [--seed N]`: how often the estimate of the day of arrival holds.

Every parcel of a history is asked for once, on a random day of its way, with what had been delivered on its lane until
then. Without a file the history is simulated and its truth known, so that the best interval there can be stands beside.
What never arrives is in no history: the figures are of parcels that came.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.eta import simulation
from benchmarks.eta.history_file import read_history
from benchmarks.eta.measure import Asked, Method, Score, Span, ask_all, average, ours, score, whole_way
from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Stage
from parcelbot.core.parcel.usual_arrival import COVERAGE

_STAGES = (Stage.ACCEPTED, Stage.EXPORTED, Stage.CUSTOMS, Stage.ARRIVED, Stage.LAST_MILE)
_NAIVE: dict[str, Method] = {"whole way of the lane": whole_way, "average ± 3 days": average}


def main() -> None:
    """Print a table of methods, then ours by stage and by lane."""
    options = _options()
    history = _real(options.csv) if options.csv else simulation.history(options.seed)
    parcels = list(ask_all(history, options.seed))
    print(f"{len(history)} parcels, {len(parcels)} asked for; {COVERAGE:.0%} is aimed at\n")
    told = {id(asked): ours(asked) for asked in parcels}
    others = _NAIVE if options.csv else {**_NAIVE, "who knows the truth": _best}
    _print_methods(parcels, lambda asked: told[id(asked)], others)
    for title, of in (("stage", _stage), ("lane", _lane)):
        _print_groups(title, parcels, of, lambda asked: told[id(asked)])


def _options() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description="How often the estimate of the day of arrival holds")
    reader.add_argument("--csv", type=Path, help="a history of real parcels (benchmarks/eta/history_file.py says how)")
    reader.add_argument("--seed", type=int, default=1)
    return reader.parse_args()


def _real(path: Path) -> list[Journey]:
    try:
        return read_history(path)
    except (OSError, ValueError) as error:
        sys.exit(f"✗ {path}: {error}")


def _best(asked: Asked) -> Span:
    lane = (asked.journey.origin, asked.journey.destination)
    return simulation.best_span(asked.step, asked.journey.carrier, lane, asked.today, COVERAGE)


def _lane(asked: Asked) -> str:
    return f"{asked.journey.origin}-{asked.journey.destination} {asked.journey.carrier}"


def _stage(asked: Asked) -> str:
    return f"{_STAGES.index(asked.step.stage) + 1} {asked.step.stage.value}"


def _print_methods(parcels: Sequence[Asked], our_own: Method, others: Mapping[str, Method]) -> None:
    answered = [asked for asked in parcels if our_own(asked) is not None]
    print(_HEAD.format("method, where ours answers"))
    print(_line("ours", score(parcels, our_own)))
    for name, method in others.items():
        print(_line(name, score(answered, method)))


def _print_groups(title: str, parcels: Sequence[Asked], of: Callable[[Asked], str], our_own: Method) -> None:
    print("\n" + _HEAD.format(f"ours, by {title}"))
    for name in sorted(set(map(of, parcels))):
        print(_line(name, score([asked for asked in parcels if of(asked) == name], our_own)))


_HEAD = "{:<28} asked  answered   held  came earlier  came later  days"


def _line(name: str, made: Score) -> str:
    answered = made.answered / max(made.asked, 1)
    shares = f"{answered:>8.0%}  {made.held:>6.1%}  {made.too_early:>12.1%}  {made.too_late:>10.1%}"
    return f"{name:<28} {made.asked:>5}  {shares}  {made.days:>4.1f}"


if __name__ == "__main__":
    main()
