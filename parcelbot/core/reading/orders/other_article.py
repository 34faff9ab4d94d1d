"""Read the wish for another size, colour or number of what was ordered, and what else is sold. English rules."""

from __future__ import annotations

import re

_TRAIT = (
    r"(?:size|colou?r|model|variant|version|quantity|amount|item|article|flavou?r|pattern|style|length|width|shade"
    r"|scent|number of \w+)s?"
)
_WANTS = re.compile(
    rf"\b(?:chang|switch|swap|exchang|replac|alter|correct|updat|amend)\w*\b[^.!?]{{0,40}}\b{_TRAIT}\b"
    rf"|\b(?:picked|chose|selected|ordered|clicked|took|put|got)\b[^.!?]{{0,25}}\b(?:wrong|mistaken|other)\b[^.!?]{{0,12}}"
    rf"\b{_TRAIT}\b"
    rf"|\bwrong {_TRAIT}\b[^.!?]{{0,40}}\b(?:picked|chose|selected|ordered|clicked|order|want|need|meant)\b"
    rf"|\b(?:want|need|meant|prefer|like)\b[^.!?]{{0,20}}\b(?:another|a different|the other|a bigger|a smaller)"
    rf" {_TRAIT}\b"
    r"|\b(?:picked|chose|ordered|selected)\b[^.!?]{0,30}\b(?:but|instead of)\b[^.!?]{0,15}\b(?:want|need|meant)\w*\b"
    r"|\bmake (?:it|that|the order) (?:just |only )?(?:one|two|three|four|\d)\b"
    r"|\b(?:take|leave|remove|drop|add)\b[^.!?]{0,25}\b(?:off|out of|from|to) (?:my|the|this) order\b",
    re.IGNORECASE,
)


def wants_another_article(text: str) -> bool:
    """Tell whether a message wishes for another size, colour or number of what was ordered."""
    return _WANTS.search(text) is not None
