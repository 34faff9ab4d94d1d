"""Cross-validate our pipeline on its own training data."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.nlu.messages import LabelledMessage, folds
from benchmarks.nlu.scores import Prediction, Scores, scores, worst_confusions
from benchmarks.nlu.understanding import Understanding


def cross_validate(
    messages: Sequence[LabelledMessage], count: int = 3
) -> tuple[list[LabelledMessage], list[Prediction]]:
    """Pair every message with what a pipeline makes of it that was trained on the other folds."""
    labelled: list[LabelledMessage] = []
    predicted: list[Prediction] = []
    for training, held_back in folds(messages, count):
        understanding = Understanding(training)
        for message in held_back:
            understood = understanding.read(message.text)
            labelled.append(message)
            predicted.append(Prediction(understood.intent, understood.confidence))
    return labelled, predicted


def report(labelled: Sequence[LabelledMessage], predicted: Sequence[Prediction]) -> tuple[Scores, str]:
    """Give the scores, and a few lines that show them with the five worst confusions."""
    result = scores(labelled, predicted)
    lines = [
        f"accuracy {result.accuracy:.1%}, macro-F1 {result.macro_f1:.3f}, small talk {result.small_talk:.1%}, "
        f"out of scope caught {result.caught:.1%} at {result.false_alarms:.1%} false alarms",
        *(f"  {times:3} x {was} taken for {taken}" for was, taken, times in worst_confusions(labelled, predicted)),
    ]
    return result, "\n".join(lines)
