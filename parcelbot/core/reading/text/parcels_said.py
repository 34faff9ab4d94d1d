"""Name the ways in which phrases of a language tell one of several parcels from the others. Pure."""

from __future__ import annotations

from enum import Enum


class ParcelSaid(str, Enum):
    """Way in which a message in another language was found to name one of several parcels, or of two orders."""

    THE_OTHER = "the_other"
    THE_FIRST = "the_first"
    ONE_ON_THE_VAN = "one_on_the_van"
    ONE_IN_CUSTOMS = "one_in_customs"
    ONE_TO_FETCH = "one_to_fetch"
    ONE_TO_COME = "one_to_come"
    ONE_THAT_CAME = "one_that_came"
