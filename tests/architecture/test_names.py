from __future__ import annotations

import ast
from collections import defaultdict

from tests.architecture.source import trees

#: A docstring that opens so is a riddle: say what the module does, verb first.
RIDDLES = {
    "how", "what", "whatever", "when", "whenever", "where", "wherever", "whether", "which", "whichever", "who",
    "whoever", "whom", "whose", "why", "by", "as", "likewise",
}  # fmt: skip


def test_a_public_class_name_stands_for_one_thing() -> None:
    homes = defaultdict(list)
    for module, tree in trees():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(module)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_a_module_says_first_what_it_does() -> None:
    openings = {module: (ast.get_docstring(tree) or "").split(maxsplit=1)[:1] for module, tree in trees()}
    riddles = {
        module: words for module, words in openings.items() if not words or words[0].lower().strip(",:") in RIDDLES
    }
    assert sorted(riddles) == []
