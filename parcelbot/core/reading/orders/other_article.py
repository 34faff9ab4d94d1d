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


_KIND = r"(?:size|colou?r|model|variant|version|flavou?r|pattern|style|length|width|shade|scent)s?"
_COLOUR = (
    r"(?:black|white|red|blue|green|yellow|pink|gr[ae]y|brown|purple|orange|beige|navy|silver|gold)\b"
    r"(?=\W*(?:$|too|as well|also|version|one|instead|or\b|and\b|please))"
)
_IN_STOCK = re.compile(
    rf"\b(?:do|does|did|have|has|is|are|can|could) (?:you|u|it|this|that|they|there|these|those|i|we)\b[^.?!]{{0,35}}"
    r"\b(?:sell|stock|available|got|have|get|come|exist|do|make|offer|carry|buy|order|one|any)\b[^.?!]{0,25}"
    rf"\b(?:(?:in|with) (?:an?|the|any)?(?:other|different|another)? ?(?:{_KIND}|{_COLOUR})"
    rf"|(?:another|other|different|more|any) {_KIND}|{_COLOUR} (?:one|version|ones))\b"
    rf"|\b(?:is|are) (?:it|this|that|there|these|they)\b[^.?!]{{0,15}}"
    rf"\b(?:in|an?|any) (?:(?:an?|the|any)? ?(?:other|different|another) )?(?:the )?(?:{_KIND}|{_COLOUR})\b"
    rf"|\b(?:what|which|any)(?: other| more| different)? {_KIND}\b[^.?!]{{0,30}}"
    r"\b(?:sell|stock|available|got|have|there|come|offer)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:instead|chang\w*|swap\w*|exchang\w*|switch\w*|replac\w*|rather|my order|mine|wrong)\b", re.IGNORECASE
)


def asks_for_other_kinds(text: str) -> bool:
    """Tell whether a message asks if something is sold in another colour or size, and wants nothing changed."""
    return _IN_STOCK.search(text) is not None and _CHANGES.search(text) is None
