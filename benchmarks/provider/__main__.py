"""`python -m benchmarks.provider [--an-hour N] [--parcels N]`: a million live parcels at three calls a second.

Simulates conversations in virtual time: the assistant's own decision whom to ask (`core.parcel.following`), batches
of forty, one limiter, a provider that looks every 3 to 12 hours, pushes, and loses one push in five hundred. Then
measures the real stores on this machine: pushes, their replay, telling a pushed parcel, growth.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from statistics import mean, quantiles

from benchmarks.provider import stores
from benchmarks.provider.queue import Provider
from benchmarks.provider.shoppers import Load, Outcome, Shoppers
from benchmarks.provider.stores import StoreFigures

_GAP_S = 1.05 / 3
#: A push for each scan, three times as many at peak as on average.
_PEAK = 3
_DAY_S = 86_400


def main() -> None:
    """Simulate, measure, print."""
    options = _options()
    load = Load(conversations_an_hour=options.an_hour)
    provider = Provider(_GAP_S)
    print(f"{load.conversations_an_hour:,.0f} conversations an hour about {load.parcels:,} live parcels")
    _print_calls(Shoppers(load, provider).run(), provider)
    print(f"\nstores, {options.parcels:,} parcels (SQLite)")
    _print_stores(stores.measure(options.parcels), load)


def _print_calls(outcome: Outcome, provider: Provider) -> None:
    first = [calls for calls, new in zip(outcome.calls, outcome.new, strict=True) if new]
    known = [calls for calls, new in zip(outcome.calls, outcome.new, strict=True) if not new]
    print(f"calls a conversation: new parcel {mean(first):.2f}, most {max(first)}; pushed {mean(known):.2f}")
    numbers = sum(provider.numbers.values())
    print(
        f"requests: {_busiest(provider.requests)} in the busiest second, "
        f"{numbers / len(provider.requests):.1f} numbers each, a turn is waited for {_spread(provider.waits_s)} s"
    )
    print(f"an answer's look-up: {_spread(outcome.answer_s)} s")
    hours = [age / 3600 for age in outcome.age_s]
    told = sum(outcome.told.values())
    print(f"what is told was looked at by the provider {_spread(hours)} hours ago")
    print(f"no news yet: {outcome.told['pending'] / told:.2%}; the provider knew better: {outcome.behind / told:.3%}")


def _print_stores(figures: StoreFigures, load: Load) -> None:
    pushes_s = load.parcels * load.scans_a_day / _DAY_S * _PEAK
    for name, cost in (("push", figures.push), ("the same again", figures.replay), ("telling", figures.telling)):
        print(f"{name}: {cost.wall_ms:.2f} ms, {cost.cpu_ms:.2f} ms of CPU")
    print(
        f"at peak {pushes_s:.0f} pushes a second: {pushes_s * figures.push.cpu_ms / 10:.0f} % of a core; "
        f"one process takes {1000 / figures.push.wall_ms:.0f} a second"
    )
    print(f"{figures.bytes_a_parcel:,.0f} bytes a parcel, {figures.bytes_a_parcel * load.parcels / 1e9:.1f} GB in all")


def _busiest(moments_s: Sequence[float]) -> int:
    """Count the most requests in any one second."""
    most, first = 0, 0
    for last, moment_s in enumerate(moments_s):
        while moments_s[first] <= moment_s - 1:
            first += 1
        most = max(most, last - first + 1)
    return most


def _spread(values: Sequence[float]) -> str:
    cuts = quantiles(values, n=100)
    return f"{cuts[49]:.2f} (95 %: {cuts[94]:.2f}, most: {max(values):.2f})"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--an-hour", type=float, default=5_000, help="conversations an hour (5,000)")
    parser.add_argument("--parcels", type=int, default=5_000, help="parcels in the stores that are measured (5,000)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
