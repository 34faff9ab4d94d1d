"""Say that all is told and who can know more, instead of telling the very same once more."""

from __future__ import annotations

from collections.abc import Mapping

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.answers.anchored import carrier_can_say
from parcelbot.core.dialogue.answers.answered import source_of
from parcelbot.core.dialogue.hearing.corrections import asks_beside_the_correction
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.replies.repeats import hears_the_same_again, without_the_reproach


def take_same_again(talk: Talk) -> bool:
    """Apologise to whoever hears the same again; True where nothing else is asked, and it is said who can know more."""
    heard = talk.heard
    corrects = heard.form.corrects
    reproaches = corrects or hears_the_same_again(heard.text, heard.says)
    if not talk.dialogue.row or heard.text.startswith("/") or not reproaches:
        return False
    talk.keep_the_matter()
    if _asks_besides(talk):
        talk.script.ask("utter_read_wrongly" if corrects else "utter_same_again")
        return False
    if corrects:
        # what was meant is asked for, and nothing is told once more
        return False
    decided = talk.decide(talk.plan_question)
    if not tell_all_known(talk, decided, talk.words(decided), "utter_same_again"):
        return False
    # before the day that was named, nobody has to be asked
    talk.ending.offer = talk.plan_day is None
    return True


def _asks_besides(talk: Talk) -> bool:
    """Tell whether the message asks something beside the reproach; in other languages its phrases or a mark tell."""
    if talk.heard.form.corrects:
        return asks_beside_the_correction(talk.heard)
    if not talk.heard.english:
        return asks_or_is_marked(talk.heard)
    return bool(without_the_reproach(talk.heard.text)) and asks_or_is_marked(talk.heard)


def tell_all_known(talk: Talk, decided: DecidedEnquiry, words: Mapping[str, str], sorry: str = "") -> bool:
    """Say that all is told, the day of a dated plan and who can know more; False when that was said before."""
    more = _who_knows_more(talk, decided)
    if not talk.script.next_text(more, words):
        return False
    dated = decided.answer.wait_until is not None
    return talk.script.say([sorry, more, "utter_plan_stands" if dated else ""], words, custom=source_of(decided))


def _who_knows_more(talk: Talk, decided: DecidedEnquiry) -> str:
    """Choose whom to name: the team that has the case, a carrier that was not asked, or a person."""
    if talk.around.active_ticket(talk.memory, talk.dialogue) is not None:
        return "utter_all_known_team"
    return "utter_all_known_carrier" if carrier_can_say(decided.facts) else "utter_all_known_person"
