"""An intent has its name in one place: `core/questions.py` for the questions, `core/intents.py` for all others."""

from __future__ import annotations

import ast
from pathlib import Path

from parcelbot.core import intents
from parcelbot.core.questions import QUESTIONS
from parcelbot.written_files import read_yaml
from tests.architecture.source import trees

ROOT = Path(__file__).parents[2]
NAMED = {value for name, value in vars(intents).items() if name.isupper() and isinstance(value, str)}
#: They mean other things as well: a language's table of thanks, a reply of "yes".
_WORDS_TOO = {"thanks", "goodbye", "greet", "deny", "affirm", "complaint"}


def test_the_domain_has_the_questions_and_what_is_named_besides() -> None:
    of_the_domain = set(read_yaml(ROOT / "domain.yml")["intents"])
    assert of_the_domain == {question.value for question in QUESTIONS} | (NAMED & of_the_domain)
    # Rasa brings the fallback
    assert NAMED - of_the_domain <= {intents.FALLBACK}


def test_none_is_named_a_second_time() -> None:
    again = [
        f"{module}: {node.value}"
        for module, tree in trees()
        if module != "parcelbot.core.intents"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in NAMED - _WORDS_TOO
    ]
    assert again == []
