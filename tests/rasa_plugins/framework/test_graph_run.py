from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from parcelbot.rasa_plugins.framework.graph_run import run_graph

Run = Callable[..., dict[str, Any]]

#: Rasa's own and ours; the tests leave Rasa as it is.
BOTH = pytest.mark.parametrize("run", [DaskGraphRunner.run, run_graph])


class Joins(GraphComponent):
    """Joins what it gets, in alphabetical order of the parameters, behind its own name."""

    def __init__(self, name: str) -> None:
        self._name = name

    @classmethod
    def create(cls, config: dict[str, Any], *_: Any, **__: Any) -> Joins:
        return cls(config["name"])

    def join(self, a: Any = "", b: Any = "", c: Any = "") -> str:
        if "broken" in (a, b, c):
            raise RuntimeError("broken")
        return f"{self._name}({a},{b},{c})"


def node(name: str, needs: dict[str, str], is_target: bool = False) -> SchemaNode:
    return SchemaNode(needs, Joins, "create", "join", {"name": name}, eager=True, is_target=is_target)


def runner(nodes: dict[str, SchemaNode], tmp_path: Path) -> DaskGraphRunner:
    schema = GraphSchema(nodes)
    return DaskGraphRunner(schema, LocalModelStorage(tmp_path), ExecutionContext(schema, "model"))


@pytest.mark.parametrize("seed", range(30))
def test_every_graph_gives_what_rasas_own_run_gives(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    names = [f"n{number}" for number in range(chance.randint(1, 8))]
    nodes = {}
    for place, name in enumerate(names):
        givers = [*names[:place], "__message__", "__tracker__"]
        needs = {parameter: chance.choice(givers) for parameter in "abc"[: chance.randint(0, 3)]}
        nodes[name] = node(name, needs, is_target=place == len(names) - 1)
    shuffled = dict(chance.sample(list(nodes.items()), len(nodes)))
    graph, inputs = runner(shuffled, tmp_path), {"__message__": 1, "__tracker__": "t"}
    for targets in (None, [chance.choice(names)], chance.sample(names, len(names))):
        for _ in range(2):
            assert run_graph(graph, inputs, targets) == DaskGraphRunner.run(graph, inputs, targets)


@BOTH
def test_an_input_that_is_missing_is_an_error(run: Run, tmp_path: Path) -> None:
    graph = runner({"one": node("one", {"a": "__message__"}, is_target=True)}, tmp_path)
    with pytest.raises(GraphRunError, match="Missing input"):
        run(graph, {})


@BOTH
def test_an_input_must_not_be_the_name_of_a_node(run: Run, tmp_path: Path) -> None:
    graph = runner({"one": node("one", {"a": "__message__"}, is_target=True)}, tmp_path)
    with pytest.raises(GraphRunError, match="clashes"):
        run(graph, {"__message__": "one"})


@BOTH
def test_what_a_node_fails_over_is_told_in_rasas_words(run: Run, tmp_path: Path) -> None:
    graph = runner({"one": node("one", {"a": "__message__"}, is_target=True)}, tmp_path)
    with pytest.raises(Exception, match="Error running graph component for node one"):
        run(graph, {"__message__": "broken"})
