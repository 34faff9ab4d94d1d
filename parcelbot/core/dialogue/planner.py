"""Plan one turn: danger first, then the answer to what was asked, then everything the message asks, then the ending."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.answering.remembering import memory_after
from parcelbot.core.dialogue.answers.all_known import take_same_again
from parcelbot.core.dialogue.answers.answering import answer_all
from parcelbot.core.dialogue.answers.left_open import leave_open, tells_of_the_told_trouble
from parcelbot.core.dialogue.answers.ruled_out import rule_out
from parcelbot.core.dialogue.cases.asides import note_asides
from parcelbot.core.dialogue.cases.beside_a_case import (
    confirm_what_weighs,
    keep_only_what_is_asked,
    keep_what_weighs,
    keep_wish,
)
from parcelbot.core.dialogue.cases.second_order import keep_the_first_order
from parcelbot.core.dialogue.cases.statements import (
    only_reproaches,
    takes_a_wish_away,
)
from parcelbot.core.dialogue.cases.taking_back import regret_misread_checks, take_back_wishes
from parcelbot.core.dialogue.composing import TurnRole
from parcelbot.core.dialogue.danger import answer_danger, guard_secrets
from parcelbot.core.dialogue.drafts.shut_mailboxes import keep_off_shut_mailboxes
from parcelbot.core.dialogue.drafts.team_language import take_what_is_read
from parcelbot.core.dialogue.drafts.tickets import tell_tickets
from parcelbot.core.dialogue.drafts.wrong_draft import leave_a_wrong_draft
from parcelbot.core.dialogue.hearing.acts import read_acts
from parcelbot.core.dialogue.hearing.known_numbers import completed_number
from parcelbot.core.dialogue.hearing.own_question import sure_follow_up
from parcelbot.core.dialogue.known import count_offers, superfluous
from parcelbot.core.dialogue.nothing_asked.circumstances import tell_what_follows
from parcelbot.core.dialogue.nothing_asked.complaints import answer_complaint
from parcelbot.core.dialogue.nothing_asked.other_acts import answer_other_acts
from parcelbot.core.dialogue.nothing_asked.smalltalk import (
    say_feeling,
    say_what_is_spoken,
)
from parcelbot.core.dialogue.nothing_asked.wants_a_person import (
    hand_over_as_asked,
    heed_whether_a_person_is_wanted,
    keep_to_the_case,
)
from parcelbot.core.dialogue.open_question.beside_the_answer import answer_and_go_on
from parcelbot.core.dialogue.open_question.endings import end_reply
from parcelbot.core.dialogue.open_question.taking_replies import take_reply
from parcelbot.core.dialogue.parcels.goods_beside_parcels import (
    only_the_goods,
    tell_what_is_asked_after,
    tell_what_is_out,
)
from parcelbot.core.dialogue.parcels.needed_first import gives_a_phone_for_a_number, goes_to_a_person, waits_for_parcel
from parcelbot.core.dialogue.parcels.one_came import tell_one_came
from parcelbot.core.dialogue.parcels.turning import ask_for_the_other, take_parcel_reply
from parcelbot.core.dialogue.parcels.which_parcel import (
    ask_for_parcel,
    settle_parcel,
    tell_of_all,
    tell_of_several,
    turn_to_the_order,
)
from parcelbot.core.dialogue.planned_turn import PlannedTurn
from parcelbot.core.dialogue.questions.asked_now import possible_there, questions_now
from parcelbot.core.dialogue.questions.inside_the_matter import keep_open
from parcelbot.core.dialogue.questions.of_a_refund import of_the_money, take_for_the_money
from parcelbot.core.dialogue.questions.sense import happened_for_sure
from parcelbot.core.dialogue.readings import Situation, read_in
from parcelbot.core.dialogue.script import Script
from parcelbot.core.dialogue.second_questions.by_its_word import tell_by_its_word
from parcelbot.core.dialogue.second_questions.follow_ups import ask_back
from parcelbot.core.dialogue.second_questions.order_kept import keep_the_order
from parcelbot.core.dialogue.second_questions.which_meant import take_another_question
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.surroundings import Surroundings
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.dialogue.team.about_the_case import answer_about_the_case
from parcelbot.core.dialogue.team.after_solving import take_after_solving, without_what_was_solved
from parcelbot.core.dialogue.team.files import take_file
from parcelbot.core.dialogue.team.last_days import take_last_day
from parcelbot.core.dialogue.team.open_case import take_for_the_case
from parcelbot.core.dialogue.told.corrected_day import take_corrected_day
from parcelbot.core.dialogue.told.decisions import take_decision
from parcelbot.core.dialogue.told.in_hand import settle_what_came
from parcelbot.core.dialogue.told.other_article import take_another_article
from parcelbot.core.dialogue.told.taken_for import take_what_it_tells
from parcelbot.core.dialogue.told.told_days import keep_told_days
from parcelbot.core.dialogue.watching import see_what_was_told, take_news_wish
from parcelbot.core.dialogue.whole_messages.asked_of_a_person import keep_what_was_answered
from parcelbot.core.dialogue.whole_messages.asked_with_it import tell_matters_of_the_order, tell_what_came_with_it
from parcelbot.core.dialogue.whole_messages.before_buying import answer_before_buying
from parcelbot.core.dialogue.whole_messages.certain import tell_certain_second, tell_second_and_the_other
from parcelbot.core.dialogue.whole_messages.other_questions import keep_for_the_parcel, tell_the_other_question
from parcelbot.core.dialogue.whole_messages.two_orders import (
    answer_of_the_other,
    keep_orders,
    tell_other_orders,
    told_apart,
)
from parcelbot.core.dialogue.whole_messages.unread_opening import take_unread_opening
from parcelbot.core.language import Phrasebook
from parcelbot.core.questions import Question


def plan_turn(heard: Heard, memory: Memory, dialogue: Dialogue, around: Surroundings, book: Phrasebook) -> PlannedTurn:
    """Plan what is said to one message. Pure but for what `around` looks up; always says something."""
    of_case, dialogue = dialogue.ticket, without_what_was_solved(dialogue, around)
    waiting = dialogue.open
    as_heard = heard
    heard, read = read_in(heard, Situation(memory, dialogue, around.second_matters, around.next_messages))
    heard, beside = told_apart(heard, memory, around)
    acts = read_acts(heard, waiting, bool(dialogue.row))
    after = memory_after(heard, memory, waiting.asked if waiting else None)
    left = replace(dialogue, just_asked_back=False)
    script = Script(book, dialogue.said, heard.form.answered_by_yes_or_no)
    talk = Talk(heard, acts, around, script, after, left, memory, dialogue)
    note_asides(talk, as_heard)
    keep_told_days(talk)
    keep_the_first_order(talk)
    rule_out(talk)
    keep_orders(talk, (heard, *beside))
    keep_only_what_is_asked(talk)
    keep_to_the_case(talk)
    heed_whether_a_person_is_wanted(talk)
    keep_off_shut_mailboxes(talk)
    _take_email(talk)
    # what came is looked up: only now, as an e-mail to answer to opens no order
    settle_what_came(talk)
    leave_a_wrong_draft(talk)
    take_back_wishes(talk)
    regret_misread_checks(talk)
    _plan(talk, of_case)
    talk.script.compose(superfluous(talk))
    count_offers(talk)
    see_what_was_told(talk)
    keep_open(talk)
    keep_for_the_parcel(talk)
    return PlannedTurn(
        tuple(talk.script.messages),
        talk.memory,
        talk.as_left(waiting),
        talk.ending.open_case,
        talk.ending.add_to_case,
        talk.watching,
        read,
    )


def _take_email(talk: Talk) -> None:
    """Take a new e-mail as the one to answer to; the order stays open by the one that it was opened with."""
    heard, before = talk.heard, talk.known_before
    if not heard.email or heard.email in talk.dialogue.shut_emails:
        return
    talk.note(answer_to=heard.email)
    another = heard.order_number or heard.numbers or heard.email == before.email
    if before.email and not another and talk.around.identify(before).order is not None:
        talk.remember(email=before.email, parcel=before.parcel)


def _plan(talk: Talk, of_case: str) -> None:
    """Plan everything of a turn; `of_case` is the case that the conversation had when it began, "" for none."""
    _welcome_back(talk)
    guarded = guard_secrets(talk)
    if answer_danger(talk) or guarded:
        keep_what_was_answered(talk)
        return
    say_feeling(talk)
    if number := completed_number(talk.heard):
        talk.script.say("utter_number_completed", {"number": number}, role=TurnRole.FEELING)
    if talk.acts.language:
        say_what_is_spoken(talk)
    if talk.dialogue.case is None and not talk.dialogue.ticket:
        keep_wish(talk)
    weighs = keep_what_weighs(talk)
    tell_other_orders(talk)
    talk.ending.begins = len(talk.script.messages)
    if not (
        answer_of_the_other(talk)
        or take_file(talk)
        or take_last_day(talk)
        or take_corrected_day(talk)
        or take_what_it_tells(talk)
        or take_decision(talk)
        or take_news_wish(talk)
        or keep_the_order(talk)
        or tell_certain_second(talk)
        or answer_and_go_on(talk)
        or take_reply(talk)
        or take_after_solving(talk, of_case)
        or take_for_the_case(talk)
    ):
        _answer_new(talk)
    confirm_what_weighs(talk, weighs)
    # before the case is shown: what was answered is no question of it
    keep_what_was_answered(talk)
    end_reply(talk)
    if not talk.script.messages and not talk.ending.open_case:
        talk.script.ask("utter_all_said")


def _welcome_back(talk: Talk) -> None:
    """Tell a shopper who comes back of tickets that are open or were solved meanwhile."""
    news = talk.around.news_after_absence()
    if news and not talk.acts.asks_for_ticket:
        tell_tickets(talk, news, "utter_welcome_back")


def _answer_new(talk: Talk) -> None:
    """Answer everything new in a message: questions, details, small talk; or say that it was not understood."""
    if _takes_it_whole(talk):
        return
    turn_to_the_order(talk)
    take_for_the_money(talk)
    took_parcel = take_parcel_reply(talk)
    if not took_parcel and _asks_nothing_of_it(talk):
        return
    if (not took_parcel or sure_follow_up(talk.heard)) and tell_second_and_the_other(talk):
        return
    if not (take_another_article(talk) or take_unread_opening(talk) or _takes_a_phone(talk)):
        _answer_what_is_asked(talk, _asked(talk, took_parcel))


def _takes_it_whole(talk: Talk) -> bool:
    """Answer a message that is about something else than the question of a parcel as a whole."""
    return (
        take_another_question(talk)
        or take_same_again(talk)
        or hand_over_as_asked(talk)
        or answer_about_the_case(talk)
        or take_what_is_read(talk)
        or tell_what_is_asked_after(talk)
        or answer_before_buying(talk)
        or tell_of_all(talk)
        or tell_one_came(talk)
    )


def _asks_nothing_of_it(talk: Talk) -> bool:
    """Answer what takes a wish away, turns to the other parcel, reproaches, or tells a circumstance."""
    if takes_a_wish_away(talk) or ask_for_the_other(talk):
        return True
    if only_reproaches(talk):
        answer_complaint(talk)
        return True
    return tell_what_follows(talk)


def _takes_a_phone(talk: Talk) -> bool:
    """Ask for the parcel anew where a telephone number was given for its number."""
    if not gives_a_phone_for_a_number(talk):
        return False
    talk.script.say("utter_not_a_parcel_but_a_phone")
    ask_for_parcel(talk, [talk.plan_question])
    return True


def _answer_what_is_asked(talk: Talk, asked: list[Question]) -> None:
    """Answer the questions of a message; one without any is asked back, or answered for what else it does."""
    questions = only_the_goods(talk, asked)
    if tell_of_several(talk, questions):
        return
    if tells_of_the_told_trouble(talk, questions):
        leave_open(talk)
    elif questions:
        _answer_questions(talk, questions)
        tell_the_other_question(talk)
        tell_what_is_out(talk, asked)
    elif not (tell_by_its_word(talk) or ask_back(talk)):
        answer_other_acts(talk)


def _asked(talk: Talk, took_parcel: bool) -> list[Question]:
    """List the questions to answer now; who only asks for a person about a known parcel asks nothing else."""
    only_a_person = talk.acts.wants_person and talk.number and not talk.acts.questions
    return [] if only_a_person else of_the_money(talk, questions_now(talk, took_parcel))


def _answer_questions(talk: Talk, questions: list[Question]) -> None:
    """Answer questions; what needs a parcel waits until it is known."""
    tell_matters_of_the_order(talk)
    needing = [question for question in questions if waits_for_parcel(talk, question)]
    if needing and not settle_parcel(talk, needing):
        free = [question for question in questions if question not in needing or goes_to_a_person(talk, question)]
        if talk.heard.gives_details:
            free = [question for question in free if happened_for_sure(question, talk.heard)]
        answer_all(talk, free)
        if talk.around.active_ticket(talk.known_before, talk.dialogue) is not None:
            # the person has what the case holds: nobody is asked for it again
            leave_open(talk)
        elif not talk.ending.hand_over:
            ask_for_parcel(talk, needing)
        return
    if needing:
        talk.note(pending=())
    answer_all(talk, possible_there(talk, questions))
    tell_what_came_with_it(talk)
