"""End a reply with at most one question of ours: the hand-over, what is missing, a check, an offer, or a silent one."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import NO_PARCEL
from parcelbot.core.answering.open_question import OFFERED_BESIDE, Asked
from parcelbot.core.dialogue.drafts.handing_over import CLOSING, begin_case, keep_the_offer, remind_of_case
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.feelings import Feeling
from parcelbot.core.dialogue.parcels.which_parcel import ask_for_parcel
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.team.open_case import tell_of_adding
from parcelbot.core.dialogue.watching import offer_news
from parcelbot.core.parcel.identify import Need
from parcelbot.core.questions import ISSUES, PLAN_QUESTIONS, Question
from parcelbot.core.reading.contact.phone_questions import asks_for_a_number
from parcelbot.core.reading.told.telling import Told

#: What was asked in silence, or offered before, gives way to a person who was named.
_GIVES_WAY = (Asked.HELPED, Asked.PERSON, Asked.NEWS)
#: The checklist is left for an offer once so many other things were answered since its last step was asked about.
MOST_BESIDE_A_STEP = 3

#: An offer that was passed over so often is not made again; it holds in silence.
MOST_TIMES_OFFERED = 2
#: What is said once to whoever leaves, and has told nobody but us.
_UNSENT = "utter_unsent_at_end"
#: After so many answers to something else the number is asked for once more.
_DIGRESSIONS = 2
#: From this many angry messages on, a person is offered with every answer.
ANGER_THAT_NEEDS_A_PERSON = 2


def end_reply(talk: Talk) -> None:
    """End the reply with at most one question: the hand-over, what is missing, a check, an offer, or a silent one."""
    ending = talk.ending
    # who was told to wait, and has, is not told it once more
    ending.offer |= Told.TOLD_TO_WAIT in talk.memory.told - talk.known_before.told
    if asks_for_a_number(talk.heard.text) and ending.decided is not None:
        # the number is the carrier's; whoever meant ours can have a person
        ending.offer = True
    if ending.declined:
        ending.hand_over = ending.wanted = ending.offer = False
    if ending.tells_of_adding:
        tell_of_adding(talk)
    if ending.open_case or ending.asked or ending.tells_of_adding:
        return
    if talk.dialogue.case is not None:
        _back_to_case(talk)
    elif _only_closes(talk) and _ends_unfinished(talk):
        return
    elif ending.wanted or talk.acts.wants_person:
        _bring_to_a_person(talk)
    elif ending.hand_over:
        _hand_over(talk)
    elif talk.dialogue.pending:
        _back_to_parcel(talk)
    elif _check_is_due(talk):
        _ask_check(talk)
    elif _step_stays_open(talk):
        _leave_the_step_open(talk)
    elif ending.invites is not None:
        _invite(talk, ending.invites)
    elif ending.offer and _was_declined(talk):
        keep_the_offer(talk)
    elif ending.offer or (ending.decided and talk.dialogue.anger >= ANGER_THAT_NEEDS_A_PERSON):
        _offer_person(talk)
    elif ending.keeps_offer and (talk.open is None or talk.open.asked in _GIVES_WAY):
        keep_the_offer(talk)
    elif ending.decided is not None and not talk.waits_for(Asked.PERSON) and not offer_news(talk):
        talk.asks(Asked.HELPED)


def _only_closes(talk: Talk) -> bool:
    """Tell whether nothing was said but what is said to whoever nods, thanks or leaves."""
    return talk.script.has_said(CLOSING) and not talk.script.says_more_than(CLOSING)


def _ends_unfinished(talk: Talk) -> bool:
    """Say once, to whoever leaves, that what a person was held out for is with nobody yet; False where it is not so."""
    if _has_told_nobody_else(talk) and talk.script.next_text(_UNSENT):
        talk.script.ask(_UNSENT)
        talk.asks(Asked.PERSON)
        return True
    return False


def _has_told_nobody_else(talk: Talk) -> bool:
    """Tell whether the shopper has told something, was held out a person for it, and none has it nor was declined."""
    sent = talk.around.active_ticket(talk.memory, talk.dialogue) is not None
    came = talk.memory.claims.get("came")
    held_out = bool(talk.number and talk.dialogue.notes and talk.dialogue.offers)
    return held_out and not (sent or came or talk.wants_nobody)


def _invite(talk: Talk, asked: Asked) -> None:
    """Note what the answer asked the shopper to say; who has said that nothing came is offered a person instead.

    Who was offered one and asked something else in between still is: their yes is for that.
    """
    said_so = talk.plan_question is Question.DELIVERED_NOT_RECEIVED or talk.waits_for(Asked.PERSON)
    if asked is Asked.MISSING and said_so:
        _offer_person(talk)
        return
    wanted = talk.ending.decided.facts.wanted if talk.ending.decided else None
    talk.asks(asked, about=wanted.value if asked is Asked.DETAIL and wanted else "")


def _bring_to_a_person(talk: Talk) -> None:
    """Begin to hand over; who has sent the case in this talk and got an answer hears of it no more."""
    ticket = talk.around.active_ticket(talk.memory, talk.dialogue)
    if ticket is not None and ticket.reference == talk.was.ticket and talk.script.messages:
        talk.ending.add_to_case |= talk.dialogue.notes != talk.was.notes
        talk.note(open=None)
    else:
        begin_case(talk)


def _hand_over(talk: Talk) -> None:
    """Hand over what a row gives to a person; a case that the team has already is not opened twice."""
    if talk.around.active_ticket(talk.memory, talk.dialogue) is None:
        begin_case(talk)
    else:
        _offer_person(talk)


def _back_to_case(talk: Talk) -> None:
    """Come back to the case that was being filled in; another parcel that was looked at meanwhile starts it anew."""
    decided = talk.ending.decided
    before = "" if talk.known_before.parcel == NO_PARCEL else talk.known_before.parcel
    is_another = decided is not None and decided.enquiry.number != before
    if decided and is_another and decided.enquiry.question in PLAN_QUESTIONS and not talk.ending.case_moved:
        talk.note(case=None)
        _offer_person(talk)
    else:
        remind_of_case(talk)


def _back_to_parcel(talk: Talk) -> None:
    """Ask for the parcel again after some digressions; who was just asked and got an answer knows what is needed."""
    if talk.around.active_ticket(talk.known_before, talk.dialogue) is not None:
        talk.note(pending=())
        return
    if _knows_what_is_needed(talk):
        if talk.ending.offer and talk.ending.decided is None:
            _offer_person(talk)
        return
    ask_for_parcel(talk, [Question(name) for name in talk.dialogue.pending])


def _knows_what_is_needed(talk: Talk) -> bool:
    """Tell whether a number was asked for just before something else was answered."""
    waiting = talk.open
    if waiting is None or waiting.asked is not Asked.PARCEL or waiting.about != Need.NUMBER.value:
        return False
    return waiting.since < _DIGRESSIONS and len(talk.script.messages) > talk.ending.begins


def _check_is_due(talk: Talk) -> bool:
    """Tell whether the next step of the checklist is to be asked: a row wants it, and it was not asked just now."""
    waiting, check = talk.open, talk.next_check
    just_asked = waiting is not None and waiting.asked is Asked.CHECK and waiting.about == check and not waiting.since
    return bool(talk.ending.checklist and check) and not just_asked


def _step_stays_open(talk: Talk) -> bool:
    """Tell whether a step of the checklist waits on, silently, while something beside it was answered.

    Its question stands above; asked again after every answer it would say that nobody listened.
    """
    waiting, decided = talk.open, talk.ending.decided
    if waiting is None or waiting.asked is not Asked.CHECK or waiting.since >= MOST_BESIDE_A_STEP:
        return False
    if talk.acts.social is Social.GOODBYE or talk.dialogue.anger >= ANGER_THAT_NEEDS_A_PERSON:
        return False
    return decided is None or decided.enquiry.question not in ISSUES or decided.enquiry.question in PLAN_QUESTIONS


def _leave_the_step_open(talk: Talk) -> None:
    """Leave the step as it is, noting whether the last answer offered a person: a yes to that searched nothing."""
    waiting = talk.open
    if waiting is not None:
        offered = (OFFERED_BESIDE,) if talk.ending.offer else ()
        talk.note(open=replace(waiting, choices=offered, since=waiting.since + 1))


def _ask_check(talk: Talk) -> None:
    check, words = talk.next_check, talk.around.checklist_words(bool(talk.memory.people_asked))
    if not (talk.script.next_text(f"utter_ask_{check}", words) or _may_remind(talk, check)):
        _offer_person(talk)
        return
    talk.asks(Asked.CHECK, about=check)
    again = talk.open is not None and talk.open.times > 1
    talk.script.ask(f"utter_still_{check}" if again else f"utter_ask_{check}", words)


def _may_remind(talk: Talk, check: str) -> bool:
    """Tell whether the step was not asked about in all its words yet; a person is what is left then."""
    return bool(talk.script.next_text(f"utter_still_{check}"))


def _was_declined(talk: Talk) -> bool:
    """Tell whether a person was not wanted, and the shopper neither complains by now nor has the plan grown worse."""
    return talk.wants_nobody and not _is_upset(talk)


def _offer_stands(talk: Talk) -> bool:
    """Tell whether the offer was passed over often enough, or made just now: who complains then hears it once more."""
    just_made = talk.waits_for(Asked.PERSON) and talk.open is not None and talk.open.since == 0
    return bool(talk.script.messages) and (passed_over(talk) or (just_made and not _is_upset(talk)))


def passed_over(talk: Talk) -> bool:
    """Tell whether a person was offered often enough to be dropped."""
    return talk.dialogue.offers >= MOST_TIMES_OFFERED


def _is_upset(talk: Talk) -> bool:
    return talk.acts.complains or talk.acts.feeling is Feeling.ANGRY


def _offer_person(talk: Talk) -> None:
    """Offer to pass the case to a person, or say that the team has it, to whom this is news."""
    ticket = talk.around.active_ticket(talk.memory, talk.dialogue)
    if ticket is not None:
        if ticket.reference != talk.was.ticket or not talk.script.messages:
            # whoever sent it in this talk knows that, and behind an answer it would be a refrain
            talk.script.say("utter_with_the_team", talk.around.ticket_words(ticket))
        talk.note(open=None)
        return
    if _offer_stands(talk):
        if not talk.waits_for(Asked.PERSON):
            keep_the_offer(talk)
        return
    due = talk.promise_answer()
    talk.script.ask("utter_offer_person", {"due": due})
    talk.asks(Asked.PERSON)
