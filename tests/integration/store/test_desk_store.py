"""The desk on a real database: what one transaction writes, and what agents read back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from parcelbot.core.cases.conversation import Author, ConversationState
from parcelbot.core.cases.tickets import TicketStatus, TranscriptLine
from parcelbot.core.handover.views import TicketUnknown
from parcelbot.store.ledger.attachments import Attachment, Attachments
from parcelbot.store.ledger.ledger import BotSilenced
from parcelbot.store.schema.tickets import audit, outbox
from tests.integration.store.desk_cases import ANA, BEN, NOW, Shop

ONE, TWO = "KT-AAAAAA", "KT-CCCCCC"
SOLVED = TicketStatus.SOLVED


# ---- a hand-over from beginning to end ---------------------------------------------------------------


def test_a_case_goes_from_the_bot_to_a_person_and_back(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    shop.desk.reply(ONE, ANA, "I have asked the carrier.", "e-1")
    shop.says("Thank you")
    shop.desk.set_status(ONE, ANA, SOLVED)
    assert shop.heard() == [
        "It does not move.",
        "Ana joins",
        "I have asked the carrier.",
        "Thank you",
        f"Ana closes {ONE}",
    ]
    assert shop.ledger.conversation("c").state is ConversationState.SOLVED
    shop.says("One more question")
    assert shop.ledger.conversation("c").state is ConversationState.BOT


def test_the_bot_is_silent_while_a_person_has_the_chat(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    with pytest.raises(BotSilenced):
        shop.ledger.append("c", Author.BOT, "Let me look.", now=NOW)


def test_what_the_desk_says_can_be_answered_with_its_buttons(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.set_status(ONE, ANA, SOLVED)
    settled = shop.ledger.after("c", 0)[-1].choices[0]
    taken = shop.ledger.accept("c", "e", now=NOW, choice_id=settled.id).message
    assert (taken.text, taken.command) == ("Settled", "/feedback_useful")


def test_every_change_wakes_the_streams_once(shop: Shop) -> None:
    shop.case(ONE)
    shop.signalled.clear()
    desk = shop.desk
    desk.claim(ONE, ANA)
    desk.claim(ONE, ANA)
    desk.reply(ONE, ANA, "Hello", "e-1")
    desk.reply(ONE, ANA, "Hello", "e-1")
    assert shop.signalled == ["c", "c"]


def test_the_deliveries_of_a_hand_over_come_in_order(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.reply(ONE, ANA, "Hello", "e-1")
    shop.desk.set_status(ONE, ANA, SOLVED)
    assert [(kind, key.split(":")[2]) for _, kind, key in shop.outbox() if kind != "ticket"] == [
        ("status", "pending"),
        ("reply_mail", "3"),
        ("status", "solved"),
        ("reply_mail", "4"),
    ]


def test_who_did_what_is_in_the_audit_log(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    shop.desk.note(ONE, ANA, "Called the carrier")
    with shop.engine.connect() as connection:
        lines = connection.execute(select(audit).order_by(audit.c.id)).all()
    assert [(line.agent, line.action, line.reference) for line in lines] == [
        (ANA.email, "claimed", ONE),
        (ANA.email, "noted", ONE),
    ]


def test_a_reference_may_be_typed_in_small_letters(shop: Shop) -> None:
    shop.case(ONE)
    assert shop.desk.claim(ONE.lower(), ANA).reference == ONE
    assert shop.desk.case(ONE.lower(), ANA).ticket.reference == ONE
    shop.desk.note(ONE.lower(), ANA, "Called")
    shop.desk.mark_read(ONE.lower(), ANA, 1)


def test_a_ticket_nobody_has_is_unknown_to_every_use_case(shop: Shop) -> None:
    desk = shop.desk
    for attempt in (
        lambda: desk.case(ONE, ANA),
        lambda: desk.news(ONE, 0),
        lambda: desk.claim(ONE, ANA),
        lambda: desk.note(ONE, ANA, "x"),
        lambda: desk.mark_read(ONE, ANA, 1),
        lambda: desk.reply(ONE, ANA, "x", "e"),
    ):
        with pytest.raises(TicketUnknown):
            attempt()


def test_what_fails_on_the_way_leaves_everything_as_it_was(shop: Shop) -> None:
    shop.case(ONE)
    audit.drop(shop.engine)
    with pytest.raises(Exception, match="audit"):
        shop.desk.reply(ONE, ANA, "Hello", "e-1")
    assert shop.heard() == ["It does not move."]
    assert shop.tickets.find(ONE).assignee == ""
    assert shop.ledger.conversation("c").state is ConversationState.REQUESTED


# ---- who waits for whom ------------------------------------------------------------------------------


def test_an_agents_answer_ends_the_wait_and_the_shoppers_next_line_begins_another(shop: Shop) -> None:
    shop.case(ONE)
    shop.later(minutes=1)
    shop.desk.claim(ONE, ANA)
    assert shop.ledger.conversation("c").waiting_since == NOW
    shop.desk.reply(ONE, ANA, "Hello", "e-1")
    assert shop.ledger.conversation("c").waiting_since is None
    for _ in range(2):
        shop.later(minutes=1)
        shop.says("And now?")
    assert shop.ledger.conversation("c").waiting_since == NOW + timedelta(minutes=2)


def test_who_steps_in_unasked_is_waited_for(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.set_status(ONE, ANA, SOLVED)
    shop.later(minutes=3)
    shop.desk.claim(ONE, ANA)
    assert shop.ledger.conversation("c").waiting_since == shop.now


def test_nobody_waits_for_a_person_in_a_chat_the_bot_has(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.set_status(ONE, ANA, SOLVED)
    shop.says("And now?")
    assert shop.ledger.conversation("c").waiting_since is None


def test_the_wait_goes_on_when_an_agent_gives_back(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    shop.desk.release(ONE, ANA)
    assert shop.ledger.conversation("c").waiting_since == NOW


# ---- what an agent sees of a case --------------------------------------------------------------------


def test_a_case_shows_all_that_belongs_to_it(shop: Shop) -> None:
    shop.case("KT-EEEEEE", conversation_id="c-old", issue="customs_delay")
    shop.case(ONE)
    shop.case(TWO, issue="damaged", tracking_number="", order_number="")
    shop.desk.note(ONE, ANA, "Called the carrier")
    Attachments(shop.engine).add(Attachment("a-1", "c", "f-1.png", "photo.png", "image/png", 12, NOW))
    case = shop.desk.case(ONE, ANA)
    assert [ticket.reference for ticket in case.earlier] == ["KT-EEEEEE"]
    assert [ticket.reference for ticket in case.others] == [TWO]
    assert [(note.author, note.text) for note in case.notes] == [(ANA.email, "Called the carrier")]
    assert [(file.name, file.file_name, file.size_bytes) for file in case.attachments] == [("photo.png", "f-1.png", 12)]
    assert [message.text for message in case.messages] == shop.heard()
    assert case.conversation.state is ConversationState.REQUESTED


def test_solved_cases_of_the_same_chat_are_not_others(shop: Shop) -> None:
    shop.case(ONE)
    shop.case(TWO, issue="damaged")
    shop.desk.set_status(TWO, ANA, SOLVED)
    assert shop.desk.case(ONE, ANA).others == ()


def test_the_news_are_what_was_said_since(shop: Shop) -> None:
    shop.case(ONE)
    assert shop.desk.news(ONE, 1) == ()
    shop.says("And now?")
    assert [message.text for message in shop.desk.news(ONE, 1)] == ["And now?"]


def test_notes_are_numbered_and_stay_in_order(shop: Shop) -> None:
    shop.case(ONE)
    written = [shop.desk.note(ONE, agent, text) for agent, text in ((ANA, "First"), (BEN, "Second"))]
    assert shop.desk.case(ONE, ANA).notes == tuple(written)
    assert written[0].id < written[1].id


# ---- a channel without a ledger ----------------------------------------------------------------------


def terminal(shop: Shop) -> None:
    line = TranscriptLine("shopper", NOW, "It does not move.")
    shop.case(ONE, chat=False, conversation_id="terminal", transcript=(line,))


def test_without_a_chat_a_case_shows_the_tickets_own_transcript(shop: Shop) -> None:
    terminal(shop)
    shop.desk.reply(ONE, ANA, "Hello", "e-1")
    case = shop.desk.case(ONE, ANA)
    assert case.conversation is None
    assert [(m.seq, m.author, m.text) for m in case.messages] == [
        (1, Author.SHOPPER, "It does not move."),
        (2, Author.AGENT, "Hello"),
    ]
    assert [message.text for message in shop.desk.news(ONE, 1)] == ["Hello"]


def test_without_a_chat_the_same_echo_id_is_still_the_same_reply(shop: Shop) -> None:
    terminal(shop)
    first = shop.desk.reply(ONE, ANA, "Hello", "e-1")
    shop.later(minutes=1)
    assert shop.desk.reply(ONE, ANA, "Hello", "e-1") == first
    assert len(shop.desk.case(ONE, ANA).messages) == 2


def test_without_a_chat_the_mail_says_which_line_it_carries(shop: Shop) -> None:
    terminal(shop)
    said = shop.desk.reply(ONE, ANA, "Hello", "e-1")
    with shop.engine.connect() as connection:
        mail = connection.execute(select(outbox).where(outbox.c.kind == "reply_mail")).one()
    assert (mail.destination, mail.payload) == ("shopper_mail", {"seq": said.seq})


# ---- read and unread ---------------------------------------------------------------------------------


def test_unread_are_the_shoppers_lines_in_ones_own_active_cases(shop: Shop) -> None:
    shop.case(ONE)
    assert shop.desk.unread(ANA) == 0
    shop.desk.claim(ONE, ANA)
    shop.says("And now?")
    assert (shop.desk.unread(ANA), shop.desk.unread(BEN)) == (2, 0)
    shop.desk.set_status(ONE, ANA, SOLVED)
    assert shop.desk.unread(ANA) == 0


def test_what_has_been_read_is_not_unread_again(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    shop.says("And now?")
    for seq in (3, 1):
        shop.desk.mark_read(ONE, ANA, seq)
    assert shop.desk.unread(ANA) == 0
    shop.says("Hello?")
    assert shop.desk.unread(ANA) == 1


def test_reading_ahead_of_what_was_said_hides_nothing(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    shop.desk.mark_read(ONE, ANA, 10**6)
    shop.says("And now?")
    assert shop.desk.unread(ANA) == 1


def test_reading_a_chat_reads_it_for_all_its_cases(shop: Shop) -> None:
    shop.case(ONE)
    shop.case(TWO, issue="damaged")
    shop.desk.claim(ONE, ANA)
    assert shop.desk.unread(ANA) == 2
    shop.desk.mark_read(TWO, ANA, 1)
    assert shop.desk.unread(ANA) == 0


def test_every_agent_reads_for_themselves(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.mark_read(ONE, BEN, 1)
    shop.desk.claim(ONE, ANA)
    assert shop.desk.unread(ANA) == 1
