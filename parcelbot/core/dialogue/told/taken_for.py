"""Take a message for what its words tell of a danger, of another customer, of a piece found or of customs."""

from __future__ import annotations

from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.told.anothers_goods import keep_another_private
from parcelbot.core.dialogue.told.beyond_parcels import take_beyond_parcels
from parcelbot.core.dialogue.told.customs_told import keep_for_customs
from parcelbot.core.dialogue.told.found_pieces import tell_found_piece


def take_what_it_tells(talk: Talk) -> bool:
    """Take a message for the case it is about: a danger, another customer, a piece found, customs; False else."""
    return take_beyond_parcels(talk) or keep_another_private(talk) or tell_found_piece(talk) or keep_for_customs(talk)
