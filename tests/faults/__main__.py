"""Break parts under load: `make test-faults`, `python -m tests.faults [--faults N] [--seed N] [--database …] …`."""

from __future__ import annotations

import argparse
import secrets
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.running import Plan, run

_BOTH = ("sqlite", "postgresql")


def main() -> int:
    """Run on both databases unless one is named; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--faults", type=int, default=1000, metavar="N", help="in all, 1000 unless told otherwise")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10_000))
    parser.add_argument("--database", choices=_BOTH, action="append")
    parser.add_argument("--shoppers", type=int, default=4, metavar="N")
    parser.add_argument("--obedient", action="store_true", help="with assistants that need no model")
    parser.add_argument("--behind-nginx", action="store_true", help="two fronts behind the proxy that is deployed")
    parser.add_argument("--at-once", type=int, default=1, metavar="N", help="so many faults overlap, 1 unless told")
    options = parser.parse_args()
    backends = options.database or _BOTH
    good = True
    for backend in backends:
        how_many = options.faults // len(backends)
        around = {"behind_nginx": options.behind_nginx, "at_once": options.at_once}
        plan = Plan(backend, how_many, options.seed, options.shoppers, not options.obedient, **around)
        print(f"▸ {plan}", flush=True)
        with TemporaryDirectory() as folder:
            outcome = run(Path(folder), plan, _say)
        print(outcome.text(), flush=True)
        good = good and not (outcome.broken or outcome.late or outcome.slow_recoveries)
    return 0 if good else 1


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
