"""Parse texts with a trained model, print predictions and cost as JSON: `python -m benchmarks.nlu.serve FILE`."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
import warnings
from itertools import chain
from pathlib import Path
from statistics import mean, median
from typing import Any

import psutil

_WARM_UP = 20
_MB = 1024 * 1024


async def serve(model: str, texts: list[list[str]]) -> dict[str, Any]:
    """Parse each list of texts once; CPU time is the process's own, of one message after the other.

    A prediction is intent, confidence and the language it was read in, "en" where the pipeline tells none.
    """
    from rasa.core.agent import Agent
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)  # as `rasa run` does; without it every message is printed as well
    agent = Agent.load(model)
    for text in texts[0][:_WARM_UP]:
        await agent.parse_message(text)
    predicted: list[list[list[Any]]] = []
    spent_ms: list[list[float]] = []
    for group in texts:
        predicted.append([])
        spent_ms.append([])
        for text in group:
            started = time.process_time()
            parsed = await agent.parse_message(text)
            spent_ms[-1].append((time.process_time() - started) * 1000)
            predicted[-1].append([parsed["intent"]["name"], parsed["intent"]["confidence"], _language(parsed)])
    return {
        "predicted": predicted,
        "mean_ms": mean(chain.from_iterable(spent_ms)),
        "median_ms": median(chain.from_iterable(spent_ms)),
        "group_ms": [mean(group) for group in spent_ms],
        "memory_mb": psutil.Process().memory_info().rss / _MB,
    }


def _language(parsed: dict[str, Any]) -> str:
    return str((parsed.get("language") or {}).get("code") or "en")


def main() -> None:
    """Read the file named on the command line: a JSON list of the model's path and lists of texts."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    model, texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(json.dumps(asyncio.run(serve(model, texts))))


if __name__ == "__main__":
    main()
