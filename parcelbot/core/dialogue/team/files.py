"""Take in the files that a shopper sends, with the line that comes with them."""

from __future__ import annotations

from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.replies import Reply
from parcelbot.core.dialogue.questions.only_asked import asks_in
from parcelbot.core.dialogue.talk import Talk

#: What settles an open question, whatever came with it.
_DECIDES = (Reply.YES, Reply.NO, Reply.CANCEL, Reply.NOTHING_TO_GIVE)


def comes_with_a_file(talk: Talk) -> bool:
    """Tell whether a message is a file with a line about it, which asks nothing."""
    return bool(talk.heard.file) and not (talk.heard.gives_details or asks_in(talk.heard))


def take_file(talk: Talk) -> bool:
    """Take in a file with its line, for the case that the team has, that is drafted, or that may come of the trouble.

    "There it is" means the picture then, and no parcel that turned up; a yes or a no beside it is taken as that.
    """
    if not comes_with_a_file(talk) or talk.heard.text.startswith("/") or talk.acts.reply in _DECIDES:
        return False
    ticket, drafted = talk.around.active_ticket(talk.known_before, talk.dialogue), talk.dialogue.case is not None
    says_found = talk.acts.reply is Reply.FOUND or talk.acts.social is Social.PARCEL_ARRIVED
    if ticket is None and not drafted and not (says_found and talk.dialogue.row):
        return False
    add_note(talk)
    talk.ending.add_to_case, talk.ending.offer = ticket is not None, ticket is None and not drafted
    tell_of_files(talk, ticket)
    return True


def tell_of_files(talk: Talk, ticket: Ticket | None) -> None:
    """Say which files have come, and who has them; that none has, where that is so."""
    files = talk.around.files
    if not files:
        talk.script.ask("utter_files_none")
        return
    words = {"files": talk.around.together(files), "reference": ticket.reference if ticket else ""}
    talk.script.ask("utter_files_on_the_case" if ticket else "utter_files_here", words)
