"""Read whether what happens to a parcel in the rain is spoken of: "weather" alone may mean its delay. English rules."""

from __future__ import annotations

import re

_LIES_IN_IT = re.compile(
    r"\b(?:wet\w*|dry|dri(?:ed|es)|damp\w*|soak\w*|drench\w*|rain\w*|mou?ld\w*|mildew\w*|moist\w*|water\w*|drown\w*"
    r"|swim\w*|outside|outdoors?|inside|indoors?|roof\w*|shelter\w*|cover(?:ed)?|ruin\w*|spoil\w*|spoilt|damag\w*"
    r"|freez\w*|frozen|melt\w*|puddles?)\b"
    r"|\b(?:in|through) (?:this|that|the|such|all (?:this|that|the)) (?:\w+ )?(?:weather|snow|storm|heat|cold|sun)\b"
    r"|\b(?:is|will|are|does|do|stay\w*|keep\w*|kept)\b[^.?!]{0,25}\bsafe\b",
    re.IGNORECASE,
)


def speaks_of_lying_in_it(text: str) -> bool:
    """Tell whether a message speaks of a parcel that may get wet, or hot, or lie in the open."""
    return _LIES_IN_IT.search(text) is not None
