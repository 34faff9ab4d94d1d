"""Measure one pipeline, alone in its process: `python -m benchmarks.nlu.measure CONFIG TRAINING TEST`.

Trains a whole Rasa model, loads it, parses every test message and prints one line of JSON. TEST is a
JSON list of lists of texts; the answer holds, for each, what was predicted.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

#: One message after the other gains nothing from threads, and their spinning would count as CPU time.
_ONE_THREAD = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "TF_INTRA_OP_PARALLELISM_THREADS": "1",
    "TF_INTER_OP_PARALLELISM_THREADS": "1",
}


def main() -> None:
    """Measure and print."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    config, training, test = sys.argv[1:4]
    texts = json.loads(Path(test).read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        started = time.process_time()
        model = _train(config, training, folder)
        trained_s = time.process_time() - started
        print(json.dumps({"train_cpu_s": trained_s, **in_fresh_process(model, texts, folder)}))


def _train(config: str, training: str, folder: str) -> str:
    from rasa.model_training import train_nlu

    model = train_nlu(config, training, folder, fixed_model_name="measured")
    if model is None:
        raise RuntimeError(f"{config} trained no model")
    return str(model)


def in_fresh_process(model: str, texts: list[list[str]], folder: str) -> dict[str, Any]:
    """Parse `texts` in a process that only loads and parses: training leaves memory behind."""
    asked = Path(folder) / "asked.json"
    asked.write_text(json.dumps([model, texts]), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.nlu.serve", str(asked)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **_ONE_THREAD})
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


if __name__ == "__main__":
    main()
