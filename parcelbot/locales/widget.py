"""Write the widget's words as the modules that it fetches: one for each language, and the list of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from parcelbot.core.language import ENGLISH
from parcelbot.core.languages import LanguageTable

#: Name of the module that lists the languages to choose from.
INDEX = "index"


def widget_modules(table: LanguageTable, words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Give the text of every module by its name; `words` are the widget's, flat, by language. English needs none."""
    spoken = {traits.code: traits for traits in table.spoken}
    listed = [{"code": code, "name": traits.name} for code, traits in spoken.items()]
    modules = {INDEX: _module(languages=listed)}
    for code in spoken.keys() - {ENGLISH}:
        direction = "rtl" if spoken[code].right_to_left else "ltr"
        modules[code] = _module(strings=_nested(words[code]), direction=direction)
    return modules


def _module(**exported: Any) -> str:
    lines = (f"export const {name} = {json.dumps(value, ensure_ascii=False)}" for name, value in exported.items())
    return "\n".join(lines) + "\n"


def _nested(flat: Mapping[str, str]) -> Any:
    """Turn `owner.bot` and `starters.0` back into mappings and lists."""
    tree: dict[str, Any] = {}
    for path, text in flat.items():
        *above, last = path.split(".")
        place = tree
        for name in above:
            place = place.setdefault(name, {})
        place[last] = text
    return _listed(tree)


def _listed(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    inside = {name: _listed(value) for name, value in tree.items()}
    return list(inside.values()) if all(name.isdigit() for name in inside) else inside
