"""Take the answer to what a case needs before it is sent: an e-mail, an order, a yes, a correction."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.answers.answering import tell_next_step
from parcelbot.core.dialogue.cases.beside_a_case import add_note, note_wishes, says_otherwise
from parcelbot.core.dialogue.cases.revising import WORDS_OF_A_REFUSAL, refuses, revision_of, tells_revision
from parcelbot.core.dialogue.drafts.case_details import with_given
from parcelbot.core.dialogue.drafts.draft_changes import take_change
from parcelbot.core.dialogue.drafts.handing_over import go_on, keep_the_offer
from parcelbot.core.dialogue.drafts.sending import send
from parcelbot.core.dialogue.hearing.acts import Social
from parcelbot.core.dialogue.hearing.consent import agrees_to_send
from parcelbot.core.dialogue.hearing.own_question import sure_follow_up
from parcelbot.core.dialogue.hearing.replies import Reply, declines_politely
from parcelbot.core.dialogue.nothing_asked.case_additions import tell_what_changed
from parcelbot.core.dialogue.nothing_asked.case_statements import FEWEST_WORDS_OF_A_NOTE, take_statement, take_value
from parcelbot.core.dialogue.nothing_asked.wants_a_person import refuses_anybody_now
from parcelbot.core.dialogue.parcels.goods_beside_parcels import look_at_the_wish_anew
from parcelbot.core.dialogue.questions.asked_beside import asks_beside_a_case
from parcelbot.core.dialogue.questions.only_asked import asks_in, asks_in_a_sentence, asks_in_full
from parcelbot.core.dialogue.state import CaseDraft
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.intents import PROVIDE_DETAILS
from parcelbot.core.questions import SETTLEMENTS, WISHES, Question
from parcelbot.core.reading.cases.case_questions import CaseQuestion, case_question
from parcelbot.core.reading.cases.case_words import Said, leaves_it, puts_right, says_it_is_over
from parcelbot.core.reading.contact.mailboxes import names_a_box, speaks_of_mail
from parcelbot.core.reading.facts.told_facts import told_beside_details
from parcelbot.core.reading.replies.oks import only_says_ok
from parcelbot.core.reading.wanted.wishes import wished_matters

#: An e-mail or a number among more words than these comes with something for the person to read.
_BARE_DETAIL_WORDS = 6
_ANSWERS = frozenset({Reply.YES, Reply.NO, Reply.CANCEL, Reply.NOTHING_TO_GIVE})
_FOR_A_DETAIL = (Asked.CASE_EMAIL, Asked.CASE_ORDER)


def take_case_reply(talk: Talk) -> bool:
    """Take the answer to what a case needs; True when the message was one, and the case went on with it."""
    case, waiting = talk.dialogue.case, talk.open
    if case is None or waiting is None or not waiting.asked.about_a_case:
        return False
    if refuses_anybody_now(talk):
        return _leave_it(talk)
    if _revises_and_asks(talk):
        return False
    if take_change(talk) or take_value(talk) or _revises(talk):
        return True
    if _takes_note_of_another(talk, waiting):
        return _ask_again(talk, waiting.asked)
    if waiting.asked is Asked.CASE_CONFIRM and _wants_it_sent(talk):
        return send(talk)
    if _decides(talk, waiting.asked):
        return _take_confirmation(talk, waiting.asked)
    if _wants_none(talk, waiting.asked):
        return _leave_it(talk)
    if waiting.asked is Asked.CASE_EMAIL and _gives_half_an_email(talk):
        return True
    changed = with_given(talk, case, waiting.asked)
    if changed is not None:
        return _take_detail(talk, changed)
    return _ask_again(talk, waiting.asked) if _only_urges(talk, waiting.asked) else take_statement(talk)


def _ask_again(talk: Talk, asked: Asked) -> bool:
    talk.asks(asked)
    talk.script.ask(f"utter_still_{asked.value}")
    return True


def _takes_note_of_another(talk: Talk, waiting: OpenQuestion) -> bool:
    """Tell whether an "ok" comes after something else was answered: it may well be meant for that."""
    is_ok = talk.acts.reply is Reply.YES and only_says_ok(talk.heard.text, talk.heard.says)
    return waiting.asked is Asked.CASE_CONFIRM and bool(waiting.since) and is_ok


def _revises(talk: Talk) -> bool:
    """Take out of the case what this message refuses, and say what stands; False where it asks or gives more."""
    heard = talk.heard
    change = revision_of(talk)
    # "who pays for it? Don't tell me I do" refuses no matter of the case
    asks_apart = sure_follow_up(heard) and asks_in_a_sentence(heard)
    asks = asks_beside_a_case(talk) and (asks_apart or not refuses(talk))
    if _corrects(talk) or heard.text.startswith("/") or asks:
        return False
    if not change.out and not (refuses(talk) and not change.new and not talk.acts.reply):
        return False
    before = talk.dialogue.notes
    if change.out or heard.words > WORDS_OF_A_REFUSAL:
        add_note(talk)
    tell_what_changed(talk, before)
    return True


def _revises_and_asks(talk: Talk) -> bool:
    """Say what a message has changed that asks something as well: what it asks is answered next, by itself."""
    if _corrects(talk) or not (asks_beside_a_case(talk) and revision_of(talk).out):
        return False
    add_note(talk)
    tells_revision(talk)
    talk.acts = replace(talk.acts, questions=_without_wishes(talk), reply=None)
    return True


def _without_wishes(talk: Talk) -> tuple[Question, ...]:
    return tuple(question for question in talk.acts.questions if question not in WISHES)


def _wants_it_sent(talk: Talk) -> bool:
    """Tell whether a wish for a person is the yes to a case that is shown, and neither asks of it nor changes it."""
    asks = case_question(talk.heard.text) not in (None, CaseQuestion.WAS_SENT)
    # "is anybody on it?" resembles the wish for a person where no English word tells them apart
    asks |= talk.heard.has_question_mark and not talk.heard.english
    agrees = talk.acts.wants_person and agrees_to_send(talk.heard)
    return agrees and not (_corrects(talk) or asks or says_otherwise(talk))


def _decides(talk: Talk, asked: Asked) -> bool:
    """Tell whether a message answers a case that is shown by yes or no, or drops it."""
    if talk.acts.reply is Reply.CANCEL and not _corrects(talk):
        return True
    return asked in (Asked.CASE_CONFIRM, Asked.CASE_CHANGE) and talk.acts.reply in _ANSWERS and not says_otherwise(talk)


def _gives_half_an_email(talk: Talk) -> bool:
    """Ask for the e-mail in full where it is misspelt or only named; False where neither is so."""
    heard = talk.heard
    if "@" in heard.text and not heard.email:
        response = "utter_email_invalid"
    elif names_a_box(heard.text) and talk.acts.reply is None and not heard.gives_details:
        response = "utter_email_in_full"
    else:
        return False
    talk.asks(Asked.CASE_EMAIL)
    talk.script.ask(response)
    return True


def _take_detail(talk: Talk, changed: CaseDraft) -> bool:
    """Take what was given for the case and go on; False where the message asks something besides."""
    talk.note(case=changed)
    note_wishes(talk)
    if asks_beside_a_case(talk):
        talk.ending.case_moved = True
        return False
    _take_what_is_told_beside(talk)
    tells_revision(talk)
    look_at_the_wish_anew(talk)
    go_on(talk)
    return True


def _take_what_is_told_beside(talk: Talk) -> None:
    """Keep what a message tells beside a detail, and say it back, as the next question alone would pass it over.

    Of a case that was shown what is new is shown.
    """
    heard, told = talk.heard, told_beside_details(talk.heard.text)
    says_more = heard.words > _BARE_DETAIL_WORDS and not _is_only_details(heard)
    if not (told or says_more) or puts_right(heard.text, heard.says):
        return
    before = talk.dialogue.notes
    add_note(talk)
    if asks_in(heard):
        talk.script.ask("utter_noted_question")
    elif told and talk.dialogue.notes != before and not (talk.dialogue.case and talk.dialogue.case.shown):
        talk.script.ask("utter_added_to_draft", {"added": told.rstrip(" .;,。")})


def _wants_none(talk: Talk, asked: Asked) -> bool:
    """Tell whether the case is over or dropped; "no thanks" and a reason is no answer to what was asked for it."""
    heard = talk.heard
    # "I don't need it any more, just the money" is over with the goods only
    is_over = says_it_is_over(heard.text, heard.says) and not SETTLEMENTS.intersection(wished_matters(heard.text))
    if is_over or leaves_it(heard.text, heard.says):
        return True
    lacks_it = Said.NOTHING_TO_GIVE.value in heard.says or speaks_of_mail(heard.text)
    declines = talk.acts.reply is Reply.NO and declines_politely(heard.text) and heard.words > _BARE_DETAIL_WORDS
    return asked in _FOR_A_DETAIL and declines and not (heard.english or lacks_it)


def _only_urges(talk: Talk, asked: Asked) -> bool:
    """Tell whether a message says "ok" or "yes, send it" where an e-mail or an order is asked for."""
    urges = talk.acts.reply is Reply.YES and not (talk.acts.questions or asks_in(talk.heard))
    acknowledges = talk.acts.social is Social.ACKNOWLEDGED and talk.heard.words <= FEWEST_WORDS_OF_A_NOTE
    return asked in _FOR_A_DETAIL and (urges or acknowledges)


def _is_only_details(heard: Heard) -> bool:
    """Tell whether a message in another language says nothing but its details; of English, words are counted."""
    return not heard.english and heard.intent == PROVIDE_DETAILS


def _take_confirmation(talk: Talk, asked: Asked) -> bool:
    """Send on yes, ask what to change on a first no, leave it on a second one."""
    reply = talk.acts.reply
    if _corrects(talk):
        talk.note(case=with_given(talk, talk.dialogue.case or CaseDraft(), asked))
        go_on(talk)
    elif reply is Reply.YES:
        return send(talk)
    elif reply is Reply.CANCEL or asked is Asked.CASE_CHANGE:
        return _leave_it(talk)
    else:
        talk.asks(Asked.CASE_CHANGE)
        talk.script.ask("utter_ticket_edit")
    return True


def _leave_it(talk: Talk) -> bool:
    """Leave the case unsent, and offer nobody in the same breath; False where the message asks something besides.

    Its button to send it is still in sight: who presses it is taken at their word.
    """
    talk.note(case=None, declined=True)
    keep_the_offer(talk)
    talk.ending.declined = True
    talk.script.ask("utter_ticket_cancelled")
    if asks_beside_a_case(talk):
        return False
    if asks_in_full(talk.heard) and talk.number:
        # whatever it was, it was asked about the parcel
        tell_next_step(talk)
    return True


def _corrects(talk: Talk) -> bool:
    heard = talk.heard
    return bool(heard.email or heard.order_number or heard.numbers)
