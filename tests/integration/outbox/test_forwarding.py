"""Lines said after a ticket was opened reach every destination that has the ticket, once each."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus, TranscriptLine
from parcelbot.core.outgoing.deliveries import DeliveryFailed, DeliveryKind, DeliveryState
from parcelbot.store.cases.tickets import SqlTicketStore
from tests.integration.outbox.world import CASE, NOON, Clock, Helpdesk, World, deliver_all
from tests.integration.store.desk_cases import ANA, build_desk


def delivered(world: World, *names: str) -> list[Helpdesk]:
    """Open a case of which every named destination has its copy."""
    helpdesks = [Helpdesk(name) for name in names]
    world.open(destinations=names, said=("it isn't here",))
    for helpdesk in helpdesks:
        deliver_all(world.courier(helpdesk))
    return helpdesks


def test_what_shopper_and_agent_say_afterwards_arrives_line_by_line_in_order(world: World) -> None:
    [zendesk] = delivered(world, "zendesk")
    world.says("are you there?")
    world.says("yes, I am", author=Author.AGENT)
    world.says("good")
    world.forward()
    deliver_all(world.courier(zendesk))
    assert zendesk.said == ["are you there?", "yes, I am", "good"]


def test_what_the_copy_holds_is_not_sent_again(world: World) -> None:
    delivered(world, "zendesk")
    assert world.forward() == 0


def test_what_the_bot_says_stays_in_the_house(world: World) -> None:
    delivered(world, "zendesk")
    world.says("one moment", author=Author.BOT)
    assert world.forward() == 0


def test_nothing_is_forwarded_to_a_destination_that_does_not_have_the_case_yet(world: World) -> None:
    world.open()
    world.says("hello?")
    assert world.forward() == 0


def test_each_line_is_forwarded_once_however_often_the_worker_looks(world: World) -> None:
    delivered(world, "zendesk")
    world.says("hello?")
    assert [world.forward(), world.forward(), world.forward()] == [1, 0, 0]


def test_several_workers_forward_each_line_once(world: World) -> None:
    [zendesk] = delivered(world, "zendesk")
    for n in range(10):
        world.says(f"line {n}")
    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(lambda _: world.forward(), range(8))) == 10
    deliver_all(world.courier(zendesk))
    assert zendesk.said == [f"line {n}" for n in range(10)]


def test_a_line_that_came_from_a_helpdesk_goes_to_the_others_but_not_back(world: World) -> None:
    chatwoot, zendesk = delivered(world, "chatwoot", "zendesk")
    world.says("Ana here", author=Author.AGENT, echo_id="chatwoot:991")
    world.forward("chatwoot", "zendesk")
    for helpdesk in (chatwoot, zendesk):
        deliver_all(world.courier(helpdesk))
    assert (chatwoot.said, zendesk.said) == ([], ["Ana here"])


def test_what_was_said_up_to_the_end_of_a_case_arrives_and_nothing_of_what_comes_after(
    world: World, clock: Clock
) -> None:
    [zendesk] = delivered(world, "zendesk")
    [ticket] = world.tickets.all()
    world.says("thanks, it came")
    clock.turn(minutes=1)
    world.change(ticket, status=TicketStatus.SOLVED, solved_at=clock())
    clock.turn(days=2)
    world.says("and where is my other order?")
    world.forward()
    deliver_all(world.courier(zendesk))
    assert zendesk.said == ["thanks, it came"]


def test_a_case_that_is_reopened_is_followed_again(world: World, clock: Clock) -> None:
    [zendesk] = delivered(world, "zendesk")
    [ticket] = world.tickets.all()
    world.change(ticket, status=TicketStatus.SOLVED, solved_at=clock() - timedelta(minutes=1))
    world.says("to the bot")
    world.forward()
    world.change(ticket, status=TicketStatus.OPEN, solved_at=None)
    world.says("to the person")
    world.forward()
    deliver_all(world.courier(zendesk))
    assert zendesk.said == ["to the person"]


def test_a_destination_that_is_no_longer_configured_gets_nothing_more(world: World) -> None:
    delivered(world, "zendesk")
    world.says("hello?")
    assert world.forward("gorgias") == 0


@pytest.mark.parametrize(("author", "lines"), [(Author.SHOPPER, 1), (Author.AGENT, 0)])
def test_the_support_mailbox_is_sent_what_shoppers_say_only(world: World, author: Author, lines: int) -> None:
    delivered(world, "email")
    world.says("hello?", author=author)
    assert world.forward("email") == lines


def test_the_mailbox_is_not_mailed_what_an_agent_reads_in_the_inbox_meanwhile(world: World, clock: Clock) -> None:
    [mailbox] = delivered(world, "email")
    seq = world.says("hello?").seq
    world.forward("email")
    deliver_all(world.courier(mailbox))
    world.agent_reads(seq)
    clock.turn(minutes=2)
    deliver_all(world.courier(mailbox))
    newest = world.outbox.list().lines[0]
    assert (mailbox.said, newest.state) == ([], DeliveryState.CANCELLED)
    assert newest.last_error == "an agent has read it in the inbox"


def test_the_mailbox_is_mailed_what_nobody_reads(world: World, clock: Clock) -> None:
    [mailbox] = delivered(world, "email")
    world.says("hello?")
    world.forward("email")
    clock.turn(minutes=2)
    deliver_all(world.courier(mailbox))
    assert mailbox.said == ["hello?"]


@pytest.mark.parametrize(("status", "mails"), [("open", 0), ("pending", 0), ("solved", 1), ("closed", 1)])
def test_the_mailbox_is_told_of_a_cases_end_only(world: World, status: str, mails: int) -> None:
    [mailbox] = delivered(world, "email")
    world.enqueue(world.delivery("status:a", destination="email", payload={"status": status}))
    deliver_all(world.courier(mailbox))
    assert len(mailbox.arrived) == 1 + mails


def reply(world: World, text: str = "I have asked the carrier") -> int:
    """An agent's answer, with the mail that follows a shopper who has gone."""
    seq = world.says(text, author=Author.AGENT).seq
    world.enqueue(
        world.delivery(f"mail:{seq}", DeliveryKind.REPLY_MAIL, destination="shopper_mail", payload={"seq": seq})
    )
    return seq


def test_an_answer_is_mailed_to_a_shopper_who_has_gone(world: World) -> None:
    mail = Helpdesk("shopper_mail")
    world.open()
    reply(world)
    deliver_all(world.courier(mail))
    assert mail.said == ["I have asked the carrier"]


def test_an_answer_the_shopper_saw_in_the_chat_is_not_mailed(world: World) -> None:
    mail = Helpdesk("shopper_mail")
    world.open()
    world.shopper_sees(reply(world))
    deliver_all(world.courier(mail))
    newest = world.outbox.list().lines[0]
    assert (mail.calls, newest.state) == ([], DeliveryState.CANCELLED)
    assert newest.last_error == "the shopper has seen it in the chat"


def test_seeing_an_earlier_line_does_not_stop_the_mail(world: World) -> None:
    mail = Helpdesk("shopper_mail")
    world.open()
    world.shopper_sees(reply(world) - 1)
    deliver_all(world.courier(mail))
    assert len(mail.arrived) == 1


def test_while_the_case_waits_at_a_helpdesk_that_is_down_lines_wait_behind_it(world: World, clock: Clock) -> None:
    zendesk = Helpdesk(down=DeliveryFailed("no answer"))
    world.open(said=("it isn't here",))
    courier = world.courier(zendesk)
    deliver_all(courier)
    world.says("hello?")
    zendesk.down = None
    clock.turn(minutes=1)
    for _ in range(2):
        deliver_all(courier)
        world.forward()
    deliver_all(courier)
    assert [m.text for m in zendesk.arrived[0][1].messages] == ["it isn't here"]
    assert zendesk.said == ["hello?"]


def test_a_case_of_a_channel_without_a_ledger_is_told_with_its_own_transcript(world: World) -> None:
    zendesk = Helpdesk()
    draft = TicketDraft("rest-1", transcript=(TranscriptLine("shopper", NOON, "it isn't here"),))
    ticket = Ticket(CASE, draft, TicketStatus.NEW, NOON, NOON, NOON)
    SqlTicketStore(world.engine, ("zendesk",)).open(draft, lambda known, earlier: ticket)
    deliver_all(world.courier(zendesk))
    assert [(m.author, m.text) for m in zendesk.arrived[0][1].messages] == [(Author.SHOPPER, "it isn't here")]


def test_that_a_case_is_closed_is_mailed_to_a_shopper_who_has_gone_and_to_nobody_who_saw_it(
    world: World, clock: Clock
) -> None:
    mails = Helpdesk("shopper_mail")
    for reference in (CASE, "KT-9ACDEF"):
        world.open(reference, destinations=(), said=("where is it?",), email="anna@example.com")
        build_desk(world.engine, clock(), ()).set_status(reference, ANA, TicketStatus.SOLVED)
    world.shopper_sees(2, "KT-9ACDEF")
    clock.turn(minutes=3)
    deliver_all(world.courier(mails))
    assert [delivery.reference for delivery, _ in mails.arrived] == [CASE]
