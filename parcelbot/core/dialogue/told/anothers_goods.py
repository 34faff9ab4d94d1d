"""Keep another customer private whose things came in a parcel: nobody writes to them, and nothing of theirs is told."""

from __future__ import annotations

from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.cases.own_order import tells_of_anothers_goods
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.goods.anothers_goods import gives_their_number, turns_to_the_owner


def keep_another_private(talk: Talk) -> bool:
    """Say that the other customer is ours to turn to, and none of theirs is told; False where nobody wants to."""
    if (
        not (tells_of_anothers_goods(talk.heard, talk.known_before) and turns_to_the_owner(talk.heard.text))
        or not talk.dialogue.row
    ):
        return False
    talk.keep_the_matter()
    if not gives_their_number(talk.heard.text):
        add_note(talk)
    talk.script.ask("utter_another_is_private")
    if talk.around.active_ticket(talk.memory, talk.dialogue) is not None:
        talk.ending.add_to_case = True
    elif talk.dialogue.case is None:
        talk.ending.hand_over = True
    return True
