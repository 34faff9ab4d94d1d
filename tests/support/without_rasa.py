"""Refuse to load Rasa and what weighs as much: `pytest -p tests.support.without_rasa`, as `make unit` does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec

HEAVY = frozenset({"rasa", "tensorflow", "spacy", "sklearn"})


class _Refusing(MetaPathFinder):
    def find_spec(self, name: str, path: Sequence[str] | None, target: object = None) -> ModuleSpec | None:
        if name in HEAVY:
            raise ImportError(f"tests/unit does without {name}; what runs inside Rasa is tested in tests/rasa_plugins")
        return None


sys.meta_path.insert(0, _Refusing())
