from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from tests.architecture.source import trees

#: A docstring that opens so is a riddle: say what it does, verb first, or what it is.
RIDDLES = {
    "as", "by", "how", "likewise", "what", "whatever", "when", "whenever", "where", "wherever", "whether", "which",
    "whichever", "who", "whoever", "whom", "whose", "why",
}  # fmt: skip


def test_a_public_class_name_stands_for_one_thing() -> None:
    homes = defaultdict(list)
    for module, tree in trees():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(module)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_a_docstring_says_first_what_a_thing_does_or_is() -> None:
    riddles = [
        f"{module}: {docstring.splitlines()[0]}"
        for module, tree in trees()
        for docstring in docstrings(tree)
        if docstring.split()[0].lower().strip(",:") in RIDDLES
    ]
    assert riddles == []


def docstrings(module: ast.Module) -> Iterator[str]:
    """Every docstring of a module: its own, and those of its classes and functions."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found = (ast.get_docstring(node) for node in ast.walk(module) if isinstance(node, kinds))
    return (docstring for docstring in found if docstring)
