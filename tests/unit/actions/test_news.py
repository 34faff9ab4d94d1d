"""A shopper is offered a message once, agrees with a tap or in words, hears what is watched, and ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status
from parcelbot.core.watching.news import Wanted
from parcelbot.core.watching.watch import MailConsent, WatchEnd
from parcelbot.usecases.assistant import Services
from tests.unit.actions.talk import (
    LP,
    MONDAY,
    PARCEL,
    Chat,
    Told,
    entity,
    kept,
    kept_ticket,
    of_the_shop,
    real_knowledge,
)
from tests.unit.core.builders import shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fake_watches import FakeWatches, FakeWithdrawals, watching

OFFER = "Shall I write to you here when it moves"
MAIL = "anna@example.com"


def a_shop(store: FakeWatches, mails: bool = False, **parts: Any) -> Services:
    withdrawals = parts.pop("withdrawals", None)
    known = of_the_shop(**parts)
    return replace(known, knowledge=real_knowledge(), watching=watching(store, mails, withdrawals))


@pytest.fixture
def store() -> FakeWatches:
    return FakeWatches()


@pytest.fixture
def chat(store: FakeWatches) -> Chat:
    return Chat(a_shop(store))


def agrees(chat: Chat) -> Told:
    return chat.presses("/notify_me")


class TestTheOffer:
    def test_a_dated_answer_ends_with_it_and_with_one_button(self, chat: Chat) -> None:
        told = chat.asks_where()
        assert told.text.endswith(f"{OFFER}?")
        assert told.text.count("Please wait until") == 1
        assert told.messages[-1]["buttons"] == [{"title": "Yes, write to me", "payload": "/notify_me"}]

    def test_it_is_made_once_for_a_parcel(self, chat: Chat) -> None:
        chat.asks_where()
        chat.says("thanks", "thanks")
        assert OFFER not in chat.says("where is it now?", "where_is_my_order").text

    def test_it_is_not_made_where_nobody_can_be_written_to(self, store: FakeWatches) -> None:
        assert OFFER not in Chat(a_shop(FakeWatches(knows_all=False))).asks_where().text
        assert OFFER not in Chat(of_the_shop()).asks_where().text

    def test_it_is_not_made_while_a_person_has_the_case(self, store: FakeWatches) -> None:
        assert OFFER not in Chat(a_shop(store, tickets=kept(kept_ticket()))).asks_where().text

    def test_no_is_taken_and_nothing_is_watched(self, chat: Chat, store: FakeWatches) -> None:
        chat.asks_where()
        assert "Ask me any time" in chat.says("no thanks", "deny").text
        assert not store.kept


class TestAgreeing:
    def test_one_tap_keeps_the_promise_with_its_row_and_day(self, chat: Chat, store: FakeWatches) -> None:
        chat.asks_where()
        told = agrees(chat)
        (watch,) = store.kept.values()
        assert "Yes, gladly" in told.text
        assert watch.order.number == LP
        assert watch.order.row.startswith("in_transit/")
        assert watch.order.source
        assert watch.order.promised is not None
        assert watch.order.promised > MONDAY.date()
        assert watch.order.seen.status is Status.IN_TRANSIT
        assert watch.order.agreed == "button"

    @pytest.mark.parametrize("words", ["yes", "yes please", "sure"])
    def test_a_yes_is_enough(self, chat: Chat, store: FakeWatches, words: str) -> None:
        chat.asks_where()
        chat.says(words, "affirm")
        assert len(store.kept) == 1

    def test_thanks_agree_to_nothing(self, chat: Chat, store: FakeWatches) -> None:
        chat.asks_where()
        chat.says("ok, thanks", "thanks")
        assert not store.kept

    def test_it_can_be_asked_for_in_words_with_what_to_look_for(self, chat: Chat, store: FakeWatches) -> None:
        chat.says(f"tell me when {LP} is delivered", "notify_me", entity("tracking_number", LP))
        (watch,) = store.kept.values()
        assert watch.order.wanted is Wanted.DELIVERED
        assert watch.order.agreed == "words"

    def test_without_a_parcel_it_asks_which_one_and_then_watches_it(self, chat: Chat, store: FakeWatches) -> None:
        assert not chat.says("tell me when it moves", "notify_me").rows
        chat.says(LP, "provide_details", entity("tracking_number", LP))
        assert [watch.order.number for watch in store.kept.values()] == [LP]

    def test_where_nobody_can_be_written_to_it_is_said(self) -> None:
        chat = Chat(a_shop(FakeWatches(knows_all=False)))
        chat.asks_where()
        assert "can't write to you first" in chat.says("tell me when it moves", "notify_me").text

    def test_a_delivered_parcel_is_not_watched(self, store: FakeWatches) -> None:
        there = shipment(*PARCEL.checkpoints, status=Status.DELIVERED, number=LP, fetched_at=MONDAY)
        chat = Chat(a_shop(store, tracking=FakeProvider(Lookup(LookupOutcome.FOUND, there))))
        chat.asks_where()
        assert "marked as delivered" in chat.says("tell me when it's here", "notify_me").text
        assert not store.kept


class TestMail:
    def test_an_address_that_nobody_vouches_for_is_asked_first(self, store: FakeWatches) -> None:
        chat = Chat(a_shop(store, mails=True))
        chat.asks_where()
        assert "just type your address" in agrees(chat).text
        told = chat.says("bob@example.com", "provide_details", entity("email", "bob@example.com"))
        (watch,) = store.kept.values()
        assert "press the link" in told.text
        assert "bob@" not in told.text
        assert (watch.order.email, watch.consent) == ("bob@example.com", MailConsent.ASKED)

    def test_the_address_of_who_is_logged_in_is_vouched_for(self, store: FakeWatches) -> None:
        chat = Chat(a_shop(store, mails=True), metadata={"identity": {"email": MAIL}})
        chat.asks_where()
        agrees(chat)
        (watch,) = store.kept.values()
        assert (watch.order.email, watch.consent) == (MAIL, MailConsent.VOUCHED)

    def test_so_is_the_address_with_which_an_order_was_opened(self, store: FakeWatches) -> None:
        chat = Chat(a_shop(store, mails=True))
        chat.gives_order()
        agrees(chat)
        (watch,) = store.kept.values()
        assert (watch.order.email, watch.consent) == (MAIL, MailConsent.VOUCHED)
        assert watch.order.order_number == "7401"

    def test_without_a_mail_server_no_address_is_asked_for(self, chat: Chat) -> None:
        chat.asks_where()
        assert "address" not in agrees(chat).text


class TestListingAndEnding:
    def test_what_is_watched_is_told_with_its_day(self, chat: Chat) -> None:
        chat.asks_where()
        agrees(chat)
        told = chat.says("what are you watching?", "out_of_scope").text
        assert f"• {LP}: news that matters, here in the chat, on " in told

    @pytest.mark.parametrize("words", ["stop writing to me", "stop"])
    def test_a_word_ends_it(self, chat: Chat, store: FakeWatches, words: str) -> None:
        chat.asks_where()
        agrees(chat)
        assert LP in chat.says(words, "out_of_scope").text
        assert [watch.end for watch in store.kept.values()] == [WatchEnd.STOPPED_IN_CHAT]

    def test_without_a_watch_it_says_so(self, chat: Chat) -> None:
        chat.asks_where()
        assert "not watching any parcel" in chat.says("stop writing to me", "out_of_scope").text

    def test_stop_alone_means_a_case_that_is_being_filled_in(self, chat: Chat, store: FakeWatches) -> None:
        chat.asks_where()
        agrees(chat)
        chat.says("I want a person", "talk_to_human")
        chat.says("stop", "deny")
        assert all(watch.active for watch in store.kept.values())


class TestWhatTheChatTells:
    def test_news_that_were_told_in_answer_are_not_written_again(self, chat: Chat, store: FakeWatches) -> None:
        chat.asks_where()
        agrees(chat)
        chat.says("where is it?", "where_is_my_order")
        (change,) = store.seen
        assert (change.number, change.seen.status) == (LP, Status.IN_TRANSIT)

    def test_it_is_here_now_thanks_ends_the_waiting_and_is_no_opt_out(self, chat: Chat, store: FakeWatches) -> None:
        chat.asks_where()
        agrees(chat)
        assert "glad" in chat.says("it's here now, thanks", "parcel_arrived").text
        assert [watch.end for watch in store.kept.values()] == [WatchEnd.ARRIVED]


class TestACaseThatWasOpenedByItself:
    def test_one_tap_takes_it_back(self, store: FakeWatches) -> None:
        withdrawn = FakeWithdrawals()
        chat = Chat(a_shop(store, tickets=kept(kept_ticket()), withdrawals=withdrawn))
        told = chat.presses('/notify_me{"news":"stop_case"}', entity("news", "stop_case"))
        assert withdrawn.cases == ["KT-AAAAAA"]
        assert "taken KT-AAAAAA back" in told.text

    def test_a_case_that_somebody_has_begun_with_stays(self, store: FakeWatches) -> None:
        withdrawn = FakeWithdrawals()
        begun = kept_ticket(assignee="ana@kossr.example", updated_at=MONDAY + timedelta(hours=1))
        chat = Chat(a_shop(store, tickets=kept(begun), withdrawals=withdrawn))
        chat.presses('/notify_me{"news":"stop_case"}', entity("news", "stop_case"))
        assert withdrawn.cases == []
