"""Draw which intents are mixed up, and whether confidence means something."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np

from benchmarks.nlu.messages import LabelledMessage
from benchmarks.nlu.scores import Prediction

mpl.use("Agg")

import matplotlib.pyplot as plt


def draw(folder: Path, title: str, messages: Sequence[LabelledMessage], predictions: Sequence[Prediction]) -> None:
    """Write `<title>-confusion.png` and `<title>-confidence.png` into `folder`, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = title.replace(",", "").replace(" ", "-")
    _confusion(folder / f"{stem}-confusion.png", title, messages, predictions)
    _confidence(folder / f"{stem}-confidence.png", title, messages, predictions)


def _confusion(path: Path, title: str, messages: Sequence[LabelledMessage], predictions: Sequence[Prediction]) -> None:
    names = sorted({m.intent for m in messages} | {p.intent for p in predictions})
    counts = np.zeros((len(names), len(names)))
    for message, prediction in zip(messages, predictions, strict=True):
        counts[names.index(message.intent), names.index(prediction.intent)] += 1
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure, axes = plt.subplots(figsize=(13, 12))
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(names)), names, rotation=90)
    axes.set_yticks(range(len(names)), names)
    for row, column in zip(*np.nonzero(counts), strict=True):
        shade = "white" if shares[row, column] > 0.5 else "black"
        axes.text(column, row, int(counts[row, column]), ha="center", va="center", fontsize=7, color=shade)
    axes.set(title=f"{title}: labelled (rows) and understood (columns)")
    _save(figure, path)


def _confidence(path: Path, title: str, messages: Sequence[LabelledMessage], predictions: Sequence[Prediction]) -> None:
    pairs = list(zip(messages, predictions, strict=True))
    right = [p.confidence for m, p in pairs if p.intent == m.intent]
    wrong = [p.confidence for m, p in pairs if p.intent != m.intent]
    figure, axes = plt.subplots(figsize=(8, 4))
    axes.hist([right, wrong], bins=20, range=(0, 1), label=["right", "wrong"], color=["#2a6f97", "#d1495b"])
    axes.set(title=f"{title}: confidence", xlabel="confidence", ylabel="messages")
    axes.legend()
    _save(figure, path)


def _save(figure: plt.Figure, path: Path) -> None:
    figure.tight_layout()
    figure.savefig(path, dpi=120)
    plt.close(figure)
