"""Load the sentences of `domain.yml`, for the parts that speak to shoppers without Rasa."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


def load_responses(path: Path) -> Mapping[str, str]:
    """Return the text of every response by its name, the first of several; "" for one without a text.

    OSError, yaml.YAMLError or KeyError when there is no such domain.
    """
    with path.open(encoding="utf-8") as file:
        responses: Mapping[str, Any] = yaml.load(file, Loader=_Loader)["responses"]
    return {name: next((v["text"] for v in variations if v.get("text")), "") for name, variations in responses.items()}


# libyaml's loader reads the domain in a tenth of the time
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
