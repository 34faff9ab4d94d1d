"""Score a set of predictions: plain figures, no opinion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from benchmarks.nlu.messages import LabelledMessage
from parcelbot.core.intents import OUT_OF_SCOPE
from parcelbot.rasa_plugins.nlu.out_of_scope import SMALL_TALK

#: Both mean "not understood as one of ours": the message is not answered as if it were.
CAUGHT = frozenset({OUT_OF_SCOPE, "nlu_fallback"})
#: Of fewer messages of an intent, chance decides: they do not count in the mean over intents.
_FEWEST = 10


@dataclass(frozen=True)
class Prediction:
    """An intent and its confidence, 0 to 1."""

    intent: str
    confidence: float

    @property
    def scope(self) -> float:
        """Certainty that the message is in scope: the confidence, turned round for a caught one, -1 to 1."""
        return -self.confidence if self.intent in CAUGHT else self.confidence


@dataclass(frozen=True)
class Scores:
    """Shares between 0 and 1. `accuracy` counts the one label, `lenient` the equally good ones too.

    `macro_f1` is the mean over the intents with ten messages at least.

    `caught` of the out-of-scope messages were caught, with `false_alarms` of the others. `caught_at_5`:
    how many would be at the threshold that turns away 5 % of the others. `small_talk` is 1 without any.
    """

    accuracy: float
    lenient: float
    macro_f1: float
    small_talk: float
    caught: float
    false_alarms: float
    caught_at_5: float


def scores(messages: Sequence[LabelledMessage], predictions: Sequence[Prediction]) -> Scores:
    """Compare predictions with labels; there must be messages in and out of scope."""
    pairs = list(zip(messages, predictions, strict=True))
    inside = [(m, p) for m, p in pairs if m.intent != OUT_OF_SCOPE]
    outside = [(m, p) for m, p in pairs if m.intent == OUT_OF_SCOPE]
    small_talk = [(m, p) for m, p in pairs if m.intent in SMALL_TALK]
    return Scores(
        accuracy=mean(p.intent == m.intent for m, p in pairs),
        lenient=mean(p.intent in {m.intent, *m.also} for m, p in pairs),
        macro_f1=_macro_f1(messages, predictions),
        small_talk=mean(p.intent in {m.intent, *m.also} for m, p in small_talk) if small_talk else 1.0,
        caught=mean(p.intent in CAUGHT for _, p in outside),
        false_alarms=mean(p.intent in CAUGHT for _, p in inside),
        caught_at_5=_caught_at([p.scope for _, p in inside], [p.scope for _, p in outside], 0.05),
    )


def worst_confusions(
    messages: Sequence[LabelledMessage], predictions: Sequence[Prediction], count: int = 5
) -> list[tuple[str, str, int]]:
    """Find the pairs (labelled, predicted) that are mixed up most often, with how often."""
    wrong = Counter((m.intent, p.intent) for m, p in zip(messages, predictions, strict=True) if m.intent != p.intent)
    return [(labelled, predicted, times) for (labelled, predicted), times in wrong.most_common(count)]


def _macro_f1(messages: Sequence[LabelledMessage], predictions: Sequence[Prediction]) -> float:
    counts = Counter(m.intent for m in messages)
    told = [intent for intent, count in counts.items() if count >= _FEWEST] or list(counts)
    return mean(_f1(intent, messages, predictions) for intent in told)


def _f1(intent: str, messages: Sequence[LabelledMessage], predictions: Sequence[Prediction]) -> float:
    right = sum(m.intent == p.intent == intent for m, p in zip(messages, predictions, strict=True))
    labelled = sum(m.intent == intent for m in messages)
    predicted = sum(p.intent == intent for p in predictions)
    return 2 * right / (labelled + predicted)


def _caught_at(inside: Sequence[float], outside: Sequence[float], false_alarms: float) -> float:
    threshold = sorted(inside)[int(false_alarms * len(inside))]
    return mean(scope < threshold for scope in outside)
