"""Run the model's graph node by node, in an order that is worked out once instead of at every message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Any

from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner

#: The nodes to run, in order, each with those whose output it takes.
Steps = Sequence[tuple[str, tuple[str, ...]]]

_ORDERS = "_orders_of_steps"


def run_graph(
    runner: DaskGraphRunner, inputs: Mapping[str, Any] | None = None, targets: Sequence[str] | None = None
) -> dict[str, Any]:
    """Do what `DaskGraphRunner.run` does: give the output of each of the `targets`, by its name.

    GraphRunError, as Rasa's, for an input that is the name of a node, and for a RuntimeError of a node.
    """
    wanted = tuple(targets or runner._graph_schema.target_names)
    steps, nodes = _steps(runner, wanted), runner._instantiated_nodes
    done = {name: (name, _checked(value, steps)) for name, value in (inputs or {}).items()}
    try:
        for name, needs in steps:
            if name not in done:
                # a need that nobody gives is passed on by its name, and the node says so
                done[name] = nodes[name](*(done.get(need, need) for need in needs))
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error
    return {name: done[name][1] for name in wanted}


def _steps(runner: DaskGraphRunner, wanted: tuple[str, ...]) -> Steps:
    orders: dict[tuple[str, ...], Steps] = runner.__dict__.setdefault(_ORDERS, {})
    if wanted not in orders:
        nodes = runner._graph_schema.minimal_graph_schema(list(wanted)).nodes
        needs = {name: tuple(node.needs.values()) for name, node in nodes.items()}
        order = TopologicalSorter(needs).static_order()
        orders[wanted] = [(name, needs[name]) for name in order if name in needs]
    return orders[wanted]


def _checked(value: Any, steps: Steps) -> Any:
    if isinstance(value, str) and any(value == name for name, _ in steps):
        raise GraphRunError(f"Input value '{value}' clashes with a node name.")
    return value
