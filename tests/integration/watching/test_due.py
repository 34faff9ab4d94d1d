"""Each due watch goes to one worker; what comes of it is written at once and once, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from parcelbot.core.cases.conversation import Author, Message, OwnershipMove
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.watching.judging import WatchStep, WatchVerdict
from parcelbot.core.watching.news import NewsKind
from parcelbot.core.watching.watch import MailConsent, SeenChange, WatchEnd
from parcelbot.store.watching.due import DueWatch
from tests.integration.watching.world import CHAT, NOON, NUMBER, World, day, order, parcel, scan

LEASE = timedelta(minutes=1)


def claimed(world: World, runner: str = "one") -> Sequence[DueWatch]:
    return world.due.claim(runner, LEASE, 20)


def woken(world: World, chats: int = 1) -> None:
    for n in range(chats):
        world.watches_for(f"c-{n}")
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, scan()))


def tells(claim: DueWatch, event: str = "out_for_delivery:x") -> tuple[WatchVerdict, Message]:
    later = claim.now + timedelta(days=1)
    verdict = WatchVerdict(
        WatchStep.TELL, later, claim.watch.order.seen, NewsKind.OUT_FOR_DELIVERY, event, claim.watch.order.promised
    )
    return verdict, Message(claim.watch.conversation_id, 0, Author.BOT, claim.now, "It's on the van.")


def carry_out(world: World, claim: DueWatch, event: str = "out_for_delivery:x") -> bool:
    return world.due.carry_out(claim, *tells(claim, event), NOON.date())


def test_workers_at_the_same_moment_share_out_what_is_due(world: World) -> None:
    woken(world, 30)
    with ThreadPoolExecutor(6) as threads:
        taken = list(threads.map(lambda n: world.due.claim(f"worker {n}", LEASE, 5), range(6)))
    ids = [claim.watch.id for claims in taken for claim in claims]
    assert len(ids) == len(set(ids))
    while more := claimed(world):
        ids += [claim.watch.id for claim in more]
    assert len(ids) == len(set(ids)) == 30


def test_a_message_is_written_with_its_event_and_the_page_is_signalled(world: World) -> None:
    woken(world)
    (claim,) = claimed(world)
    assert carry_out(world, claim)
    assert [m.text for m in world.said("c-0")] == ["It's on the van."]
    assert world.signalled[-1] == "c-0"
    assert world.watch("c-0").told_on == NOON.date()


def test_what_a_killed_worker_had_is_free_after_a_while_and_its_late_word_is_refused(world: World) -> None:
    woken(world)
    (first,) = claimed(world, "killed")
    assert claimed(world, "other") == []
    world.advance(minutes=2)
    (second,) = claimed(world, "other")
    assert carry_out(world, second)
    assert not carry_out(world, first)
    assert len(world.said("c-0")) == 1


def test_one_event_is_written_once(world: World) -> None:
    woken(world)
    (claim,) = claimed(world)
    carry_out(world, claim)
    world.advance(seconds=30)
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, scan(at=world.now), scan(), at=world.now))
    (again,) = claimed(world)
    assert carry_out(world, again)
    assert len(world.said("c-0")) == 1


def test_news_that_come_while_it_is_judged_are_looked_at_at_once(world: World) -> None:
    woken(world)
    (claim,) = claimed(world)
    world.advance(seconds=30)
    world.pushed(parcel(Status.DELIVERED, scan(at=world.now), at=world.now))
    carry_out(world, claim)
    assert [c.watch.id for c in claimed(world)] == [claim.watch.id]


def test_what_the_chat_has_told_meanwhile_is_not_written(world: World) -> None:
    woken(world)
    (claim,) = claimed(world)
    seen = replace(claim.watch.order.seen, status=Status.OUT_FOR_DELIVERY)
    world.watches.saw("c-0", SeenChange(NUMBER, seen, day(3)))
    assert not carry_out(world, claim)
    assert world.said("c-0") == []


def test_an_opt_out_during_sending_wins(world: World) -> None:
    woken(world)
    (claim,) = claimed(world)
    world.watches.stop([claim.watch.id], WatchEnd.STOPPED_IN_CHAT)
    assert not carry_out(world, claim)
    assert world.said("c-0") == []


def test_while_a_person_has_the_conversation_the_news_are_held_for_them(world: World) -> None:
    woken(world)
    world.ledger.change_owner("c-0", OwnershipMove.REQUEST)
    world.ledger.change_owner("c-0", OwnershipMove.CLAIM, "Ana")
    (claim,) = claimed(world)
    carry_out(world, claim)
    assert world.said("c-0") == []
    assert world.watch("c-0").held == "It's on the van."


def test_the_news_are_mailed_to_an_address_that_may_be_written_to(world: World) -> None:
    world.watches_for(CHAT, email="anna@example.com", vouched=True)
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, scan()))
    (claim,) = claimed(world)
    carry_out(world, claim)
    (mail,) = world.mails()
    assert (mail.kind, mail.reference, mail.payload) == ("news_mail", claim.watch.id, {"seq": 1})


def test_two_conversations_of_one_address_get_one_mail_about_an_event(world: World) -> None:
    for chat in ("c-1", "c-2"):
        world.watches_for(chat, email="anna@example.com", vouched=True)
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, scan()))
    for claim in claimed(world):
        carry_out(world, claim)
    assert len(world.mails()) == 1


def test_an_address_that_nobody_vouches_for_gets_a_question_and_nothing_else(world: World) -> None:
    world.watches_for(CHAT, email="bob@example.com")
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, scan()))
    (claim,) = claimed(world)
    carry_out(world, claim)
    assert [mail.kind for mail in world.mails()] == ["confirm_mail"]
    assert world.watches.confirm(claim.watch.id)
    assert world.watch().consent is MailConsent.CONFIRMED


def test_a_parcel_is_watched_once_in_a_conversation(world: World) -> None:
    world.watches_for(CHAT)
    world.watches.begin("W-other", CHAT, order(promised=day(9)))
    (watch,) = world.watches.of_conversation(CHAT)
    assert watch.order.promised == day(9)
    world.watches.stop([watch.id], WatchEnd.STOPPED_BY_MAIL)
    world.watches.begin("W-again", CHAT, order())
    assert [w.active for w in world.watches.of_conversation(CHAT)] == [False, True]


def test_nothing_is_watched_for_a_conversation_that_cannot_be_written_into(world: World) -> None:
    world.watches.begin("W-none", "of another channel", order())
    assert world.watches.get("W-none") is None


def test_nobody_is_asked_often_however_many_conversations_name_their_address(world: World) -> None:
    for n in range(6):
        world.watches_for(f"c-{n}", email="bob@example.com")
    assert len(world.mails()) == 3
    world.advance(days=1)
    world.watches_for("c-7", email="bob@example.com")
    assert len(world.mails()) == 4


def test_one_watch_does_not_have_many_addresses_asked(world: World) -> None:
    world.watches_for(CHAT)
    for n in range(6):
        world.watches.give_address(CHAT, f"{n}@example.com", vouched=False)
    assert len(world.mails()) == 3
