"""Read training data as text, and add examples to it with every other line as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

_INTENT = re.compile(r"\s*- intent:\s*(?P<name>[\w/-]+)\s*(?:#.*)?")
_EXAMPLES = re.compile(r"\s*examples:\s*\|[+-]?\s*")
_EXAMPLE = re.compile(r"(?P<indent>\s*)- ")
#: Rasa would read "[words](…" as an annotated entity.
_ANNOTATION = re.compile(r"\](?=[(\[{])")


class ExamplesUnreadable(ValueError):
    """The training data is not in the shape this module can add to; nothing was changed."""


def read_examples(training_data: str) -> dict[str, list[str]]:
    """Read every intent's examples; {} for a file without any; ExamplesUnreadable for what is no training data."""
    try:
        items = (yaml.load(training_data, Loader=yaml.CSafeLoader) or {}).get("nlu") or []
        blocks = {item["intent"]: item["examples"].splitlines() for item in items if "intent" in item}
    except (yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        raise ExamplesUnreadable(f"no training data that can be added to: {error}") from error
    return {intent: [_text(line) for line in lines if line.strip()] for intent, lines in blocks.items()}


def add_examples(training_data: str, added: Mapping[str, Sequence[str]]) -> str:
    """Add each intent's new examples to `training_data` below its last one; nothing else changes.

    ExamplesUnreadable when reading the result would not give exactly the old and the new examples.
    """
    before = read_examples(training_data)
    new = {intent: [_plain(text) for text in texts] for intent, texts in added.items() if texts}
    lines = training_data.splitlines(keepends=True)
    for intent, texts in new.items():
        last, indent = _last_example(lines, intent)
        ending = "\n" if not lines[last].endswith("\n") else ""
        lines[last] += ending + "".join(f"{indent}- {text}\n" for text in texts)
        lines = "".join(lines).splitlines(keepends=True)
    result = "".join(lines)
    if read_examples(result) != {intent: texts + new.get(intent, []) for intent, texts in before.items()}:
        raise ExamplesUnreadable("the new examples would not be read as they were meant")
    return result


def _text(line: str) -> str:
    return line.strip().removeprefix("-").strip()


def _plain(text: str) -> str:
    return _ANNOTATION.sub("] ", " ".join(text.split()))


def _last_example(lines: Sequence[str], intent: str) -> tuple[int, str]:
    """Find the line of the intent's last example, and its indentation."""
    within, last, indent = False, -1, ""
    for at, line in enumerate(lines):
        if heading := _INTENT.fullmatch(line.rstrip()):
            within = heading["name"] == intent
        elif within and not _EXAMPLES.fullmatch(line.rstrip()) and (example := _EXAMPLE.match(line)):
            last, indent = at, example["indent"]
    if last < 0:
        raise ExamplesUnreadable(f"no list of examples for {intent}")
    return last, indent
