"""Read that the shopper has the goods on, has tried or washed them: whatever else is said, they came."""

from __future__ import annotations

import re

_WEARS = re.compile(
    r"\b(?:i['’]?m|i am|we['’]?re)(?: (?:just|stood|sat|standing|sitting|here|literally|actually|now|still))* wearing\b"
    r"|\b(?:it['’]?s|it is|they['’]?re|they are)(?: (?:right|literally|actually))* on me\b"
    r"|\b(?:i|we)(?:['’]ve| have)?(?: \w+)? tried (?:it|them|this|these|one|the \w+|mine) on\b|\b(?:i|we) tried on\b"
    r"|\bnot fit(?:ting)? me\b|n['’]t fit me\b"
    r"|\btrage (?:es|sie|ihn)\b|\bhabe? (?:es|sie|ihn)(?: \w+)? an\b|\banprobiert\b"
    r"|\bl[oa]s? llevo puest[oa]s?\b|\bme l[oa]s? (?:he )?prob[ée]\w*|\bje l(?:e|a|es) porte\b|\bessayée?s?\b"
    r"|\bl[aoie] indosso\b|\baddosso\b|\bl['’]ho provat[oa]\b|\bli ho provati\b"
    r"|\bik (?:heb|draag) (?:het|hem|ze)(?: \w+)? aan\b|\bgepast\b"
    r"|\bmam (?:to|go|j[ąe])(?: \w+)? na sobie\b|\bprzymierzy\w+"
    r"|\b(?:estou|tô|to) (?:usando|vestindo|com el[ae]s? no corpo)\b|\bexperimentei\b"
    r"|на мне\b|\bпримерил\w*|\bпоміря\w+|\bприміря\w+|на мені\b|\büzerimde\b|\bgiyiyorum\b|\bgiydim\b"
    r"|着ています|着てみ|試着|穿着|穿在身上|试穿|試穿|لابس|أرتدي|جربته",
    re.IGNORECASE,
)
_WASHED = re.compile(
    r"\b(?:shrunk|shrank|shrunken)\b|\b(?:first|one|single|after (?:a|the)|in the) wash\b|\bafter washing\b"
    r"|\bwashed (?:it|them|the|this|these|my)\b"
    r"|\beingelaufen\b|\bgewaschen\b|\bencogi\w+|\blavad[oa]s?\b|\blavé\w*|\brétréci\w*|\blavat[oaie]\b|\bristrett[oaie]\b"
    r"|\bgewassen\b|\bgekrompen\b|\bwypra\w+|\bskurczy\w+|\bpraniu\b|\blavei\b|\bencolheu\w*|\blavagem\b"
    r"|\bпостирал\w*|\bстирк\w+|\bвипра\w+|\bпранн\w+|\byıkad\w+|\byıkamad\w+"
    r"|洗濯|縮[んみ]|洗了|缩水|縮水|غسلت|انكمش",
    re.IGNORECASE,
)


def was_washed(text: str) -> bool:
    """Tell whether the goods were washed, or have shrunk: they came whole, and what happened came after."""
    return _WASHED.search(text) is not None


def is_in_use(text: str) -> bool:
    """Tell whether the shopper wears the goods, or has tried or washed them."""
    return _WEARS.search(text) is not None or was_washed(text)
