"""Mails about watched parcels, through a real SMTP server: one click ends them, and what bounces gets no more."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest

from parcelbot.core.outgoing.retrying import RetryPolicy
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.watching.watch import MailConsent, WatchEnd
from parcelbot.helpdesk.mail import Sender
from parcelbot.helpdesk.news_mail import NewsMail
from parcelbot.helpdesk.protocol import NewsCopy
from parcelbot.store.outgoing.outbox import Outbox
from parcelbot.worker.courier import Courier
from parcelbot.worker.news_copies import NewsCopier, NewsLinks
from tests.integration.outbox.post import Postbox, serving
from tests.integration.watching.world import CHAT, World, parcel, van
from tests.unit.usecases.fakes import languages

MAIL = "anna@example.com"


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def courier(world: World, postbox: Postbox) -> Iterator[Courier[NewsCopy]]:
    links = NewsLinks(*(lambda watch, kind=kind: f"https://pages.example/{kind}/{watch}" for kind in ("p", "s", "c")))
    with serving(postbox) as server:
        sender = Sender("KOSSR <help@kossr.example>")
        mail = NewsMail(server, sender, languages(), "https://shop.example", lambda: world.now, world.watches.bounced)
        copies = NewsCopier(world.watches, world.ledger, links)
        yield Courier(
            mail,
            Outbox(world.engine, lambda _: world.now),
            copies,
            "c",
            lambda: world.now,
            random.random,
            RetryPolicy(attempts=9),
        )


def told(world: World, **order: object) -> None:
    """A watch whose news are in the chat, and nobody is there."""
    world.watches_for(CHAT, email=MAIL, **{"vouched": True, **order})
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, van()))
    world.works()
    world.advance(minutes=3)


def delivers(courier: Courier[NewsCopy]) -> None:
    while courier.step():
        pass


def test_the_news_are_mailed_with_the_page_and_a_one_click_end(
    world: World, courier: Courier[NewsCopy], postbox: Postbox
) -> None:
    told(world)
    delivers(courier)
    (mail,) = postbox.mails
    watch = world.watch()
    body = mail.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert mail["To"] == MAIL
    assert mail["List-Unsubscribe"] == f"<https://pages.example/s/{watch.id}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "it's out for delivery today" in text
    assert f"https://pages.example/p/{watch.id}" in text


def test_who_has_seen_it_in_the_chat_gets_no_mail(world: World, courier: Courier[NewsCopy], postbox: Postbox) -> None:
    told(world)
    world.ledger.mark_seen({CHAT: 1}, world.now)
    delivers(courier)
    assert postbox.mails == []


def test_after_an_opt_out_what_was_on_its_way_is_not_sent(
    world: World, courier: Courier[NewsCopy], postbox: Postbox
) -> None:
    told(world)
    world.watches.stop([world.watch().id], WatchEnd.STOPPED_IN_CHAT)
    delivers(courier)
    assert postbox.mails == []


def test_an_address_that_bounces_gets_no_more(world: World, courier: Courier[NewsCopy], postbox: Postbox) -> None:
    postbox.refused_recipients[MAIL] = "550 no such user"
    told(world)
    delivers(courier)
    assert world.watch().consent is MailConsent.BOUNCED
    world.advance(days=1)
    world.pushed(parcel(Status.DELIVERY_FAILURE, van(world.now), at=world.now))
    world.works()
    assert len(world.mails()) == 1


def test_a_mail_server_that_is_down_for_an_hour_costs_nothing_but_time(
    world: World, courier: Courier[NewsCopy], postbox: Postbox
) -> None:
    postbox.answers += ["451 later"] * 3
    told(world)
    for _ in range(12):
        delivers(courier)
        world.advance(minutes=10)
    assert len(postbox.mails) == 1


def test_the_question_whether_an_address_is_theirs_has_its_link_and_no_news(
    world: World, courier: Courier[NewsCopy], postbox: Postbox
) -> None:
    told(world, vouched=False)
    delivers(courier)
    (mail,) = postbox.mails
    body = mail.get_body(("plain",))
    assert body is not None
    assert f"https://pages.example/c/{world.watch().id}" in body.get_content()
    assert "delivery" not in body.get_content()
    assert timedelta(0) < world.now - world.watch().made_at
