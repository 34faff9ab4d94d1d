"""Answer greetings, thanks, feelings, and what was not understood."""

from __future__ import annotations

from parcelbot.core.answering.memory import Memory
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.remembering import with_told
from parcelbot.core.dialogue.answers.answering import tell_next_step
from parcelbot.core.dialogue.answers.asked_back import ask_what_is_meant
from parcelbot.core.dialogue.answers.left_open import asks_anything, leave_open
from parcelbot.core.dialogue.answers.plans import settle_plan
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.drafts.sending import has_a_case, tell_who_reads
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.feelings import Feeling, comforts
from parcelbot.core.dialogue.hearing.own_question import likeliest_follow_up, sure_follow_up
from parcelbot.core.dialogue.questions.asked_now import has_the_goods, told_status
from parcelbot.core.dialogue.questions.sense import MOVING
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.told.in_hand import end_its_way
from parcelbot.core.intents import OUT_OF_SCOPE
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import WISHES
from parcelbot.core.reading.given_numbers.number_talk import speaks_of_a_number
from parcelbot.core.reading.goods.arrivals import looks_forward, says_it_came
from parcelbot.core.reading.replies.partings import blesses, hopes, says_good_night
from parcelbot.core.reading.replies.postponing import only_holds_on
from parcelbot.core.reading.replies.resolves import waits_on
from parcelbot.core.reading.told.telling import Told

#: Whoever leaves is not wished that such a parcel comes soon.
_COMES_NO_MORE = frozenset({Status.RETURNED, Status.DELIVERED, Status.EXCEPTION})
#: Only of what is on its way something may change by itself.
_LEAVES = frozenset({Social.GOODBYE.value, Social.THANKS.value})
#: From this belief on, words that only resemble leave or thanks are taken for them.
_LIKELY = 0.6
#: "Is anybody reading this?" beside a case; whether I am a person resembles that hardly at all.
_WHO_READS, _LEAST_OF_A_CASE = "case_who_reads", 0.15
_FEELINGS = {
    Feeling.ANGRY: "utter_apology",
    Feeling.DISAPPOINTED: "utter_feeling_sorry",
    Feeling.WORRIED: "utter_feeling_worried",
    Feeling.PRESSED: "utter_feeling_pressed",
}


def say_feeling(talk: Talk) -> None:
    """Say one honest clause about a feeling, the first time it shows."""
    if comforts(talk.heard.text) or Told.DIED in talk.memory.told:
        return
    feeling = talk.acts.feeling
    leaves = talk.acts.social in (Social.THANKS, Social.GOODBYE)
    if (
        feeling is None
        and talk.acts.complains
        and not leaves
        and not talk.heard.has_question_mark
        and not sure_follow_up(talk.heard)
    ):
        feeling = Feeling.DISAPPOINTED
    if feeling is Feeling.ANGRY or talk.acts.complains:
        talk.note(anger=talk.dialogue.anger + 1)
    if feeling is not None and not _was_felt(talk, feeling):
        talk.note(felt=(*talk.dialogue.felt, feeling.value))
        talk.script.say(_FEELINGS[feeling], role=TurnRole.FEELING)


def say_what_is_spoken(talk: Talk) -> None:
    """Say in the shopper's own language which ones we speak, and that a person can be had."""
    own = f"utter_other_language_{talk.acts.language}"
    talk.script.say(own if talk.script.title(own) else "utter_language_unknown", talk.around.language_words)


def answer_social(talk: Talk, social: Social) -> None:
    """Answer an act that asks nothing about a parcel."""
    handlers = {
        Social.BOT_CHALLENGE: _asked_whether_a_bot,
        Social.START_OVER: _start_over,
        Social.PARCEL_ARRIVED: _arrived,
        Social.FEEDBACK_USEFUL: useful,
        Social.FEEDBACK_NOT_USEFUL: not_useful,
        Social.NEXT_STEP: _next_step,
        Social.ACKNOWLEDGED: _acknowledged,
        Social.THANKS: _farewell,
        Social.GOODBYE: _farewell,
    }
    greeting = "utter_acknowledged" if talk.dialogue.row else "utter_greet"
    plain = {Social.GREET: greeting}
    if talk.dialogue.row and says_good_night(talk.heard.text, talk.heard.says):
        # what is a greeting before anything was told takes leave after it: "buenas noches"
        say_goodbye(talk)
    elif social in handlers:
        handlers[social](talk)
    else:
        leave_it_there(talk, plain.get(social, "utter_acknowledged" if talk.dialogue.row else "utter_anything_else"))


def _asked_whether_a_bot(talk: Talk) -> None:
    """Say what I am; who asks whether anybody reads a case that is there hears who does."""
    if has_a_case(talk) and likeliest_follow_up(talk.heard, _LEAST_OF_A_CASE) == _WHO_READS:
        tell_who_reads(talk)
    else:
        leave_it_there(talk, "utter_bot")


def useful(talk: Talk, response: str = "utter_glad") -> None:
    """Take that it helped."""
    talk.script.ask(response)
    talk.around.note(JournalKind.CONFIRMED, talk.dialogue.question, talk.dialogue.row)
    talk.note(feedback="useful", open=None)


def not_useful(talk: Talk) -> None:
    """Take that it did not help; a person is offered."""
    talk.script.ask("utter_sorry_not_useful")
    talk.around.note(JournalKind.NOT_USEFUL, talk.dialogue.question, talk.dialogue.row)
    talk.note(feedback="not_useful")
    talk.ending.offer = True


def _arrived(talk: Talk) -> None:
    """Be glad with whoever has it; who is only glad that it comes hears once more until when."""
    heard = talk.heard
    in_words = heard.text.startswith("/") or not heard.english or says_it_came(heard.text)
    if in_words or told_status(talk) is Status.DELIVERED:
        parcel_found(talk)
    else:
        leave_it_there(talk, "utter_acknowledged", with_its_day=True)


def parcel_found(talk: Talk) -> None:
    """Be glad that the parcel is there; nothing stays open about it."""
    talk.script.ask("utter_parcel_found")
    talk.around.note(JournalKind.CONFIRMED, talk.dialogue.question or talk.memory.question, talk.dialogue.row)
    talk.note(feedback="useful", open=None, pending=(), case=None)
    talk.remember(claims=with_told(talk.memory, {Told.IN_HAND}))
    end_its_way(talk)


def not_understood(talk: Talk) -> None:
    """Say that the message was not understood; offer likely meanings, the second time a person.

    Who only looks forward to it is left to that.
    """
    if talk.heard.english and talk.number and looks_forward(talk.heard.text):
        leave_it_there(talk, "utter_acknowledged", with_its_day=True)
        return
    talk.around.note(JournalKind.NOT_UNDERSTOOD)
    foreign = talk.heard.intent == OUT_OF_SCOPE
    if _speaks_of_the_number(talk, foreign):
        return
    if foreign:
        leave_open(talk)
        return
    talk.note(misses=talk.dialogue.misses + 1)
    if talk.dialogue.misses > 1:
        talk.script.say("utter_still_not_understood")
        talk.ending.offer = True
    else:
        ask_what_is_meant(talk)


def _speaks_of_the_number(talk: Talk, foreign: bool) -> bool:
    """Tell whether a number is asked for and the message may be of it: then that is asked in other words, no more."""
    waits = talk.waits_for(Asked.PARCEL) and bool(talk.dialogue.pending)
    return waits and not (foreign and talk.heard.english and not speaks_of_a_number(talk.heard.text))


def _was_felt(talk: Talk, feeling: Feeling) -> bool:
    return feeling.value in talk.dialogue.felt


def _start_over(talk: Talk) -> None:
    talk.memory = Memory()
    talk.dialogue = Dialogue(said=talk.dialogue.said, language=talk.dialogue.language)
    talk.script.ask("utter_start_over")


def _next_step(talk: Talk) -> None:
    """Say the next step again, or ask for the parcel that it is about."""
    if has_the_goods(talk):
        talk.script.ask("utter_goods_next_step")
        talk.ending.offer = True
    elif talk.number or talk.dialogue.row:
        tell_next_step(talk)
    else:
        talk.script.ask("utter_next_step_unknown")


def _acknowledged(talk: Talk) -> None:
    """Leave it at that, or leave them the time; who has told nothing yet is asked what it is about."""
    if talk.dialogue.row and only_holds_on(talk.heard.text, talk.heard.says):
        talk.script.ask("utter_take_your_time")
        return
    leave_it_there(talk, "utter_acknowledged" if talk.dialogue.row else "utter_anything_else")


def leave_it_there(talk: Talk, response: str, with_its_day: bool = False) -> None:
    """Leave it at that in `response`; whoever says that they wait, or `with_its_day`, hears once more until when."""
    if response == "utter_acknowledged" and talk.dialogue.case is not None:
        # an "ok" while a case is drafted: whether to send it is asked, and nothing else is said
        return
    waits = with_its_day or waits_on(talk.heard.text)
    if response == "utter_acknowledged" and waits and told_status(talk) in MOVING:
        response = "utter_waits_on" if talk.script.next_text("utter_waits_on") else response
    decided = settle_plan(talk, talk.plan_question).decided if talk.number and waits else None
    dated = decided is not None and decided.answer.wait_until is not None
    if decided is None or not dated or not talk.script.say([response, "utter_plan_stands"], talk.words(decided)):
        talk.script.ask(response)


def takes_leave(talk: Talk) -> bool:
    """Tell whether a message that has no other answer likely takes leave or thanks, in words that are none of ours."""
    heard = talk.heard
    return heard.intent in _LEAVES and heard.confidence >= _LIKELY and not asks_anything(talk)


def say_goodbye(talk: Talk) -> None:
    """Take leave; nothing is asked any more, and nothing hoped for of a parcel that does not come."""
    if says_good_night(talk.heard.text, talk.heard.says):
        talk.script.ask("utter_good_night")
        return
    wanted = WISHES.isdisjoint(talk.dialogue.matters)
    comes = talk.number and told_status(talk) not in _COMES_NO_MORE and wanted
    talk.script.ask("utter_goodbye" if comes and not talk.dialogue.anger else "utter_goodbye_plain")


def _farewell(talk: Talk) -> None:
    """Reply to thanks, a blessing and goodbye in kind, and ask nothing: a survey is no answer to any of them."""
    if talk.acts.social is Social.GOODBYE:
        say_goodbye(talk)
    elif hopes(talk.heard.text, talk.heard.says):
        talk.script.ask("utter_hope_too")
    else:
        talk.script.ask("utter_bless_too" if blesses(talk.heard.text, talk.heard.says) else "utter_youre_welcome")
