"""Read what is none of a parcel's troubles: something alive in it, an animal that ate of it, a valuable among goods.

English rules; every other language has phrases for them (`told` in `locales/phrases/`). Each wants the event told as
having happened: a moth hole, a print of bees or a gate that the driver may find open is none.
"""

from __future__ import annotations

import re

_CREATURE = (
    r"(?:insects?|bugs?|beetles?|moths?|larvae?|caterpillars?|maggots?|worms?|spiders?|ants?|cockroach\w*|roach(?:es)?"
    r"|fleas?|lice|mites?|weevils?|wasps?|hornets?|bed ?bugs?|scorpions?|centipedes?|silverfish|earwigs?|lizards?"
    r"|geckos?|snakes?|creatures?|critters?|something (?:with|on) (?:\w+ )?legs)"
)
_PARCEL = (
    r"(?:parcel|package|packet|box|carton|bag|folds?|packing|wrapping|sheets?|bedding|fabric|linens?|cloth(?:es)?"
    r"|dress|blouse|shirt|jacket|coat|duvet|towels?|pillow\w*|cushions?|curtains?|blanket|lining|seams?|pockets?)"
)
_ALIVE = re.compile(
    rf"\b{_CREATURE}\b[^.!?]{{0,40}}\b(?:crawl\w*|crept|creep\w*|walk\w*|ran|running|scuttl\w*|fell|flew|hopp\w*"
    r"|jump\w*|hatch\w*|wriggl\w*|came|come|coming|dropped|climb\w*)\b[^.!?]{0,15}"
    rf"\b(?:out of|from|off|inside|in|all over|among) (?:the |my |your |its |this |that )?(?:\w+ )?{_PARCEL}\b"
    rf"|\b{_CREATURE}\b[^.!?]{{0,25}}\b(?:in|inside|between|among|under|all over) (?:the |my |your |its |this )?"
    rf"(?:\w+ )?{_PARCEL}\b"
    rf"|\b{_PARCEL}\b[^.!?]{{0,25}}\b(?:full of (?:\w+ ){{0,2}}{_CREATURE}\b|crawling with|infested|alive with"
    r"|swarming with)"
    rf"|\b(?:live|living) {_CREATURE}\b|\bsomething (?:\w+ )?(?:alive|living)\b",
    re.IGNORECASE,
)
_ONLY_SHOWN = re.compile(
    r"\b(?:print\w*|pattern\w*|motif\w*|embroider\w*|drawn|drawings?|pictures?|designs?|holes?|repellent|traps?|spray"
    r"|toys?|tracking|website|page|app|costume)\b",
    re.IGNORECASE,
)
_PET = r"(?:dogs?|pup(?:py|pies)?|cats?|kittens?|rabbits?|hens?|chickens?|horses?|goats?|parrot|hamster|guinea pig)"
_SMALL_PART = (
    r"(?:sachets?|silica|desiccants?|drying|gel|crystals|beads?|buttons?|pins?|needles?|magnets?|batter\w+|plastic"
    r"|bubble ?wrap|staples?|zip\w*|threads?|foam|powder|pellets?|ribbon|elastic|tassels?|cords?|stuffing|filling)"
)
_AN_ANIMAL = re.compile(
    rf"\b{_PET}\b[^.!?]{{0,40}}\b(?:ate|eaten|eats|swallow\w*|gobbl\w*|chewed|lick\w*|got (?:into|at))\b[^.!?]{{0,40}}"
    rf"\b{_SMALL_PART}\b"
    rf"|\b{_SMALL_PART}\b[^.!?]{{0,30}}\b(?:eaten|swallowed|gobbled)\b[^.!?]{{0,15}}\b{_PET}\b"
    rf"|\b{_PET}\b[^.!?]{{0,40}}\b(?:vomit\w*|thrown up|threw up|been sick|poisoned|chok\w+)\b",
    re.IGNORECASE,
)
_VALUABLE = (
    r"(?:(?:wedding|engagement|gold|silver|diamond) (?:ring|band)|rings?|necklace|bracelet|brooch|watch|earrings?"
    r"|jewel\w*|wallet|purse|banknotes?|hearing aid)"
)
_FOUND_IN_IT = re.compile(
    rf"\b(?:found|find|discovered|there (?:was|is|were|are)|there['’]s|came with|fell out|lay|sits|sat)\b[^.!?]{{0,30}}"
    rf"\b{_VALUABLE}\b(?! (?:is|was|number|cash|pocket))[^.!?]{{0,30}}"
    rf"\b(?:in|inside|out of|between|among|with) (?:the |my |one |its |a |that |this )?(?:\w+ ){{0,2}}?{_PARCEL}\b"
    rf"|\b(?:in|inside|out of|between) (?:the |my |one |its |a |that |this )?(?:\w+ ){{0,3}}?{_PARCEL}\b[^.!?]{{0,40}}"
    rf"\b(?:found|find|discovered|there (?:was|is|were|are)|there['’]s|lay|fell)\b[^.!?]{{0,20}}\b{_VALUABLE}\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|not|never|nothing|nobody|without)\b|n['’]t\b", re.IGNORECASE)


def tells_of_something_alive(sentence: str) -> bool:
    """Tell whether a sentence says that something alive, or vermin, was in the parcel."""
    return _happened(_ALIVE, sentence) and _ONLY_SHOWN.search(sentence) is None


def tells_of_an_animal(sentence: str) -> bool:
    """Tell whether a sentence says that an animal swallowed something of the goods or their packing."""
    return _happened(_AN_ANIMAL, sentence)


def tells_of_a_valuable(sentence: str) -> bool:
    """Tell whether a sentence says that a ring, a wallet or the like of somebody else lay with the goods."""
    return _happened(_FOUND_IN_IT, sentence)


def _happened(event: re.Pattern[str], sentence: str) -> bool:
    found = event.search(sentence)
    return found is not None and _NONE.search(found.group()) is None
