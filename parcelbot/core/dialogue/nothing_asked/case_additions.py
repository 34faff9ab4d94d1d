"""Say what a message that asks nothing has changed in a case that is not sent; a feeling gets a word, no receipt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.cases.draft_lines import draft_lines
from parcelbot.core.dialogue.answers.left_open import asks_anything, only_nods
from parcelbot.core.dialogue.cases.beside_a_case import add_note
from parcelbot.core.dialogue.cases.revising import refuses, revision_of, tells_revision
from parcelbot.core.dialogue.cases.steam import only_vents
from parcelbot.core.dialogue.drafts.handing_over import go_on, remind_of_case
from parcelbot.core.dialogue.nothing_asked.circumstances import tell_what_follows
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.cases.case_words import puts_right, requests
from parcelbot.core.reading.cases.draft_words import says_what_is_not_so
from parcelbot.core.reading.facts.what_weighs import reproaches
from parcelbot.core.reading.questions.sentences import wishes_for_something
from parcelbot.core.reading.text.plain_text import count_said
from parcelbot.core.reading.wanted.wishes import changes_its_mind, is_wish, wished_matters
from parcelbot.core.reading.wanted.wishes_elsewhere import wished_elsewhere

#: More words than these are no value or name that has to be seen.
_MOST_SAID_BACK = 9
_IDENTIFIES = re.compile(r"[\w.+-]*[@\d][\w.+@-]*", re.ASCII)


def put_in_the_case(talk: Talk) -> None:
    """Put a line into the case, and say what the case says now, or that a person answers what it asks."""
    before = talk.dialogue.notes
    add_note(talk)
    if asks_anything(talk):
        talk.script.ask("utter_noted_question")
        # "it goes to the person" holds for a case that was sent before as well
        talk.ending.add_to_case = talk.dialogue.case is None
    elif talk.dialogue.case is not None:
        tell_what_changed(talk, before)
    else:
        talk.ending.add_to_case = talk.ending.tells_of_adding = True


def tell_what_changed(talk: Talk, before: Sequence[str]) -> None:
    """Say what the case says now, or the line that is new in it; `before` are the lines that it had."""
    if _takes_lines_out(talk):
        go_on(talk)
        return
    says_otherwise = talk.waits_for(Asked.CASE_CONFIRM) and says_what_is_not_so(talk.heard.text)
    if tells_revision(talk) or _hears_it(talk):
        says_otherwise = False
    else:
        _tell_line(talk, before)
        tell_what_follows(talk)
    if says_otherwise:
        # another case than the one that was asked about
        talk.asks(Asked.CASE_CONFIRM)
        talk.script.ask("utter_still_case_confirm")
    elif talk.waits_for(Asked.CASE_CONFIRM) and talk.memory.phone != talk.known_before.phone:
        # what is given changes the fields that are shown
        go_on(talk)
    else:
        (remind_of_case if talk.waits_for(Asked.CASE_CONFIRM) or talk.waits_for(Asked.CASE_EMAIL) else go_on)(talk)


def _takes_lines_out(talk: Talk) -> bool:
    """Tell whether a message takes back what others told, and no wish: the case that is shown is another one then."""
    before = talk.around.standing(talk.known_before, talk.was, with_this=False)
    gone = set(before.story) - set(talk.around.standing(talk.memory, talk.dialogue).story)
    revises = revision_of(talk)
    return talk.waits_for(Asked.CASE_CONFIRM) and bool(gone) and not (revises.out or revises.new)


def _hears_it(talk: Talk) -> bool:
    """Answer a reproach with one human clause: that it was written down is no answer to it."""
    heard = talk.heard
    if not (talk.acts.complains or only_vents(heard) or reproaches(heard.text)):
        return False
    if not talk.script.messages:
        talk.script.ask("utter_hears_reproach")
    return True


def _tell_line(talk: Talk, before: Sequence[str]) -> None:
    """Say what is new in the case, or stands at its end anew; of thanks and of a mere number nothing is added.

    A few words are said back once, to show where they went; every line, or a long one, would be an echo. What is wished
    or put right always is: whoever changes something reads that it was taken.
    """
    case = talk.dialogue.case
    new = [note for note in talk.dialogue.notes if note not in before and not _only_identifies(note)]
    again = talk.dialogue.notes[-1:] if talk.dialogue.notes != tuple(before) else ()
    added = " ".join(draft_lines(new or again)).rstrip(".。")
    is_echo = count_said(added) > _MOST_SAID_BACK or (case is not None and case.echoed)
    if added and case is not None and is_echo and not _changes_something(talk):
        talk.script.ask("utter_noted_in_case")
    elif added:
        talk.note(case=replace(case, echoed=True) if case else None)
        talk.script.ask("utter_added_to_draft", {"added": added})
    else:
        talk.script.ask("utter_acknowledged" if only_nods(talk.heard) else "utter_read_it")


def _changes_something(talk: Talk) -> bool:
    """Tell whether a line wishes for something, refuses it, or puts something right."""
    heard = talk.heard
    wishes = is_wish(heard.text) or wished_elsewhere(heard.text) or wished_matters(heard.text)
    asks_for_it = requests(heard.text) or (heard.english and wishes_for_something(heard.text))
    changes = puts_right(heard.text, heard.says) or changes_its_mind(heard.text)
    return bool(wishes or asks_for_it or changes or refuses(talk))


def _only_identifies(note: str) -> bool:
    """Tell whether a line is nothing but a number or an e-mail."""
    return _IDENTIFIES.fullmatch(note) is not None
