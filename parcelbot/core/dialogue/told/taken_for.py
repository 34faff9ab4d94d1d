"""Take a message for what its words tell of goods, of customs and of an address, before anything is answered."""

from __future__ import annotations

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.dialogue.cases.new_address import with_its_address
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.told.anothers_goods import keep_another_private
from parcelbot.core.dialogue.told.beyond_parcels import take_beyond_parcels, without_the_goods_form
from parcelbot.core.dialogue.told.customs_told import keep_for_customs, with_its_customs
from parcelbot.core.dialogue.told.found_pieces import tell_found_piece
from parcelbot.core.dialogue.told.goods_told import at_the_counter, in_use, with_its_goods


def taken_for_what_it_tells(heard: Heard, memory: Memory) -> Heard:
    """Take a message for what it tells."""
    heard = without_the_goods_form(in_use(with_its_goods(at_the_counter(heard, memory)), memory), memory)
    return with_its_address(with_its_customs(heard))


def take_what_it_tells(talk: Talk) -> bool:
    """Take a message for the case it is about: a danger, another customer, a piece found, customs; False else."""
    return take_beyond_parcels(talk) or keep_another_private(talk) or tell_found_piece(talk) or keep_for_customs(talk)
