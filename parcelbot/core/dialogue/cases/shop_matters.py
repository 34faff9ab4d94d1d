"""Keep what is asked of the shop for the case that a person settles."""

from __future__ import annotations

from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.talk import Talk


def keep_shop_matter(talk: Talk, asked: str) -> None:
    """Keep a matter of the shop that was answered, in the shopper's words; anything else is left as it is."""
    if not talk.around.second_matters.is_of_the_shop(asked):
        return
    add_note(talk)
    kept = (name for name in talk.dialogue.shop_matters if name != asked)
    talk.note(shop_matters=(*kept, asked))
    talk.ending.case_moved = talk.dialogue.case is not None
