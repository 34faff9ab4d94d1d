from __future__ import annotations

import re

import pytest

from parcelbot.core.owner.privacy import REMOVED
from parcelbot.core.parcel.guessing import OrderKeys
from parcelbot.store.ledger.ledger import UnknownConversation
from parcelbot.store.order_guesses import SqlGuessBook
from parcelbot.usecases.privacy.removal import StillBusy
from parcelbot.usecases.privacy.shopper import NotAnAddress
from tests.integration.privacy.world import ANA, BO, LEASE_S, NOW, PARCEL, World


def test_everything_of_a_shopper_is_gone(world: World) -> None:
    world.talk("a", "where is 7401?", ANA)
    world.ticket("KT-AAAAAA", "a", ANA, order_number="7401", tracking_number=PARCEL)
    photo = world.attach("a", "0f0f")

    world.privacy.erase(ANA, "boss@shop.example")

    assert set(world.rows()) <= {"audit"}
    assert world.remembered() == []
    assert not photo.exists()
    assert ANA not in world.everything()
    assert PARCEL not in world.everything()


def test_what_somebody_tried_at_orders_goes_with_the_conversation(world: World) -> None:
    world.talk("a", ANA)
    SqlGuessBook(world.engine).admit("a", OrderKeys("7401", ANA), NOW)

    world.privacy.erase(ANA, "boss@shop.example")

    assert set(world.rows()) == {"audit"}


def test_others_keep_what_is_theirs(world: World) -> None:
    world.talk("a", ANA)
    world.talk("b", BO)
    world.ticket("KT-BBBBBB", "b", BO, tracking_number="RB123456785CN")
    photo = world.attach("b", "0e0e")
    before = world.rows()

    world.privacy.erase(ANA, "boss@shop.example")

    after = world.rows()
    assert after.pop("audit") == 1
    assert after == {**before, "conversations": 1, "messages": 2}
    assert world.remembered() == ["b"]
    assert photo.exists()


@pytest.mark.parametrize(
    "spelling", ["ana@example.com", "Ana@Example.COM", "ana @ example.com", "mail me: <ana@example.com>."]
)
def test_an_address_is_found_however_it_was_typed(world: World, spelling: str) -> None:
    world.talk("a", spelling)

    world.privacy.erase(" ANA@example.com ", "boss@shop.example")

    assert set(world.rows()) == {"audit"}


def test_a_logged_in_shopper_who_typed_no_address_is_found(world: World) -> None:
    world.talk("a", "hello", identity="Ana@example.com")

    world.privacy.erase(ANA, "boss@shop.example")

    assert set(world.rows()) == {"audit"}


def test_a_ticket_of_a_channel_without_a_ledger_is_removed(world: World) -> None:
    world.ticket("KT-AAAAAA", "from a test channel", ANA)

    found = world.privacy.erase(ANA, "boss@shop.example")

    assert found.tickets == ("KT-AAAAAA",)
    assert set(world.rows()) == {"audit"}


def test_a_conversation_about_the_shoppers_parcel_that_names_nobody_goes_too(world: World) -> None:
    world.talk("a", "order 7401", ANA)
    world.talk("nameless", f"where is {PARCEL}?")

    world.privacy.erase(ANA, "boss@shop.example")

    assert set(world.rows()) == {"audit"}


def test_a_conversation_about_another_parcel_that_names_nobody_stays(world: World) -> None:
    world.talk("a", "order 7401", ANA)
    world.talk("nameless", "where is RB123456785CN? it is 17401 miles away")

    world.privacy.erase(ANA, "boss@shop.example")

    assert world.remembered() == ["nameless"]


def test_an_address_that_another_shopper_mentioned_is_taken_out_and_the_rest_stays(world: World) -> None:
    world.talk("b", f"I am {BO}", f"my sister {ANA} ordered, too")
    world.ticket("KT-BBBBBB", "b", BO, summary=(f"Sister: {ANA}",))

    found = world.privacy.erase(ANA, "boss@shop.example")

    assert found.conversations == ()
    assert ANA not in world.everything()
    assert [m.text for m in world.ledger.after("b", 2)] == [
        f"my sister {REMOVED} ordered, too",
        f"You said: my sister {REMOVED} ordered, too",
    ]
    assert BO in world.everything()


def test_a_longer_address_that_ends_alike_is_somebody_else(world: World) -> None:
    world.talk("b", "joana@example.com", "and ana@example.com.au")

    world.privacy.erase(ANA, "boss@shop.example")

    assert [m.text for m in world.ledger.after("b", 0)][::2] == ["joana@example.com", "and ana@example.com.au"]


def test_the_shop_vouching_for_somebody_else_makes_it_a_mention(world: World) -> None:
    world.talk("b", ANA, identity=BO)

    assert world.privacy.kept_data(ANA).mentions == 1


def test_of_two_addresses_the_one_with_the_order_that_was_named_owns_the_conversation(world: World) -> None:
    world.talk("b", f"order 7401, {ANA} or {BO}")

    assert world.privacy.kept_data(ANA).conversations == ("b",)
    assert world.privacy.kept_data(BO).conversations == ()


def test_what_left_the_house_is_told(world: World) -> None:
    world.talk("a", ANA)
    world.ticket("KT-AAAAAA", "a", ANA)

    gone = world.privacy.erase(ANA, "boss@shop.example").external_copies

    assert [(one.destination, one.reference, one.remote_id, one.at) for one in gone] == [
        ("shopper_mail", "KT-AAAAAA", "", NOW),
        ("zendesk", "KT-AAAAAA", "z-KT-AAAAAA", NOW),
    ]


def test_the_audit_log_says_who_erased_and_how_much_but_not_whom(world: World) -> None:
    world.talk("a", ANA)

    world.privacy.erase(ANA, "boss@shop.example")

    ((agent, action, detail),) = world.audited()
    assert (agent, action) == ("boss@shop.example", "erased")
    assert re.fullmatch(r"shopper [0-9a-f]{32}: .*2 messages.*1 conversation.*", detail)
    assert world.privacy.hash_of(" Ana@example.com") in detail


def test_an_address_in_an_older_line_of_the_audit_log_goes_too(world: World) -> None:
    world.privacy.audit.write("agent@shop.example", "searched", detail=ANA)

    world.privacy.erase(ANA, "boss@shop.example")

    assert world.audited()[0] == ("agent@shop.example", "searched", REMOVED)


def test_erasing_twice_finds_nothing_the_second_time(world: World) -> None:
    world.talk("a", ANA)
    world.privacy.erase(ANA, "boss@shop.example")

    assert world.privacy.kept_data(ANA).is_empty
    assert world.privacy.erase(ANA, "boss@shop.example").counts == {}


def test_looking_changes_nothing(world: World) -> None:
    world.talk("a", ANA)
    before = world.everything()

    found = world.privacy.kept_data(ANA)

    assert (found.counts["conversation"], found.counts["message"]) == (1, 2)
    assert world.everything() == before


def test_a_turn_that_is_running_is_waited_for(world: World) -> None:
    world.talk("a", ANA)
    world.claims.take("a", "a worker of the assistant")

    world.privacy.erase(ANA, "boss@shop.example")

    assert sum(world.sleeps) >= LEASE_S
    assert set(world.rows()) == {"audit"}


def test_a_turn_that_never_ends_keeps_everything_as_it_was(world: World) -> None:
    world.talk("a", ANA)
    world.talk("a2", ANA)
    claim = world.claims.take("a", "a worker of the assistant")
    assert claim
    world.while_sleeping = lambda: world.claims.keep(claim)
    before = world.rows()

    with pytest.raises(StillBusy):
        world.privacy.erase(ANA, "boss@shop.example")

    assert world.rows() == before
    assert world.claims.take("a2", "a worker of the assistant")


def test_nobody_can_go_on_with_an_erased_conversation(world: World) -> None:
    world.talk("a", ANA)

    world.privacy.erase(ANA, "boss@shop.example")

    with pytest.raises(UnknownConversation):
        world.ledger.accept("a", "later", now=NOW, text="hello?")
    assert not world.claims.take("a", "a worker of the assistant")
    assert world.changed == ["a"]


def test_a_file_that_is_missing_on_the_disk_does_not_stop_the_erasing(world: World) -> None:
    world.talk("a", ANA)
    world.attach("a", "0f0f").unlink()

    world.privacy.erase(ANA, "boss@shop.example")

    assert set(world.rows()) == {"audit"}


def test_the_order_directory_being_down_does_not_stop_the_erasing(world: World) -> None:
    world.talk("a", "order 7401", ANA)
    world.orders.down = True

    world.privacy.erase(ANA, "boss@shop.example")

    assert set(world.rows()) == {"audit"}


def test_removed_words_cannot_be_read_from_the_file(world: World) -> None:
    if not world.url.startswith("sqlite"):
        pytest.skip("PostgreSQL reuses the space when it vacuums")
    world.talk("a", "a-secret-of-mine", ANA)

    world.privacy.erase(ANA, "boss@shop.example")
    world.engine.dispose()

    left = b"".join(path.read_bytes() for path in world.folder.rglob("*.db*"))
    assert b"a-secret-of-mine" not in left


@pytest.mark.parametrize("text", ["", "ana", "ana@", "a@b.c, d@e.f", "%@%.%"])
def test_only_one_address_is_taken(world: World, text: str) -> None:
    with pytest.raises(NotAnAddress):
        world.privacy.erase(text, "boss@shop.example")
