"""Ask back which second question is meant, where a message asks something and none is believed enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parcelbot.core.answering.memory import FollowUp
from parcelbot.core.dialogue.questions.only_asked import asks_marked_or_not
from parcelbot.core.dialogue.second_questions.likely_here import likely_here
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.language import Button
from parcelbot.core.reading.questions.pressed_second import OTHER, command_of

#: Of the next messages that were held out: with a likeliest from here on two in three meant one of the three offered;
#: with fewer offered, it was one in two.
LEAST_OF_THE_FIRST, LEAST_BESIDE_IT = 0.2, 0.06
#: In other languages each is believed by itself, and what is believed less than this is chance.
_LEAST_ELSEWHERE = 0.25
MOST_CHOICES, _MOST_TIMES = 3, 2
#: The name under which a book has the title of a second question.
_TITLE = "utter_second_"


def ask_which_is_meant(talk: Talk, makes_sense: Callable[[str], bool]) -> bool:
    """Offer the second questions that a message may be; False where it asks nothing, or it was asked back enough."""
    if not _may_ask(talk):
        return False
    choices = _choices(talk, likely_here(talk, makes_sense))
    if not choices:
        return False
    others = Button(talk.script.title("utter_button_something_else"), command_of(OTHER))
    talk.script.ask("utter_not_understood", buttons=[*choices, others])
    talk.note(asked_back=talk.dialogue.asked_back + 1, just_asked_back=True)
    return True


def take_another_question(talk: Talk) -> bool:
    """Offer a person where none of the offered questions was meant; False for any other message."""
    if not any(found.name == OTHER for found in talk.heard.follow_ups):
        return False
    talk.script.ask("utter_still_not_understood")
    talk.ending.offer = True
    return True


def _may_ask(talk: Talk) -> bool:
    """Tell whether a message inside a talk asks something, nothing was asked back just now, and not twice before."""
    told = bool(talk.dialogue.row) and talk.dialogue.case is None
    again = talk.was.just_asked_back or talk.dialogue.asked_back >= _MOST_TIMES
    return told and not again and _is_unclear(talk) and asks_marked_or_not(talk.heard)


def _is_unclear(talk: Talk) -> bool:
    """Tell whether a message does nothing that is known: it wants no person, no ticket and no language, and presses
    no button.
    """
    acts = talk.acts
    does = acts.wants_person or acts.asks_for_ticket or acts.language or acts.social
    return not (does or talk.heard.asks_language or talk.heard.text.startswith("/"))


def _choices(talk: Talk, likely: Sequence[FollowUp]) -> list[Button]:
    """Give the buttons of what is worth asking and has a title in this language."""
    least = LEAST_OF_THE_FIRST if talk.heard.english else _LEAST_ELSEWHERE
    if not likely or likely[0].belief < least:
        return []
    worth = [found.name for found in likely if found.belief >= LEAST_BESIDE_IT][:MOST_CHOICES]
    titles = {name: talk.script.title(f"{_TITLE}{name}") for name in worth}
    return [Button(title, command_of(name)) for name, title in titles.items() if title]
