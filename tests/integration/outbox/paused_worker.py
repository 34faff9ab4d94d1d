"""A worker that can be stopped between claim and delivery: `python paused_worker.py URL FOLDER NAME PAUSE_S`."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from parcelbot.core.outgoing.deliveries import Delivery
from parcelbot.helpdesk.protocol import CaseCopy
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.store.schema.engine import open_engine
from parcelbot.worker.case_copies import CaseCopier
from parcelbot.worker.courier import Courier
from tests.integration.outbox.world import Clock, World

LEASE = timedelta(seconds=1)


@dataclass
class Letterbox:
    """A mailbox: it takes whatever comes, as often as it comes."""

    folder: Path
    runner: str
    name: str = "zendesk"

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
        with (self.folder / "arrived").open("a") as file:
            file.write(f"{self.runner} {delivery.kind.value}\n")
        return f"there by {self.runner}"


@dataclass(frozen=True)
class SlowCopies:
    """Copies that tell, by a file, that a delivery is claimed, and take their time."""

    copies: CaseCopier
    claimed: Path
    pause_s: float

    def copy(self, delivery: Delivery) -> CaseCopy | None:
        self.claimed.touch()
        time.sleep(self.pause_s)
        return self.copies.copy(delivery)

    def read_marks(self, reference: str) -> object:
        return self.copies.read_marks(reference)


def worker(url: str, folder: Path, runner: str, pause_s: float = 0.0) -> Courier:  # type: ignore[type-arg]
    """A courier over the database at `url`, by whose clock its leases run."""
    world = World(open_engine(url), Clock(datetime.now(timezone.utc)))
    courier = world.courier(Letterbox(folder, runner), runner)
    courier.outbox = Outbox(world.engine)
    courier.copies = SlowCopies(courier.copies, folder / f"claimed by {runner}", pause_s)
    courier.lease = LEASE
    return courier


if __name__ == "__main__":
    worker(sys.argv[1], Path(sys.argv[2]), sys.argv[3], float(sys.argv[4])).step()
