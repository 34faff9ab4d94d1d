"""Compare our understanding with Rasa's default: `python -m benchmarks.nlu [--per-intent N] [--quick] [--plots DIR]`.

Each pipeline trains and answers in processes of its own, on the same split. The default one needs more
than an hour of CPU for all our messages, the longest of which set its pace, so both learn from the same N
short ones of each intent; ours then also from all of them, and once with the published sentence encoder
in place of the tuned one (our thresholds do not suit it: compare "caught at 5 %"). `--per-intent 0` compares
on everything, `--quick` leaves the default pipeline out, `--plots` writes a confusion matrix and a confidence
histogram.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from benchmarks.nlu.messages import (
    HELD_OUT,
    HELD_OUT_SECOND_TURN,
    LabelledMessage,
    at_most,
    misspelt,
    read_held_out,
    read_training,
    split,
)
from benchmarks.nlu.scores import Prediction, scores, worst_confusions
from parcelbot.core.intents import OUT_OF_SCOPE

_OURS = Path("config.yml")
_DEFAULT = Path(__file__).with_name("default_config.yml")
_PER_INTENT = 30
_SHORT_WORDS = 20
_QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def main() -> None:
    """Measure the pipelines one after the other and print."""
    options = _options()
    training, test = split(read_training())
    sets = {"own split": test, "own split, misspelt": misspelt(test)}
    if HELD_OUT.is_file():
        sets["held-out messages"] = read_held_out()
        # without messages out of scope nothing can be told about catching them
        outside = [m for m in read_held_out() if m.intent == OUT_OF_SCOPE]
        sets["second turn"] = [*read_held_out(HELD_OUT_SECOND_TURN), *outside]
    print("; ".join(f"{len(messages)} {name}" for name, messages in sets.items()))
    if not options.quick:
        few = at_most(training, options.per_intent, _SHORT_WORDS) if options.per_intent else training
        _compare("rasa default", _DEFAULT, few, sets, None)
        if len(few) < len(training):
            _compare("ours", _OURS, few, sets, None)
    _compare("ours", _OURS, training, sets, options.plots)
    with TemporaryDirectory() as folder:
        _compare("ours, encoder not tuned", _with_published_encoder(Path(folder)), training, sets, None)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nlu", description=__doc__)
    parser.add_argument("--per-intent", type=int, default=_PER_INTENT, metavar="N", help="0 for all")
    parser.add_argument("--quick", action="store_true", help="ours only")
    parser.add_argument("--plots", type=Path, metavar="DIR", help="write pictures of ours there")
    return parser.parse_args()


def _with_published_encoder(folder: Path) -> Path:
    config = yaml.safe_load(_OURS.read_text(encoding="utf-8"))
    next(entry for entry in config["pipeline"] if entry["name"].endswith(".SentenceEncoder"))["encoder"] = "published"
    path = folder / "config.yml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    return path


def _compare(
    name: str,
    config: Path,
    training: Sequence[LabelledMessage],
    sets: dict[str, list[LabelledMessage]],
    plots: Path | None,
) -> None:
    name = f"{name}, {len(training)} messages to learn from"
    print(f"\n{name}: training …", flush=True)
    measured = _measure(config, training, [[m.text for m in messages] for messages in sets.values()])
    print(
        f"{name}: trained in {measured['train_cpu_s']:.0f} s of CPU; a message costs {measured['mean_ms']:.1f} ms "
        f"(median {measured['median_ms']:.1f}); process memory {measured['memory_mb']:.0f} MB"
    )
    print(f"  {'':22}accuracy  lenient  macro-F1  small talk  caught / false alarms  caught at 5 %")
    for (title, messages), raw in zip(sets.items(), measured["predicted"], strict=True):
        predictions = [Prediction(intent, confidence) for intent, confidence, _ in raw]
        _print_scores(title, messages, predictions)
        if plots:
            from benchmarks.nlu.plots import draw

            draw(plots, title, messages, predictions)


def _print_scores(title: str, messages: Sequence[LabelledMessage], predictions: Sequence[Prediction]) -> None:
    s = scores(messages, predictions)
    print(
        f"  {title:22}{s.accuracy:8.1%}  {s.lenient:7.1%}  {s.macro_f1:8.3f}  {s.small_talk:10.1%}  "
        f"{s.caught:6.1%} / {s.false_alarms:5.1%}         {s.caught_at_5:6.1%}"
    )
    for was, taken, times in worst_confusions(messages, predictions):
        print(f"    {times:3} x {was} taken for {taken}")


def _measure(config: Path, training: Sequence[LabelledMessage], texts: list[list[str]]) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        examples, asked = Path(folder) / "nlu.yml", Path(folder) / "asked.json"
        examples.write_text(_as_rasa(training), encoding="utf-8")
        asked.write_text(json.dumps(texts), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.nlu.measure", str(config), str(examples), str(asked)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **_QUIET})
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _as_rasa(messages: Sequence[LabelledMessage]) -> str:
    intents = dict.fromkeys(m.intent for m in messages)
    entries = [
        {"intent": intent, "examples": [{"text": m.text} for m in messages if m.intent == intent]} for intent in intents
    ]
    return yaml.safe_dump({"version": "3.1", "nlu": entries}, allow_unicode=True)


if __name__ == "__main__":
    main()
