"""Compare how well other languages are understood with English: `python -m benchmarks.nlu.languages [CODE …]`.

Asks the model that is shipped (`make train`), every message as if it were the first of its conversation. The held-out
messages were written by people who had not seen the examples of that language.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.nlu.measure import in_fresh_process
from benchmarks.nlu.messages import LabelledMessage, read_held_out, read_held_out_languages
from benchmarks.nlu.scores import Prediction, Scores, scores, worst_confusions

_MODEL = Path("models/parcelbot.tar.gz")
_HEADINGS = f"{'':4}{'messages':>8}  accuracy  lenient  small talk  caught / false alarms  told apart  ms a message"


def main() -> None:
    """Measure English and the languages named on the command line, or all, and print."""
    languages = read_held_out_languages()
    chosen = {"en": read_held_out(), **{code: languages[code] for code in sys.argv[1:] or languages}}
    with TemporaryDirectory() as folder:
        measured = in_fresh_process(str(_MODEL), [[m.text for m in messages] for messages in chosen.values()], folder)
    print(_HEADINGS)
    for (code, messages), raw, ms in zip(chosen.items(), measured["predicted"], measured["group_ms"], strict=True):
        print(line(code, messages, raw, ms))
    print(f"process memory {measured['memory_mb']:.0f} MB")


def line(code: str, messages: Sequence[LabelledMessage], raw: Sequence[Sequence[Any]], ms: float) -> str:
    """Give one language's figures as a line of the table, and under it what is mixed up more than once."""
    told_apart = mean(language == code for _, _, language in raw)
    found, confused = judged(messages, raw)
    figures = (
        f"{code:4}{len(messages):8}  {found.accuracy:8.1%}  {found.lenient:7.1%}  {found.small_talk:10.1%}  "
        f"{found.caught:6.1%} / {found.false_alarms:5.1%}         {told_apart:10.1%}  {ms:12.1f}"
    )
    return "\n".join(
        [figures, *(f"    {times} x {was} taken for {taken}" for was, taken, times in confused if times > 1)]
    )


def judged(
    messages: Sequence[LabelledMessage], raw: Sequence[Sequence[Any]]
) -> tuple[Scores, list[tuple[str, str, int]]]:
    """Score what was predicted, and give what is mixed up most."""
    predictions = [Prediction(intent, confidence) for intent, confidence, *_ in raw]
    return scores(messages, predictions), worst_confusions(messages, predictions)


if __name__ == "__main__":
    main()
