"""Runs in the encoders' own environment: WEIGHTS.safetensors|.npz TARGET.onnx [ADAPTER.npz], TARGET computing in int8.

The published weights, with what `parcelbot.tuning` learnt added if there is an ADAPTER, are put into a
graph of onnxruntime's own transformer operators and quantised dynamically: a message costs a third of
what it costs unquantised. Reduced range keeps processors without VNNI from overflowing. TARGET takes
`input_ids` of texts of one length, shape (texts, tokens), and gives `mean`, shape (texts, 384). Weights without a table
of words make a graph that takes the words' own vectors instead, `words` of shape (texts, tokens, 384).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx  # type: ignore[import-not-found]
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

#: What a constant of the graph holds: numbers of any kind.
Values = npt.NDArray[Any]

_HEADS = 12
_DIMENSIONS = 384
_EPSILON = 1e-12
_TRANSFORMER_OPERATORS = "com.microsoft"
_WORDS = "embeddings.word_embeddings.weight"


def rebuild(weights: Path, target: Path, adapter: Path | None = None) -> None:
    """Write `target`, fused and dynamically quantised."""
    with tempfile.TemporaryDirectory() as folder:
        fused = Path(folder) / "fused.onnx"
        onnx.save(_Fused(_Weights(weights, adapter)).model(), fused)
        quantize_dynamic(
            fused,
            target,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


class _Weights:
    """The published weights by name; matrices stand the way they are multiplied with, and adapted."""

    def __init__(self, weights: Path, adapter: Path | None) -> None:
        self._published: dict[str, Values] = _read(weights)
        self._adapter = np.load(adapter, allow_pickle=False) if adapter else None

    def __getitem__(self, name: str) -> Values:
        return self._published[name]

    @property
    def has_words(self) -> bool:
        """True when the table of words is among them."""
        return _WORDS in self._published

    @property
    def layers(self) -> int:
        """Count of the layers."""
        return sum(name.endswith("query.weight") for name in self._published)

    def matrix(self, layer: str) -> Values:
        """(inputs, outputs), what was learnt added."""
        published = self[f"{layer}.weight"].T
        if self._adapter is None:
            return published
        down, up = (self._adapter[f"{layer}.{part}"].astype(np.float32) for part in ("down", "up"))
        adapted: Values = published + down @ up
        return adapted


class _Fused:
    """Builds the graph, each method one operator; their answers are the names of their outputs."""

    def __init__(self, weights: _Weights) -> None:
        self._weights = weights
        self._constants: list[onnx.TensorProto] = []
        self._nodes: list[onnx.NodeProto] = []

    def model(self) -> onnx.ModelProto:
        """The whole encoder, from word pieces to the mean of their vectors."""
        hidden = self._embedded()
        for layer in range(self._weights.layers):
            hidden = self._layer(f"encoder.layer.{layer}", hidden)
        mean = self._node("ReduceMean", [hidden], "mean", axes=[1], keepdims=0)
        graph = helper.make_graph(
            self._nodes,
            "sentence-encoder",
            [self._input],
            [helper.make_tensor_value_info(mean, TensorProto.FLOAT, ["texts", _DIMENSIONS])],
            self._constants,
        )
        versions = [helper.make_opsetid("", 17), helper.make_opsetid(_TRANSFORMER_OPERATORS, 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=8)

    def _embedded(self) -> str:
        positions = self._weights["embeddings.position_embeddings.weight"]
        only_segment = self._weights["embeddings.token_type_embeddings.weight"][0]
        places = self._constant("places", positions + only_segment)
        start = self._constant("start", np.array([0], dtype=np.int64))
        length = self._node("Shape", [self._input.name], "length", start=1, end=2)
        word = self._word()
        place = self._node("Slice", [places, start, length, start], "place")
        norm = [self._named(f"embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
        embedding = self._node("Add", [word, place], "embedding")
        return self._node("LayerNormalization", [embedding, *norm], "embedded", axis=-1, epsilon=_EPSILON)

    @property
    def _input(self) -> onnx.ValueInfoProto:
        if self._weights.has_words:
            return helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["texts", "tokens"])
        return helper.make_tensor_value_info("words", TensorProto.FLOAT, ["texts", "tokens", _DIMENSIONS])

    def _word(self) -> str:
        if not self._weights.has_words:
            return str(self._input.name)
        table = self._constant("table", self._weights[_WORDS])
        return self._node("Gather", [table, self._input.name], "word", axis=0)

    def _layer(self, layer: str, hidden: str) -> str:
        attended = self._product(f"{layer}.attention.output.dense", self._attention(layer, hidden))
        seen = self._added(f"{layer}.attention.output", attended, hidden)
        wide = self._product(f"{layer}.intermediate.dense", seen)
        bias = self._named(f"{layer}.intermediate.dense.bias")
        bent = self._node("FastGelu", [wide, bias], f"{layer}.bent", _TRANSFORMER_OPERATORS)
        return self._added(f"{layer}.output", self._product(f"{layer}.output.dense", bent), seen)

    def _attention(self, layer: str, hidden: str) -> str:
        parts = [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")]
        matrix = np.concatenate([self._weights.matrix(part) for part in parts], axis=1)
        bias = np.concatenate([self._weights[f"{part}.bias"] for part in parts])
        inputs = [hidden, self._constant(f"{layer}.qkv", matrix), self._constant(f"{layer}.qkv.bias", bias)]
        return self._node("Attention", inputs, f"{layer}.attention", _TRANSFORMER_OPERATORS, num_heads=_HEADS)

    def _product(self, layer: str, hidden: str) -> str:
        return self._node("MatMul", [hidden, self._constant(layer, self._weights.matrix(layer))], f"{layer}.product")

    def _added(self, layer: str, hidden: str, before: str) -> str:
        """The product's bias and what went `before` added, and the sum normalised."""
        names = (f"{layer}.LayerNorm.weight", f"{layer}.LayerNorm.bias", f"{layer}.dense.bias")
        inputs = [hidden, before, *(self._named(name) for name in names)]
        return self._node("SkipLayerNormalization", inputs, f"{layer}.sum", _TRANSFORMER_OPERATORS, epsilon=_EPSILON)

    def _named(self, name: str) -> str:
        return self._constant(name, self._weights[name])

    def _constant(self, name: str, values: Values) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self._nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output


def _read(weights: Path) -> dict[str, Values]:
    if weights.suffix == ".npz":
        with np.load(weights, allow_pickle=False) as stored:
            return dict(stored)
    return dict(load_file(weights))


if __name__ == "__main__":
    rebuild(*map(Path, sys.argv[1:]))
