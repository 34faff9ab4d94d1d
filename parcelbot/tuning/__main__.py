"""Teach the sentence encoder from our own examples and write `parcelbot/encoder/adapter.npz`: `make tune`.

For maintainers, after many new examples: takes some ten minutes on two cores. Set-up then rebuilds the
encoder and `make train` the model; `python -m benchmarks.nlu.thresholds` finds the thresholds anew.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import tensorflow as tf
from safetensors.numpy import load_file

from parcelbot.encoder import EncoderKind, Vectors, adapter, open_tokenizer
from parcelbot.encoder.published import fetch
from parcelbot.tuning.examples import filled, read_labelled, read_second_questions, shown_examples
from parcelbot.tuning.network import Network
from parcelbot.tuning.training import Recipe, tune

_DATA, _KNOWLEDGE = Path("data"), Path("knowledge")


def main() -> None:
    """Fetch, tune, write; says how far it is."""
    recipe = Recipe()
    with tempfile.TemporaryDirectory() as scratch:
        print("tuning: fetching the published weights (about 85 MB)", flush=True)
        published = fetch(Path(scratch))
        weights = load_file(published.weights)
        tokenizer = open_tokenizer(published.tokenizer)
    network = Network(weights, recipe.rank, recipe.seed)
    untuned = _probed(network, tokenizer)
    examples = shown_examples([*read_labelled(_DATA), *read_second_questions(_KNOWLEDGE)], tokenizer)
    print(f"tuning: {len(examples.labels)} examples, {recipe.epochs} times (some minutes each)", flush=True)
    for progress in tune(network, examples, recipe):
        print(f"tuning: time {progress.epoch} of {recipe.epochs}, loss {progress.loss:.3f}", flush=True)
    adapter.write(network.adapters(), {EncoderKind.PUBLISHED: untuned, EncoderKind.TUNED: _probed(network, tokenizer)})
    print("tuning: adapter written; now `make train`")


def _probed(network: Network, tokenizer: Any) -> Vectors:
    ids, mask = filled([tuple(tokenizer.encode(text).ids) for text in adapter.PROBES])
    vectors: Vectors = network.vectors(tf.constant(ids), tf.constant(mask), 0.0).numpy()
    return vectors


if __name__ == "__main__":
    main()
