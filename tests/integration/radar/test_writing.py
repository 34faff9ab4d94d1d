"""The owner writes first: with one click or by a row, once, at a decent hour, and not to who wants no messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.tickets import TicketDraft
from parcelbot.core.owner.promises_kept import kept_promises
from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.radar.warning import WarningOutcome
from parcelbot.core.watching.watch import WatchEnd
from parcelbot.store.owner.journal import SqlJournal
from tests.integration.radar.world import BOSS, MIA, RadarWorld, an_order
from tests.integration.watching.world import CHAT, NUMBER, parcel, scan, van


@pytest.fixture
def late(world: RadarWorld) -> RadarWorld:
    """A parcel that is overdue, and whose shopper has never written."""
    world.advance(days=24)
    world.pushed(parcel(at=world.now))
    world.lists(an_order(world, days=29))
    assert world.found() == [NUMBER]
    return world


def new_chat(world: RadarWorld) -> str:
    (watch,) = world.all_watches()
    return str(watch.conversation_id)


def test_a_shopper_who_never_wrote_is_mailed_in_the_shops_words(late: RadarWorld) -> None:
    assert late.write() is WarningOutcome.AGREED
    late.works()
    (said,) = late.said(new_chat(late))
    assert said.author is Author.BOT
    assert said.text.count("You haven't asked") == 1
    assert said.card is not None
    (mail,) = [mail for mail in late.mails() if mail.kind == "news_mail"]
    (watch,) = late.all_watches()
    assert (mail.reference, watch.email, watch.consent, watch.made_by) == (watch.id, MIA, "vouched", BOSS)


def test_the_line_shows_it_and_a_second_click_says_that_it_was_told(late: RadarWorld) -> None:
    late.write()
    assert late.the_line().warned_at == late.now
    assert late.write() is WarningOutcome.TOLD_ALREADY
    late.works()
    assert len(late.said(new_chat(late))) == 1


def test_who_has_a_chat_that_watches_the_parcel_reads_it_there(world: RadarWorld) -> None:
    world.watches_for(order_number="7401")
    world.advance(days=24)
    world.pushed(parcel(at=world.now))
    world.lists(an_order(world, days=29))
    assert world.write() is WarningOutcome.AGREED
    world.works()
    assert "You haven't asked" in world.said(CHAT)[-1].text
    assert len(world.all_watches()) == 1


def test_a_watch_of_somebody_who_never_showed_the_order_is_not_the_shoppers(world: RadarWorld) -> None:
    world.watches_for()
    world.advance(days=24)
    world.pushed(parcel(at=world.now))
    world.lists(an_order(world, days=29))
    world.write()
    world.works()
    assert not [m for m in world.said(CHAT) if "You haven't asked" in m.text]
    assert len(world.all_watches()) == 2


def test_nobody_is_written_to_at_night(late: RadarWorld) -> None:
    late.advance(hours=10)
    late.write()
    late.works()
    assert late.said(new_chat(late)) == []
    late.advance(hours=10)
    late.works()
    assert len(late.said(new_chat(late))) == 1


def test_nobody_is_written_to_twice_a_day(world: RadarWorld) -> None:
    world.watches_for(order_number="7401")
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, van(world.now), at=world.now))
    world.works()
    assert world.watch().told_on is not None
    world.pushed(parcel(Status.EXCEPTION, scan(at=world.now + timedelta(minutes=1), text="Damaged"), at=world.now))
    world.lists(an_order(world, days=40))
    assert world.write() is WarningOutcome.WRITTEN_TODAY
    world.advance(days=1)
    assert world.write() is WarningOutcome.AGREED


def test_who_wanted_no_more_messages_gets_none(late: RadarWorld) -> None:
    late.write()
    late.works()
    late.watches.stop([late.all_watches()[0].id], WatchEnd.STOPPED_BY_MAIL)
    other = "LP00123456789013"
    late.advance(days=2)
    late.lists(an_order(late, days=40), an_order(late, days=40, order_number="7402", parcels=(other,)))
    assert late.write(other) is WarningOutcome.OPTED_OUT


def test_a_parcel_with_an_open_case_is_answered_there(late: RadarWorld) -> None:
    late.ledger.open("c-9", late.now)
    draft = TicketDraft("c-9", "late_delivery", tracking_number=NUMBER, order_number="7401")
    late.deciding().open_ticket(draft, CaseFacts())
    assert late.write() is WarningOutcome.WITH_THE_TEAM
    assert late.the_line().case.startswith("KT-")


def test_where_no_mail_can_be_sent_and_no_chat_is_known_nobody_is_reached(late: RadarWorld) -> None:
    late.mails_on = False
    assert late.write() is WarningOutcome.NO_WAY
    assert late.all_watches() == []


def test_a_parcel_that_arrived_meanwhile_is_not_written_about(late: RadarWorld) -> None:
    late.pushed(parcel(Status.DELIVERED, scan(Substatus.DELIVERED_OTHER, late.now, "Delivered"), at=late.now))
    assert late.write() is WarningOutcome.OVER


def test_one_that_moves_before_the_morning_is_not_written_about(late: RadarWorld) -> None:
    late.advance(hours=10)
    late.write()
    late.works()
    late.pushed(parcel(Status.IN_TRANSIT, scan(at=late.now), at=late.now))
    late.advance(hours=10)
    late.works()
    (watch,) = late.all_watches()
    assert (late.said(watch.conversation_id), watch.end) == ([], "overtaken")


def test_where_the_tables_want_a_person_the_case_is_opened_and_can_be_taken_back(late: RadarWorld) -> None:
    late.write()
    late.works()
    (said,) = late.said(new_chat(late))
    (ticket,) = late.deciding().tickets.of_conversation(new_chat(late))
    assert ticket.reference in said.text
    assert [choice.title for choice in said.choices] == ["Take it back"]
    assert (ticket.draft.order_number, ticket.draft.email) == ("7401", MIA)


def test_afterwards_it_is_watched_as_if_they_had_asked(late: RadarWorld) -> None:
    late.write()
    late.works()
    late.advance(days=1)
    late.pushed(parcel(Status.OUT_FOR_DELIVERY, van(late.now), at=late.now))
    late.works()
    assert "out for delivery" in late.said(new_chat(late))[-1].text


def test_no_row_writes_by_itself_as_the_shop_is_delivered(late: RadarWorld) -> None:
    late.advance(days=1)
    late.scans()
    assert late.all_watches() == []


def test_a_row_that_writes_does_so_once_whoever_sees_it(late: RadarWorld) -> None:
    rules = late.knowledge.radar
    writing = replace(rules, rows=tuple(replace(row, writes=True) for row in rules.rows))
    late.knowledge = replace(late.knowledge, radar=writing)
    for _ in range(3):
        late.advance(days=1)
        late.scans()
        late.works()
    (watch,) = late.all_watches()
    told = [message for message in late.said(watch.conversation_id) if "You haven't asked" in message.text]
    assert (len(told), watch.made_by) == (1, "")


def test_a_warning_is_no_promise_that_was_made(late: RadarWorld) -> None:
    late.write()
    late.works()
    entries = SqlJournal(late.engine).between(late.now - timedelta(days=1), late.now + timedelta(days=1))
    promises = kept_promises(entries, [])
    assert (promises.made, promises.kept, promises.late) == (0, 0, 0)


def test_its_shopper_reads_it_in_the_language_of_the_order(world: RadarWorld) -> None:
    world.advance(days=24)
    world.pushed(parcel(at=world.now))
    world.lists(an_order(world, days=29, language="de"))
    world.write()
    (watch,) = world.all_watches()
    assert world.watches.language_of(watch.conversation_id) == "de"
