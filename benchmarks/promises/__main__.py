"""`python -m benchmarks.promises [--parcels N] [--seed N]`: how many promises to write are kept, and who comes again.

A shop of simulated shoppers and parcels, over six weeks of its own time: pushes come up to an hour late and often
twice, the worker is away for some minutes each day and once for an hour. What is written, when and how often, is
measured on the real tables, stores and watcher. How shoppers behave is assumed (`shop.py` says what), so the share of
them who come again shows the mechanism, not the world.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.engine import Engine

from benchmarks.promises.parcels import parcels
from benchmarks.promises.shop import AGREE, LOOK_ALL_THE_SAME, SimulatedShop, Visits
from parcelbot.bootstrap.services import build_services
from parcelbot.bootstrap.watching import waited_in
from parcelbot.settings.shared import read_settings
from parcelbot.store.schema.engine import create_tables, open_engine
from parcelbot.store.watching.tables import watch_events, watches

BEGINS = datetime(2026, 9, 7, 8, tzinfo=timezone.utc)
WEEKS = 6
KEPT_WITHIN = timedelta(minutes=10)


def main() -> None:
    """Run the shop and print what came of its promises."""
    reader = argparse.ArgumentParser(description="How many promises to write are kept")
    reader.add_argument("--parcels", type=int, default=300)
    reader.add_argument("--seed", type=int, default=1)
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'shop.db'}")
        create_tables(engine)
        shop = _shop(engine, folder, random.Random(options.seed))
        for parcel in parcels(options.parcels, BEGINS, shop.chance):
            shop.expect(parcel)
        shop.run_until(BEGINS + timedelta(weeks=WEEKS))
        _print_promises(engine)
        _print_visits(shop)
        engine.dispose()


def _shop(engine: Engine, folder: str, chance: random.Random) -> SimulatedShop:
    settings = replace(read_settings(), database_url=str(engine.url), conversations_db=f"{folder}/conversations.db")
    services = build_services(settings, engine)
    return SimulatedShop(engine, services, waited_in(settings), BEGINS, chance, tuple(_outages(chance)))


def _outages(chance: random.Random) -> Iterator[tuple[datetime, datetime]]:
    """A few minutes of every day in which no worker runs, and one hour."""
    for day in range(7 * WEEKS):
        start = BEGINS + timedelta(days=day, hours=chance.uniform(0, 12))
        yield start, start + (timedelta(hours=1) if day == 20 else timedelta(minutes=chance.uniform(1, 8)))


def _print_promises(engine: Engine) -> None:
    with engine.connect() as connection:
        made = connection.execute(select(watches.c.id)).scalars().all()
        ended = Counter(connection.execute(select(watches.c.end)).scalars())
        told = connection.execute(select(watch_events)).all()
    kept = sum(line.at - line.owed_at <= KEPT_WITHIN for line in told)
    doubled = len(told) - len({(line.watch_id, line.event) for line in told})
    kinds = Counter(line.event.partition(":")[0] for line in told)
    print(f"{len(made)} promises, {len(told)} messages: {', '.join(f'{n} {kind}' for kind, n in kinds.most_common())}")
    print(f"within 10 minutes of the moment they were owed: {kept / max(len(told), 1):.1%}; doubled: {doubled}")
    print(f"ended as the parcel arrived: {ended['arrived']}; still going on: {ended[None]}")


def _print_visits(shop: SimulatedShop) -> None:
    print(f"assumed: {AGREE:.0%} agree to be told, {LOOK_ALL_THE_SAME:.0%} of them look all the same")
    for name, visits in (("with a promise", shop.with_watch), ("without one", shop.without)):
        print(f"came again within 7 days, {name}: {_share(visits):.0%} of {visits.came}")


def _share(visits: Visits) -> float:
    return visits.again / visits.came if visits.came else 0.0


if __name__ == "__main__":
    main()
